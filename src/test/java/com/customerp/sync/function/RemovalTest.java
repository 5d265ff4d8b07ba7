package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is archived or deleted on one side, for every pair that archives (mapping.md 1.8 and "delete" of each pair). */
@QuarkusTest
@QuarkusTestResource(World.class)
class RemovalTest extends Scenario {
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(10).plusSeconds(1);

    /** How a pair shows that a record is archived, on each side. */
    private record Archived(String customerp, String powerOffice, String broughtBack) {}

    private static Archived archived(Entity entity) {
        return switch (entity) {
            case CONTACT -> new Archived("{'isActive':false}", "{'IsActive':false}", "{'isActive':true}");
            case PROJECT ->
                new Archived(
                        "{'status':'archived','isActive':false}",
                        "{'ProjectStatus':'Archived','IsActive':false}",
                        "{'status':'active','isActive':true}");
            default -> new Archived("{'isArchived':true}", "{'IsArchived':true}", "{'isArchived':false}");
        };
    }

    static Stream<Entity> archiving() {
        return Arrays.stream(Entity.values()).filter(entity -> entity != Entity.ORDER);
    }

    @BeforeEach
    void prepare() {
        linked(Entity.CUSTOMER, "C-0", "{'name':'Fjord Bygg AS','currencyCode':'NOK','invoiceDelivery':'print'}");
    }

    private String link(Entity entity) {
        linked(entity, Samples.id(entity, 1), Samples.members(entity, 1));
        return Samples.id(entity, 1);
    }

