package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PowerOffice cannot take of an order is parked or held (mapping.md 8.7), and which order it is (8.3). What comes of
 * locks and invoices is shown in {@link OrderTest}.
 */
@QuarkusTest
@QuarkusTestResource(World.class)
class OrderPreconditionTest extends PairScenario {
    private static final String O = "O-1";
    private static final String BEAM =
            "{'lineId':'L-1','lineNumber':1,'productId':'PR-1','description':'Bjelke','quantity':5,'unitPrice':500,"
                    + "'unitCost':300,'discountPercent':0,'unitCode':'EA'}";
    private static final String ORDER =
            "{'orderNumber':'9001','customerId':'C-1','currencyCode':'NOK','status':'draft',"
                    + "'orderDate':'2026-03-01','deliveryDate':'2026-03-10','lines':[" + BEAM + "]}";
    private static final String THERE = "'CurrencyCode':'NOK','SalesOrderStatus':'Draft','SalesOrderDate':'2026-03-01',"
            + "'DeliveryDate':'2026-03-10'";

    private final Sent toPowerOffice = new Sent();

    @Override
    Entity entity() {
        return Entity.ORDER;
    }

    @BeforeEach
    void prepare() {
        linkedCompanies();
        linked(
                Entity.PRODUCT,
                "PR-1",
                "{'productNumber':'BEAM','name':'Bjelke','unitCode':'EA','salesPrice':500,'costPrice':300}");
        linked(Entity.PRODUCT, "PR-2", "{'productNumber':'PLANK','name':'Planke','unitCode':'EA'}");
        world.powerOffice().listen(toPowerOffice::note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'status':'invoiced'}                                                          | not_allowed | status
            {'orderNumber':'A-1'}                                                          | not_digits  | orderNumber
            {'contactId':'P-2'}                                                            | not_allowed | contactId
            {'lines':[{'lineId':'L-1','lineNumber':1,'productId':'PR-1','quantity':null}]} | missing     | lines/L-1/quantity
            {'currencyCode':'kroner'}                                                      | not_allowed | currencyCode
            """)
    void whatBreaksAPreconditionIsParkedBeforeTheCall(String shown, String reason, String field) {
        customerpShows(O, shown);
        born(O, ORDER);
        assertParked(O, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(O, "{'purchaseOrderNumber':'PO-1'}");
        assertLinked(O);
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'orderNumber':'A-1'}                                                          | not_digits  | orderNumber
            {'contactId':'P-2'}                                                            | not_allowed | contactId
            {'lines':[{'lineId':'L-1','lineNumber':1,'productId':'PR-1','quantity':null}]} | missing     | lines/L-1/quantity
            """)
    void anEditThatBreaksAPreconditionParksTheWholeOrder(String shown, String reason, String field) {
        linked(O, ORDER);
        JsonNode there = counterpart(O);
        customerpShows(O, shown);
        edited(O, "{'purchaseOrderNumber':'PO-1'}");
        assertParked(O, reason, field);
        assertWrites(0, 0);
        assertEquals(there, counterpart(O));
        world.customerp().faults().clear();
        edited(O, "{'purchaseOrderNumber':'PO-2'}");
        assertLinked(O);
        assertShows("{'PurchaseOrderReference':'PO-2'}", counterpart(O));
        assertQuiet();
    }

    @Test
    void aContactOfAPersonIsHeldAndTheReferenceIsCarried() {
        linked(Entity.CUSTOMER, "C-3", "{'isPerson':true,'firstName':'Per','lastName':'Eksempel'}");
        born(Entity.CONTACT, "P-3", "{'customerId':'C-3','firstName':'Kari','lastName':'Lie'}");
        born(
                O,
                ORDER.replace("'C-1'", "'C-3'")
                        .replace("'status'", "'contactId':'P-3','customerReference':'Deres ref','status'"));
        assertHeld(O, "missing_reference", "contactId");
        assertShows("{'CustomerReference':'Deres ref','CustomerReferenceContactPersonId':null}", counterpart(O));
        assertQuiet();
    }

