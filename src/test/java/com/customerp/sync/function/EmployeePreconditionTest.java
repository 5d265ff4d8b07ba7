package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerOffice cannot take of an employee is parked or held (mapping.md 5.4, 5.5), and which one it is (5.2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class EmployeePreconditionTest extends PairScenario {
    private static final String E = "E-9";
    private static final String OLA =
            "{'firstName':'Ola','lastName':'Prøve','employeeNumber':'42','email':'ola@fjord.example'}";

    @Override
    Entity entity() {
        return Entity.EMPLOYEE;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'firstName':null}        | missing       | firstName
            {'lastName':''}           | missing       | lastName
            {'employeeNumber':'4200'} | out_of_series | employeeNumber
            {'employeeNumber':'A-42'} | not_digits    | employeeNumber
            {'email':'uten'}          | not_allowed   | email
            {'dateOfBirth':'i fjor'}  | not_allowed   | dateOfBirth
            """)
    void whatBreaksAPreconditionIsParkedBeforeTheCallAndFollowsWhenItIsPutRight(
            String shown, String reason, String field) {
        customerpShows(E, shown);
        born(E, OLA);
        assertParked(E, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(E, "{'jobTitle':'Sjef'}");
        assertLinked(E);
        customerpShows(E, shown);
        edited(E, "{'jobTitle':'Leder'}");
        assertParked(E, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(E, "{'jobTitle':'Daglig leder'}");
        assertShows("{'JobTitle':'Daglig leder','Number':42}", counterpart(E));
        assertQuiet();
    }

    @Test
    void aNumberThatAnotherPowerOfficeEmployeeHasIsTaken() {
        linked(E, OLA);
        createInPowerOffice(entity(), "{'FirstName':'En','LastName':'Annen','Number':43}");
        edited(E, "{'employeeNumber':'43','jobTitle':'Sjef'}");
        assertParked(E, "taken", "employeeNumber");
        assertShows("{'Number':42,'JobTitle':null}", counterpart(E));
        edited(E, "{'employeeNumber':'44'}");
        assertLinked(E);
        assertShows("{'Number':44,'JobTitle':'Sjef'}", counterpart(E));
        assertQuiet();
    }

    @Test
    void aNumberThatAnotherEmployeeOfCustomerpHasIsTaken() {
        linked(E, OLA);
        linked("E-10", "{'firstName':'Bo','lastName':'Prøve','employeeNumber':'50'}");
        edit(entity(), "E-10", "{'employeeNumber':'60'}");
        editCounterpart(entity(), E, "{'Number':60,'JobTitle':'Sjef'}");
        changes(entity());
        assertParked(E, "taken", "employeeNumber");
        assertShows("{'employeeNumber':'42','jobTitle':null}", inCustomerp(E));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'line1':'Kaigata 1','postalCode':'5003'} | address.city       | {'city':'Bergen'}
            {'line1':'Kaigata 1','city':'Bergen'}     | address.postalCode | {'postalCode':'5003'}
            """)
    void anAddressThatPowerOfficeCannotTakeIsHeldUntilItIsWhole(String address, String missing, String rest) {
        linked(E, OLA);
        edited(E, "{'jobTitle':'Sjef','address':" + address + "}");
        assertHeld(E, "missing", "address");
        assertTrue(link(E).notices().get(0).sentence().startsWith(missing));
        assertShows("{'JobTitle':'Sjef','MailAddress':null}", counterpart(E));
        assertQuiet();
        edited(E, "{'address':" + rest + "}");
        assertLinked(E);
        assertShows("{'MailAddress':{'AddressLine1':'Kaigata 1','ZipCode':'5003','City':'Bergen'}}", counterpart(E));
        assertQuiet();
    }

    @Test
    void anEmployeeWithABalanceIsNotArchivedAndTheRestIsCarried() {
        linked(E, OLA);
        world.powerOffice().user().setLedgerBalance(link(E).powerOfficeId(), true);
        edited(E, "{'isArchived':true,'jobTitle':'Sjef'}");
        assertParked(E, "refused", "isArchived");
        assertShows("{'JobTitle':'Sjef','IsArchived':false}", counterpart(E));
        world.powerOffice().user().setLedgerBalance(link(E).powerOfficeId(), false);
        edited(E, "{'jobTitle':'Leder'}");
        assertLinked(E);
        assertShows("{'JobTitle':'Leder','IsArchived':true}", counterpart(E));
        assertQuiet();
    }

    /** mapping.md 3.4 and 5.4: archiving one role would archive the other. */
    @ParameterizedTest
    @CsvSource({"EMPLOYEE,CUSTOMER", "CUSTOMER,EMPLOYEE"})
    void aContactThatIsInUseInAnotherRoleIsNotArchived(Entity archived, Entity inUse) {
        String employee = "{'firstName':'Ola','lastName':'Prøve','employeeNumber':'42'}";
        String customer = "{'isPerson':true,'firstName':'Ola','lastName':'Prøve','customerNumber':'10042',"
                + "'currencyCode':'NOK','invoiceDelivery':'print'}";
        linked(Entity.EMPLOYEE, E, employee);
        world.powerOffice()
                .user()
                .addRole(
                        Resource.CUSTOMERS,
                        link(E).powerOfficeId(),
                        json("{'IsPerson':true,'FirstName':'Ola','LastName':'Prøve','Number':10042}"));
        linked(Entity.CUSTOMER, "C-9", customer);
        String id = archived == Entity.EMPLOYEE ? E : "C-9";
        edit(archived, id, "{'isArchived':true}");
        webhooksArrive();
        assertEquals("shared_contact", link(archived, id).problem().reason().code());
        assertEquals("isArchived", link(archived, id).problem().field());
        assertWrites(0, 0);
        String other = inUse == Entity.EMPLOYEE ? E : "C-9";
        edit(inUse, other, "{'isArchived':true}");
        webhooksArrive();
        assertShows("{'IsArchived':false}", counterpart(inUse, other));
    }

    @Test
    void whatIsNobodysBusinessIsNeitherCarriedNorTouched() {
        String there = createInPowerOffice(
                entity(),
                "{'FirstName':'Ola','LastName':'Prøve','Number':42,'EmailAddress':'ola@fjord.example','Gender':'Male',"
                        + "'InternationalIdType':'PassportNumber','InternationalIdCountryCode':'SE'}");
        linked(E, OLA);
        assertLinked(E, there);
        edited(E, "{'jobTitle':'Sjef'}");
        editCounterpart(entity(), E, "{'Gender':'Female'}");
        assertQuiet();
        assertShows(
                "{'InternationalIdType':'PassportNumber','InternationalIdCountryCode':'SE','JobTitle':'Sjef'}",
                counterpart(E));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            slot                        | {'FirstName':'En','LastName':'Annen','ExternalImportReference':'customerp:E-9'}
            number                      | {'FirstName':'En','LastName':'Annen','Number':42}
            e-mail                      | {'FirstName':'En','LastName':'Annen','EmailAddress':'ola@fjord.example'}
            e-mail in other letter case | {'FirstName':'En','LastName':'Annen','EmailAddress':'OLA@Fjord.example'}
            """)
    void oneKeyAloneLinks(String key, String there) {
        String existing = createInPowerOffice(entity(), there);
        born(E, OLA);
        assertLinked(E, existing);
        assertShows("{'ExternalImportReference':'customerp:E-9'}", counterpart(E));
        assertEquals(1, allInPowerOffice(entity()).size());
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void anEmployeeWithNoKeyInCommonIsCreated() {
        createInPowerOffice(entity(), "{'FirstName':'Ola','LastName':'Prøve','Number':7}");
        born(E, OLA);
        assertLinked(E);
        assertEquals(2, allInPowerOffice(entity()).size());
        assertQuiet();
    }

    @Test
    void twoInPowerOfficeWithOneMailboxAreAmbiguous() {
        String there = "{'FirstName':'En','LastName':'Annen','EmailAddress':'ola@fjord.example'}";
        String first = createInPowerOffice(entity(), there);
        String second = createInPowerOffice(entity(), there);
        born(E, OLA);
        assertParked(E, "ambiguous", "email", first, second);
        assertWrites(0, 0);
        full(entity());
        assertWrites(0, 0);
    }

    @Test
    void twoInCustomerpWithOneMailboxAreAmbiguous() {
        String existing = createInPowerOffice(
                entity(), "{'FirstName':'En','LastName':'Annen','EmailAddress':'ola@fjord.example'}");
        create(entity(), E, OLA);
        create(entity(), "E-10", "{'firstName':'Bo','lastName':'Prøve','email':'Ola@fjord.example'}");
        changes(entity());
        assertParked(E, "ambiguous", "email", existing);
        assertParked("E-10", "ambiguous", "email", existing);
        assertWrites(0, 0);
    }

    @Test
    void aMailboxOfOneWhoIsLinkedIsNotUnique() {
        linked("E-1", OLA.replace("'42'", "'41'"));
        born(E, OLA);
        assertLinked(E);
        assertEquals(2, allInPowerOffice(entity()).size());
    }

    @Test
    void theNumberOfOneWhoIsLinkedIsTaken() {
        linked("E-1", OLA.replace("ola@", "per@"));
        edit(entity(), "E-1", "{'employeeNumber':'41'}");
        webhooksAreLost();
        born(E, OLA);
        assertParked(E, "taken", "employeeNumber", keyOf(entity(), "E-1"));
        assertWrites(0, 0);
    }

    @Test
    void aMailboxOfOneWhoseNumberIsAnothersIsAContradiction() {
        String existing = createInPowerOffice(
                entity(), "{'FirstName':'En','LastName':'Annen','Number':77,'EmailAddress':'ola@fjord.example'}");
        create(entity(), "E-77", "{'firstName':'Bo','lastName':'Prøve','employeeNumber':'77'}");
        webhooksAreLost();
        born(E, OLA);
        assertParked(E, "contradiction", "employeeNumber", existing);
        assertWrites(0, 0);
    }
}