    @ParameterizedTest
    @MethodSource("archiving")
    void archivedInCustomerpIsArchivedInPowerOfficeAndBack(Entity entity) {
        String id = link(entity);
        edit(entity, id, archived(entity).customerp());
        webhooksArrive();
        assertShows(archived(entity).powerOffice(), counterpart(entity, id));
        edit(entity, id, archived(entity).broughtBack());
        webhooksArrive();
        assertEquals(2, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertEquals(State.LINKED, link(entity, id).state());
        assertQuiet(List.of(entity));
    }

    /** mapping.md 1.6. */
    @ParameterizedTest
    @MethodSource("archiving")
    void anArchivedRecordIsNotCreated(Entity entity) {
        String id = Samples.id(entity, 1);
        create(entity, id, Samples.members(entity, 1));
        edit(entity, id, archived(entity).customerp());
        webhooksArrive();
        assertEquals(0, changes(entity).path("created").asInt());
        assertTrue(world.links().find(entity, id).isEmpty());
        assertEquals(0, powerOfficeWrites());
    }

    /** mapping.md 1.6. */
    @ParameterizedTest
    @MethodSource("archiving")
    void anArchivedRecordIsLinkedWhenItMatches(Entity entity) {
        String id = link(entity);
        String key = link(entity, id).powerOfficeId();
        edit(entity, id, archived(entity).customerp());
        webhooksArrive();
        world.links().delete(link(entity, id));
        edit(entity, id, "{'" + Samples.editable(entity) + "':'99'}");
        webhooksArrive();
        assertEquals(State.LINKED, link(entity, id).state());
        assertEquals(key, link(entity, id).powerOfficeId());
    }

    @ParameterizedTest
    @MethodSource("archiving")
    void archivedInPowerOfficeIsArchivedInCustomerp(Entity entity) {
        String id = link(entity);
        editCounterpart(entity, id, archived(entity).powerOffice());
        changes(entity);
        assertShows(archived(entity).customerp(), inCustomerp(entity, id));
        assertEquals(1, customerpWrites());
        assertEquals(State.LINKED, link(entity, id).state());
        assertQuiet(List.of(entity));
    }

    @ParameterizedTest
    @MethodSource("archiving")
    void archivedOnOneSideAndEditedOnTheOtherBothSurvive(Entity entity) {
        String id = link(entity);
        editCounterpart(entity, id, archived(entity).powerOffice());
        edit(entity, id, "{'" + Samples.editable(entity) + "':'22 00 00 77'}");
        webhooksArrive();
        assertShows(archived(entity).customerp(), inCustomerp(entity, id));
        assertShows("{'" + Samples.editableInPowerOffice(entity) + "':'22 00 00 77'}", counterpart(entity, id));
        assertEquals(1, powerOfficeWrites());
        assertEquals(1, customerpWrites());
        assertQuiet(List.of(entity));
    }

    @ParameterizedTest
    @MethodSource("archiving")
    void deletedInCustomerpIsArchivedInPowerOfficeInOneWrite(Entity entity) {
        String id = link(entity);
        delete(entity, id);
        assertEquals("archived", result(webhooksArrive()));
        assertShows(archived(entity).powerOffice(), counterpart(entity, id));
        assertEquals(State.CLOSED, link(entity, id).state());
        assertEquals(1, powerOfficeWrites());
        assertQuiet(List.of(entity));
    }

    @ParameterizedTest
    @MethodSource("archiving")
    void deletedInPowerOfficeIsArchivedInCustomerpAfterTenMinutes(Entity entity) {
        String id = link(entity);
        world.powerOffice().user().delete(Resource.of(entity), link(entity, id).powerOfficeId());
        full(entity);
        assertEquals(0, customerpWrites());
        world.clock.pass(ASKED_AGAIN);
        changes(entity);
        assertShows(archived(entity).customerp(), inCustomerp(entity, id));
        assertEquals(State.CLOSED, link(entity, id).state());
        assertEquals(1, customerpWrites());
        assertQuiet(List.of(entity));
    }

    @ParameterizedTest
    @EnumSource
    void deletedOnOneSideAndEditedOnTheOtherNeedsAPerson(Side deleted) {
        archiving().forEach(entity -> {
            String id = link(entity);
            if (deleted == Side.CUSTOMERP) {
                editCounterpart(entity, id, "{'" + Samples.editableInPowerOffice(entity) + "':'22 00 00 77'}");
                delete(entity, id);
                webhooksArrive();
            } else {
                world.powerOffice()
                        .user()
                        .delete(Resource.of(entity), link(entity, id).powerOfficeId());
                edit(entity, id, "{'" + Samples.editable(entity) + "':'22 00 00 77'}");
                webhooksArrive();
                world.clock.pass(ASKED_AGAIN);
                changes(entity);
            }
            assertEquals(Reason.DELETED_AND_EDITED, link(entity, id).problem().reason(), entity.key());
            assertEquals(0, powerOfficeWrites() + customerpWrites(), entity.key());
        });
    }

    @Test
    void aCustomerThatIsDeletedWhileItsContactsAreEditedTakesNoEditAway() {
        linked(Entity.CONTACT, "P-1", "{'customerId':'C-0','firstName':'Nora','lastName':'Eksempel'}");
        linked(Entity.CONTACT, "P-2", "{'customerId':'C-0','firstName':'Ola','lastName':'Eksempel'}");
        edit(Entity.CONTACT, "P-1", "{'jobTitle':'Sjef'}");
        editCounterpart(Entity.CONTACT, "P-2", "{'Title':'Assistent'}");
        delete(Entity.CONTACT, "P-1");
        delete(Entity.CONTACT, "P-2");
        delete(Entity.CUSTOMER, "C-0");
        webhooksArrive();
        assertShows("{'IsArchived':true}", counterpart(Entity.CUSTOMER, "C-0"));
        assertShows("{'IsActive':false}", counterpart(Entity.CONTACT, "P-1"));
        assertShows("{'IsActive':true,'Title':'Assistent'}", counterpart(Entity.CONTACT, "P-2"));
        assertEquals(
                Reason.DELETED_AND_EDITED, link(Entity.CONTACT, "P-2").problem().reason());
        assertQuiet();
    }

    @Test
    void aCustomerThatIsDeletedInPowerOfficeTakesItsContactsAlong() {
        linked(Entity.CONTACT, "P-1", "{'customerId':'C-0','firstName':'Nora','lastName':'Eksempel','isActive':true}");
        edit(Entity.CONTACT, "P-1", "{'jobTitle':'Sjef'}");
        world.powerOffice()
                .user()
                .delete(
                        Resource.of(Entity.CUSTOMER),
                        link(Entity.CUSTOMER, "C-0").powerOfficeId());
        webhooksArrive();
        fullOfAll();
        world.clock.pass(ASKED_AGAIN);
        changesOfAll();
        assertShows("{'isArchived':true}", inCustomerp(Entity.CUSTOMER, "C-0"));
        assertEquals(
                Reason.DELETED_AND_EDITED, link(Entity.CONTACT, "P-1").problem().reason());
        assertShows("{'isActive':true,'jobTitle':'Sjef'}", inCustomerp(Entity.CONTACT, "P-1"));
        assertTrue(allInPowerOffice(Entity.CUSTOMER).isEmpty());
    }
}