    @Test
    void aReferenceBesideAContactIsHeld() {
        born(O, ORDER.replace("'status'", "'contactId':'P-1','customerReference':'Deres ref','status'"));
        assertHeld(O, "not_allowed", "customerReference");
        assertShows(
                "{" + member("CustomerReferenceContactPersonId", Entity.CONTACT, "P-1")
                        + ",'CustomerReference':'Nora Lie'}",
                counterpart(O));
        assertShows("{'customerReference':'Deres ref'}", inCustomerp(O));
        assertQuiet();
        edited(O, "{'contactId':null}");
        assertLinked(O);
        assertShows("{'CustomerReferenceContactPersonId':null,'CustomerReference':'Deres ref'}", counterpart(O));
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            {'customerId':'C-2','contactId':'P-2'} | P-2
            {'customerId':'C-2','contactId':null}  | none
            """)
    void aNewCustomerGoesBeforeItsContactAndTakesTheOldOneAway(String edit, String contact) {
        linked(O, ORDER.replace("'status'", "'contactId':'P-1','status'"));
        toPowerOffice.clear();
        edited(O, edit);
        String key = contact == null ? "null" : keyOf(Entity.CONTACT, contact);
        Sent.assertBody(
                "[{'op':'replace','path':'/CustomerId','value':" + keyOf(Entity.CUSTOMER, "C-2") + "},"
                        + "{'op':'replace','path':'/CustomerReferenceContactPersonId','value':" + key + "}]",
                toPowerOffice.only("PATCH"));
        assertLinked(O);
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "product"})
    void anOrderWaitsForWhatItCannotBeWithout(String what) {
        String parked = what.equals("customer") ? "C-9" : "PR-9";
        Entity entity = what.equals("customer") ? Entity.CUSTOMER : Entity.PRODUCT;
        if (entity == Entity.PRODUCT) {
            world.powerOffice().user().setDefaultSalesAccount(false);
            create(entity, parked, "{'productNumber':'NY','name':'Ny'}");
        } else {
            create(entity, parked, "{'name':'Utenfor AS','customerNumber':'5'}");
        }
        webhooksArrive();
        born(O, ORDER.replace(entity == Entity.CUSTOMER ? "'C-1'" : "'PR-1'", "'" + parked + "'"));
        assertEquals(State.WAITING, link(O).state());
        assertWrites(0, 0);
        world.powerOffice().user().setDefaultSalesAccount(true);
        edit(entity, parked, entity == Entity.CUSTOMER ? "{'customerNumber':'10055'}" : "{'description':'Ny'}");
        webhooksArrive();
        assertLinked(O);
        assertQuiet();
    }

    @Test
    void invoicesAreNeverSent() {
        linked(O, ORDER);
        edited(O, "{'status':'confirmed'}");
        edited(O, "{'purchaseOrderNumber':'PO-1'}");
        assertQuiet();
        assertTrue(toPowerOffice.lines().stream()
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("createandsendinvoice")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            slot   | 'ExternalImportReference':'customerp:O-1'
            number | 'ImportedOrderNo':9001
            """)
    void oneKeyAloneLinksWithTheLinesByProductAndRank(String key, String member) {
        String existing = there("C-1", member, "PR-1");
        born(O, ORDER);
        assertLinked(O, existing);
        assertEquals(1, allInPowerOffice(entity()).size());
        assertEquals(1, world.powerOffice().user().orders().lines(existing).size());
        assertShows("{'ExternalImportReference':'customerp:O-1','ImportedOrderNo':9001}", counterpart(O));
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            another number   | C-1 | 'ImportedOrderNo':9002
            another customer | C-2 | 'ImportedOrderNo':9001
            """)
    void anotherOrderIsLeftAloneAndOneIsCreated(String what, String customer, String member) {
        there(customer, member, "PR-1");
        born(O, ORDER);
        assertLinked(O);
        assertEquals(2, allInPowerOffice(entity()).size());
        assertQuiet();
    }

    @Test
    void theOrderOfTheSameCustomerIsLinkedBesideOneOfAnotherWithTheSameNumber() {
        String mine = there("C-1", "'ImportedOrderNo':9001", "PR-1");
        there("C-2", "'ImportedOrderNo':9001", "PR-1");
        born(O, ORDER);
        assertLinked(O);
        assertEquals(mine, link(O).powerOfficeId());
    }

    @Test
    void twoOrdersWithTheNumberAreAmbiguous() {
        String first = there("C-1", "'ImportedOrderNo':9001", "PR-1");
        String second = there("C-1", "'ImportedOrderNo':9001", "PR-1");
        born(O, ORDER);
        assertParked(O, "ambiguous", "orderNumber", first, second);
        assertWrites(0, 0);
    }

    @Test
    void linesThatAreLeftOverOnBothSidesAreAmbiguous() {
        there("C-1", "'ImportedOrderNo':9001", "PR-2");
        born(O, ORDER);
        assertParked(O, "ambiguous", "lines");
        assertWrites(0, 0);
    }

    @Test
    void linesThatAreLeftOverOnOneSideAreAddedToTheOther() {
        String existing = there("C-1", "'ImportedOrderNo':9001", "PR-1", "PR-2");
        born(O, ORDER);
        assertLinked(O, existing);
        webhooksArrive();
        assertShows("{'lines':[{'productId':'PR-1'},{'productId':'PR-2'}]}", inCustomerp(O));
        assertQuiet();
    }

    private String there(String customer, String member, String... products) {
        String id = world.powerOffice()
                .user()
                .orders()
                .create(json("{" + member("CustomerId", Entity.CUSTOMER, customer) + "," + member + "," + THERE + "}"));
        for (String product : products) {
            world.powerOffice()
                    .user()
                    .orders()
                    .addLine(
                            id,
                            json("{" + member("ProductId", Entity.PRODUCT, product)
                                    + ",'Description':'Bjelke','Quantity':5,'ProductUnitPrice':500,'ProductUnitCost':300,"
                                    + "'Allowance':0,'UnitOfMeasureCode':'EA'}"));
        }
        return id;
    }
}
