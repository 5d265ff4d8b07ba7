package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Records that refer to others: those go first, rings are closed afterwards, and who has to wait wakes (mapping.md 1.7). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ReferenceTest extends Scenario {
    private static final String COMPANY = "{'name':'Nordlys Handel AS','currencyCode':'NOK'}";
    private static final String NORA = "{'customerId':'C-2','firstName':'Nora','lastName':'Eksempel'}";

    @Test
    void aContactLinksItsCustomerFirst() {
        create(Entity.CUSTOMER, "C-2", COMPANY);
        create(Entity.CONTACT, "P-2", NORA);
        webhooksAreLost();
        changes(Entity.CONTACT);
        assertEquals(State.LINKED, link(Entity.CONTACT, "P-2").state());
        String customer = link(Entity.CUSTOMER, "C-2").powerOfficeId();
        assertShows("{'ContactId':" + customer + ",'FirstName':'Nora'}", counterpart(Entity.CONTACT, "P-2"));
        assertQuiet();
    }

    @Test
    void aRingOfManagersIsClosedByASecondPatch() {
        create(Entity.EMPLOYEE, "E-1", "{'firstName':'Ada','lastName':'Prøve'}");
        create(Entity.EMPLOYEE, "E-2", "{'firstName':'Bo','lastName':'Prøve','managerId':'E-1'}");
        create(Entity.EMPLOYEE, "E-3", "{'firstName':'Cato','lastName':'Prøve','managerId':'E-2'}");
        edit(Entity.EMPLOYEE, "E-1", "{'managerId':'E-3'}");
        webhooksAreLost();
        changes(Entity.EMPLOYEE);
        for (String[] pair : new String[][] {{"E-1", "E-3"}, {"E-2", "E-1"}, {"E-3", "E-2"}}) {
            String manager = link(Entity.EMPLOYEE, pair[1]).powerOfficeId();
            assertShows("{'ManagerEmployeeId':" + manager + "}", counterpart(Entity.EMPLOYEE, pair[0]));
        }
        assertEquals(3, allInPowerOffice(Entity.EMPLOYEE).size());
        assertQuiet();
    }

    @Test
    void aSubprojectLinksItsParentFirst() {
        create(Entity.PROJECT, "J-1", "{'projectNumber':'J-500','name':'Bygg'}");
        create(Entity.PROJECT, "J-2", "{'projectNumber':'J-500.1','name':'Grunn','parentProjectId':'J-1'}");
        create(Entity.PROJECT, "J-3", "{'projectNumber':'J-501','name':'Tak','parentProjectId':'J-2'}");
        webhook(takeWebhooks().get(2));
        assertShows("{'Code':'J-500'}", counterpart(Entity.PROJECT, "J-1"));
        assertShows("{'Code':'J-500.1'}", counterpart(Entity.PROJECT, "J-2"));
        assertShows("{'Code':'J-500.1.J-501'}", counterpart(Entity.PROJECT, "J-3"));
        assertQuiet();
    }

    @Test
    void contactsOfAPersonAreParkedUntilTheCustomerIsACompany() {
        create(Entity.CUSTOMER, "C-2", "{'isPerson':true,'firstName':'Per','lastName':'Eksempel'}");
        create(Entity.CONTACT, "P-2", NORA);
        webhooksArrive();
        assertEquals(
                "not_allowed", link(Entity.CONTACT, "P-2").problem().reason().code());
        edit(Entity.CUSTOMER, "C-2", "{'isPerson':false,'name':'Eksempel AS','firstName':null,'lastName':null}");
        webhooksArrive();
        assertEquals(State.LINKED, link(Entity.CONTACT, "P-2").state());
        assertQuiet();
    }
}
