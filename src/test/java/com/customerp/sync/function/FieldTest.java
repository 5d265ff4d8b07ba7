package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.function.FieldEdits.Cleared;
import com.customerp.sync.function.FieldEdits.Edit;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of every mapping table but customers', in both directions: an edit is one write to the other side and none to
 * its own (mapping.md 4 to 8; design.md 5). The tests of one pair and direction edit one record, one after the other.
 */
@QuarkusTest
@QuarkusTestResource(World.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FieldTest extends Scenario {
    private static final List<Entity> PAIRS =
            List.of(Entity.CONTACT, Entity.EMPLOYEE, Entity.PRODUCT, Entity.PROJECT, Entity.ORDER);
    /** Rows that ask PowerOffice for more than the record itself: whether a code is free, who else was primary. */
    private static final Set<String> ASK_MORE = Set.of("productNumber", "projectNumber", "isPrimary");
    /** Written by PowerOffice alone (mapping.md 8.1). */
    private static final Set<String> AMOUNTS = Set.of("netAmount", "totalAmount", "powerOfficeOrderNumber");

    /** Fields of a line that the amounts of the order follow. */
    private static final Set<String> MOVE_AMOUNTS = Set.of("quantity", "unitPrice", "discountPercent");

    /** What a record is made for that only one kind of test edits. */
    private static final Set<String> ALONE = Set.of(
            "status",
            "contactId",
            "isArchived",
            "isActive",
            "parentProjectId",
            "lines",
            "amounts",
            "cleared",
            "emptied",
            "contactId-cleared",
            "contactId-emptied");

    private static final Set<String> NEVER_EMPTY = Set.of("customerId", "projectNumber", "productNumber", "status");

    private static final String ADDRESS =
            "'address':{'line1':'Kaigata 1','line2':'Bygg 2','postalCode':'5003','city':'Bergen','countryCode':'NO'}";
    private static boolean prepared;
    private static final Set<String> LINKED = new HashSet<>();

    static Stream<Arguments> rows() {
        return PAIRS.stream()
                .flatMap(entity -> FieldEdits.of(entity).keySet().stream().map(field -> Arguments.of(entity, field)));
    }

    /** Addresses have tests of their own, and what a null of a flag, a status or a needed reference means is no clearing. */
    static Stream<Arguments> rowsThatCanBeEmpty() {
        return rows().filter(row -> {
            Entity entity = (Entity) row.get()[0];
            Field field = field(entity, (String) row.get()[1]);
            return !field.is(Trait.REQUIRED)
                    && !NEVER_EMPTY.contains(field.name())
                    && !field.name().startsWith("address.")
                    && field.rule().canonical(Side.CUSTOMERP, NullNode.getInstance()) == null
                    && FieldEdits.of(entity).get(field.name()).clearing() != Cleared.NEVER;
        });
    }

    static Stream<Arguments> rowsThatCanBeEmptied() {
        return rowsThatCanBeEmpty()
                .filter(row -> FieldEdits.of((Entity) row.get()[0])
                                .get((String) row.get()[1])
                                .clearing()
                        != Cleared.PUT_BACK);
    }

    static Stream<String> lineRows() {
        return FieldEdits.ofLines().keySet().stream();
    }

    /** One world for all tests of this class. */
    @Override
    @BeforeEach
    void renewWorld() {
        if (!prepared) {
            super.renewWorld();
            prepareReferences();
            prepared = true;
        }
        takeNoteOfWebhooks();
    }

    private void prepareReferences() {
        linked(Entity.EMPLOYEE, "E-2", "{'firstName':'Selger','lastName':'Eksempel','employeeNumber':'2'}");
        for (String number : List.of("0", "9")) {
            linked(
                    Entity.CUSTOMER,
                    "C-" + number,
                    "{'name':'Kunde " + number + " AS','customerNumber':'1000" + number
                            + "','currencyCode':'NOK','invoiceDelivery':'print'}");
            linked(
                    Entity.CONTACT,
                    "P-" + number,
                    "{'customerId':'C-" + number + "','firstName':'Nora','lastName':'Nr " + number + "'}");
            linked(
                    Entity.PRODUCT,
                    "PR-" + number,
                    "{'productNumber':'V-" + number + "','name':'Vare " + number
                            + "','unitCode':'EA','salesPrice':500,'costPrice':300}");
        }
        linked(Entity.PROJECT, "J-9", "{'projectNumber':'J-9','name':'Over','isActive':true}");
    }

    @Test
    void everyRowHasAnExample() {
        for (Entity entity : PAIRS) {
            Set<String> rows = Mappings.of(entity).fields().stream()
                    .filter(field -> !field.is(Trait.FIXED))
                    .map(Field::name)
                    .filter(name -> !AMOUNTS.contains(name))
                    .collect(Collectors.toSet());
            assertEquals(rows, FieldEdits.of(entity).keySet(), entity.key());
        }
        Set<String> ofLines = Mappings.of(Entity.ORDER).lines().line().fields().stream()
                .map(Field::name)
                .collect(Collectors.toSet());
        assertEquals(ofLines, FieldEdits.ofLines().keySet());
        Set<String> oneWay = Mappings.of(Entity.ORDER).fields().stream()
                .filter(field -> field.direction() != Direction.BOTH)
                .map(Field::name)
                .collect(Collectors.toSet());
        assertEquals(AMOUNTS, oneWay);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void anEditInCustomerpIsOneWriteToPowerOffice(Entity entity, String name) {
        Edit edit = FieldEdits.of(entity).get(name).numbered(1);
        String id = record(entity, Side.CUSTOMERP, name);
        edit(
                entity,
                id,
                patch(Side.CUSTOMERP, field(entity, name), value(edit.customerp()))
                        .toString());
        webhooksArrive();
        assertHolds(Side.POWEROFFICE, field(entity, name), value(edit.powerOffice()), counterpart(entity, id));
        assertEquals(1, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(0, customerpWrites(), () -> customerpLog().toString());
        if (!ASK_MORE.contains(name)) {
            assertEquals(entity == Entity.ORDER ? 3 : 2, powerOfficeRequests(), () -> powerOfficeLog()
                    .toString());
        }
        assertNoEcho(entity);
        assertHolds(Side.CUSTOMERP, field(entity, name), value(edit.customerp()), inCustomerp(entity, id));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void anEditInPowerOfficeIsOneWriteToCustomerp(Entity entity, String name) {
        Edit edit = FieldEdits.of(entity).get(name).numbered(2);
        String id = record(entity, Side.POWEROFFICE, name);
        editCounterpart(
                entity,
                id,
                patch(Side.POWEROFFICE, field(entity, name), value(edit.powerOffice()))
                        .toString());
        // Change times do not cover addresses (mapping.md 2).
        ObjectNode summary = name.startsWith("address.") ? full(entity) : changes(entity);
        assertEquals(1, summary.at("/patched/customerp").asInt(), summary + " " + link(entity, id));
        assertHolds(Side.CUSTOMERP, field(entity, name), value(edit.customerp()), inCustomerp(entity, id));
        assertEquals(1, customerpWrites(), () -> customerpLog().toString());
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertNoEcho(entity);
        assertHolds(Side.POWEROFFICE, field(entity, name), value(edit.powerOffice()), counterpart(entity, id));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lineRows")
    void anEditOfALineInCustomerpIsOneWriteToPowerOffice(String name) {
        Edit edit = FieldEdits.ofLines().get(name);
        String id = record(Entity.ORDER, Side.CUSTOMERP, "lines");
        ObjectNode lines = json("{}");
        lines.set("lines", inCustomerp(Entity.ORDER, id).path("lines").deepCopy());
        ((ObjectNode) lines.at("/lines/0")).set(name, value(edit.customerp()));
        edit(Entity.ORDER, id, lines.toString());
        webhooksArrive();
        Field field = Mappings.of(Entity.ORDER).lines().line().field(name);
        assertHolds(Side.POWEROFFICE, field, value(edit.powerOffice()), line(id));
        assertEquals(1, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(3, powerOfficeRequests(), () -> powerOfficeLog().toString());
        assertEquals(MOVE_AMOUNTS.contains(name) ? 1 : 0, customerpWrites(), () -> customerpLog()
                .toString());
        assertNoEcho(Entity.ORDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lineRows")
    void anEditOfALineInPowerOfficeIsOneWriteToCustomerp(String name) {
        Edit edit = FieldEdits.ofLines().get(name);
        String id = record(Entity.ORDER, Side.POWEROFFICE, "lines");
        Field field = Mappings.of(Entity.ORDER).lines().line().field(name);
        world.powerOffice()
                .user()
                .orders()
                .editLine(line(id).path("Id").asText(), patch(Side.POWEROFFICE, field, value(edit.powerOffice())));
        // Change times may not cover lines (mapping.md 8.7).
        full(Entity.ORDER);
        assertHolds(
                Side.CUSTOMERP,
                field,
                value(edit.customerp()),
                inCustomerp(Entity.ORDER, id).at("/lines/0"));
        assertEquals(1, customerpWrites(), () -> customerpLog().toString());
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertNoEcho(Entity.ORDER);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rowsThatCanBeEmpty")
    void aFieldThatIsClearedInCustomerpIsClearedOrPutBack(Entity entity, String name) {
        Edit edit = FieldEdits.of(entity).get(name).numbered(3);
        Field field = field(entity, name);
        String id = holding(entity, field, edit, "cleared");
        JsonNode before = field.read(Side.POWEROFFICE, counterpart(entity, id));
        edit(entity, id, patch(Side.CUSTOMERP, field, NullNode.getInstance()).toString());
        webhooksArrive();
        JsonNode after = field.read(Side.POWEROFFICE, counterpart(entity, id));
        boolean putBack = edit.clearing() == Cleared.PUT_BACK;
        assertEquals(putBack ? before : NullNode.getInstance(), after);
        assertEquals(
                putBack, !field.read(Side.CUSTOMERP, inCustomerp(entity, id)).isNull());
        assertEquals(
                putBack ? 0 : 1, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(putBack ? 1 : 0, customerpWrites(), () -> customerpLog().toString());
        assertNoEcho(entity);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rowsThatCanBeEmptied")
    void aFieldThatIsClearedInPowerOfficeIsCleared(Entity entity, String name) {
        Edit edit = FieldEdits.of(entity).get(name).numbered(4);
        Field field = field(entity, name);
        String id = holding(entity, field, edit, "emptied");
        editCounterpart(
                entity,
                id,
                patch(Side.POWEROFFICE, field, NullNode.getInstance()).toString());
        changes(entity);
        assertTrue(field.read(Side.CUSTOMERP, inCustomerp(entity, id)).isNull());
        assertEquals(1, customerpWrites(), () -> customerpLog().toString());
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertNoEcho(entity);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void inTheEndEverythingIsQuiet() {
        assertQuiet();
    }

    private void assertNoEcho(Entity entity) {
        webhooksArrive();
        forgetRequests();
        changes(entity);
        assertEquals(0, powerOfficeWrites(), () -> powerOfficeLog().toString());
        assertEquals(0, customerpWrites(), () -> customerpLog().toString());
    }

    /** A record that has a value in a field, on both sides. */
    private String holding(Entity entity, Field field, Edit edit, String purpose) {
        String id = record(entity, Side.CUSTOMERP, field.name().equals("contactId") ? "contactId-" + purpose : purpose);
        if (field.name().equals("fixedPrice")) {
            edit(entity, id, "{'billingMethod':'fixedPrice'}");
            webhooksArrive();
        }
        edit(entity, id, patch(Side.CUSTOMERP, field, value(edit.customerp())).toString());
        webhooksArrive();
        assertHolds(Side.POWEROFFICE, field, value(edit.powerOffice()), counterpart(entity, id));
        forgetRequests();
        return id;
    }

    @Test
    void amountsAndNumberOfPowerOfficeAreShownInCustomerp() {
        String id = record(Entity.ORDER, Side.POWEROFFICE, "amounts");
        world.powerOffice().user().orders().editLine(line(id).path("Id").asText(), json("{'Quantity':10}"));
        full(Entity.ORDER);
        JsonNode shown = counterpart(Entity.ORDER, id);
        assertShows(
                "{'netAmount':5000,'totalAmount':6250,'powerOfficeOrderNumber':'"
                        + shown.path("SalesOrderNo").asText() + "'}",
                inCustomerp(Entity.ORDER, id));
        assertEquals(1, customerpWrites());
        assertNoEcho(Entity.ORDER);
    }

    /** The record that the tests of a pair and direction edit; rows that keep others from being edited have their own. */
    private String record(Entity entity, Side side, String name) {
        String id = entity.key() + "-" + side.key() + (ALONE.contains(name) ? "-" + name : "");
        if (LINKED.add(id)) {
            linked(entity, id, members(entity, LINKED.size(), name));
        }
        forgetRequests();
        return id;
    }

    private static String members(Entity entity, int number, String name) {
        String customer = name.startsWith("contactId") ? "C-9" : "C-0";
        return switch (entity) {
            case CONTACT ->
                "{'customerId':'C-0','firstName':'Ola','lastName':'Nr " + number + "','phone':'22 00 00 01',"
                        + "'isActive':true,'isPrimary':false," + ADDRESS + "}";
            case EMPLOYEE ->
                "{'firstName':'Ola','lastName':'Nr " + number + "','employeeNumber':'" + (500 + number) + "'," + ADDRESS
                        + "}";
            case PRODUCT -> "{'productNumber':'P-" + number + "','name':'Vare','isStockItem':true,'unitCode':'EA'}";
            case PROJECT ->
                "{'projectNumber':'J-" + (100 + number) + "','name':'Prosjekt','customerId':'" + customer
                        + "','isActive':true,'billingMethod':'time'}";
            case ORDER ->
                "{'orderNumber':'" + (5_000 + number) + "','customerId':'" + customer
                        + "','currencyCode':'NOK','status':'draft','orderDate':'2026-03-01','deliveryDate':'2026-03-02',"
                        + "'lines':[{'lineId':'L-1','lineNumber':1,'productId':'PR-0','description':'Vare','quantity':5,"
                        + "'unitPrice':500,'unitCost':300,'discountPercent':0,'unitCode':'EA'}]}";
            default -> throw new IllegalArgumentException(entity.key());
        };
    }

    private JsonNode line(String order) {
        return world.powerOffice()
                .user()
                .orders()
                .lines(link(Entity.ORDER, order).powerOfficeId())
                .get(0);
    }

    private static Field field(Entity entity, String name) {
        Mapping mapping = Mappings.of(entity);
        return mapping.field(name);
    }

    /** A value of the table as a side holds it. */
    private JsonNode value(String text) {
        return FieldEdits.reference(text)
                .map(named -> {
                    Entity entity = Entity.valueOf(named[0].toUpperCase(Locale.ROOT));
                    return json("{'v':" + link(entity, named[1]).powerOfficeId() + "}");
                })
                .orElseGet(() -> json("{'v':" + text + "}"))
                .path("v");
    }

    private static ObjectNode patch(Side side, Field field, JsonNode value) {
        ObjectNode patch = json("{}");
        JsonPointer pointer = field.pointer(side);
        ObjectNode parent = pointer.head().toString().isEmpty() ? patch : patch.withObject(pointer.head());
        parent.set(pointer.last().getMatchingProperty(), value);
        return patch;
    }

    private static void assertHolds(Side side, Field field, JsonNode expected, JsonNode body) {
        JsonNode actual = body.at(field.pointer(side));
        if (expected.isNumber()) {
            assertEquals(0, expected.decimalValue().compareTo(actual.decimalValue()), field.name() + ": " + actual);
        } else {
            assertEquals(expected, actual, field.name());
        }
    }
}
