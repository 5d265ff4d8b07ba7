package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerOffice cannot take of a contact is parked or held (mapping.md 4.5), and which contact person it is (4.2). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ContactPreconditionTest extends PairScenario {
    private static final String P = "P-2001";
    private static final String NORA =
            "{'customerId':'C-1','firstName':'Nora','lastName':'Lie','email':'nora@fjord.example'}";

    @Override
    Entity entity() {
        return Entity.CONTACT;
    }

    @BeforeEach
    void prepare() {
        linked(Entity.CUSTOMER, "C-1", COMPANY);
        linked(Entity.CUSTOMER, "C-2", OTHER_COMPANY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'firstName':null}                 | missing     | firstName
            {'lastName':' '}                   | missing     | lastName
            {'email':'uten krøllalfa'}         | not_allowed | email
            {'email':'nora@'}                  | not_allowed | email
            """)
    void whatBreaksAPreconditionIsParkedBeforeTheCallAndFollowsWhenItIsPutRight(
            String shown, String reason, String field) {
        customerpShows(P, shown);
        born(P, NORA);
        assertParked(P, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(P, "{'jobTitle':'Sjef'}");
        assertLinked(P);
        customerpShows(P, shown);
        edited(P, "{'jobTitle':'Leder'}");
        assertParked(P, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(P, "{'jobTitle':'Daglig leder'}");
        assertShows("{'Title':'Daglig leder','FirstName':'Nora'}", counterpart(P));
        assertQuiet();
    }

    @Test
    void anAddressOfPowerOfficeThatIsNoEmailAddressIsParked() {
        linked(P, NORA);
        editCounterpart(entity(), P, "{'EmailAddress':'uten krøllalfa','Title':'Sjef'}");
        changes(entity());
        assertParked(P, "not_allowed", "email");
        assertWrites(0, 0);
    }

    @Test
    void anEmailAddressThatPowerOfficeAloneDoesNotTakeIsRefused() {
        linked(P, NORA);
        powerOfficeRefuses("PATCH", "The EmailAddress has an invalid format");
        edited(P, "{'email':'nora@fjord','jobTitle':'Sjef'}");
        assertParked(P, "refused", "email");
        assertTrue(link(P).problem().detail().contains("The EmailAddress has an invalid format"));
        world.powerOffice().faults().clear();
        edited(P, "{'email':'nora@fjord.example'}");
        assertShows("{'EmailAddress':'nora@fjord.example','Title':'Sjef'}", counterpart(P));
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'line1':'Kaigata 1','postalCode':'5003'} | address.city       | {'city':'Bergen'}
            {'line1':'Kaigata 1','city':'Bergen'}     | address.postalCode | {'postalCode':'5003'}
            """)
    void anAddressThatPowerOfficeCannotTakeIsHeldUntilItIsWhole(String address, String missing, String rest) {
        born(P, NORA.replace("}", ",'address':" + address + "}"));
        assertHeld(P, "missing", "address");
        assertTrue(link(P).notices().get(0).sentence().startsWith(missing));
        assertShows("{'MailAddress':null}", counterpart(P));
        edited(P, "{'jobTitle':'Sjef'}");
        assertShows("{'Title':'Sjef','MailAddress':null}", counterpart(P));
        assertHeld(P, "missing", "address");
        assertQuiet();
        edited(P, "{'address':" + rest + "}");
        assertLinked(P);
        assertShows("{'MailAddress':{'AddressLine1':'Kaigata 1','ZipCode':'5003','City':'Bergen'}}", counterpart(P));
        assertQuiet();
    }

    @Test
    void aContactOfACustomerThatBecomesAPersonCannotBeAndComesWhenItIsACompanyAgain() {
        linked(Entity.CUSTOMER, "C-3", "{'isPerson':true,'firstName':'Per','lastName':'Eksempel'}");
        born(P, NORA.replace("C-1", "C-3"));
        assertParked(P, "not_allowed", "customerId");
        assertWrites(0, 0);
        edit(Entity.CUSTOMER, "C-3", "{'isPerson':false,'name':'Eksempel AS','firstName':null,'lastName':null}");
        webhooksArrive();
        assertLinked(P);
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            slot                        | {'FirstName':'En','LastName':'Annen','ExternalCode':'customerp:P-2001'}
            e-mail                      | {'FirstName':'En','LastName':'Annen','EmailAddress':'nora@fjord.example'}
            e-mail in other letter case | {'FirstName':'En','LastName':'Annen','EmailAddress':'Nora@Fjord.example'}
            """)
    void oneKeyAloneLinks(String key, String there) {
        String existing = person("C-1", there);
        born(P, NORA);
        assertLinked(P, existing);
        assertShows("{'ExternalCode':'customerp:P-2001'}", counterpart(P));
        assertEquals(1, allInPowerOffice(entity()).size());
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            same names and no e-mail address   | C-1 | {'FirstName':'Nora','LastName':'Lie'}
            same e-mail at another customer    | C-2 | {'FirstName':'Nora','LastName':'Lie','EmailAddress':'nora@fjord.example'}
            """)
    void whoIsAnotherPersonIsLeftAloneAndOneIsCreated(String what, String customer, String there) {
        String existing = person(customer, there);
        born(P, NORA);
        assertLinked(P);
        assertEquals(2, allInPowerOffice(entity()).size());
        assertShows("{'ExternalCode':null}", inPowerOffice(entity(), existing));
        assertQuiet();
    }

    @Test
    void aPersonWithoutAnEmailAddressIsCreated() {
        person("C-1", "{'FirstName':'Nora','LastName':'Lie'}");
        born(P, "{'customerId':'C-1','firstName':'Nora','lastName':'Lie'}");
        assertLinked(P);
        assertEquals(2, allInPowerOffice(entity()).size());
    }

    @Test
    void twoPersonsWithOneMailboxAreAmbiguous() {
        String first = person("C-1", "{'FirstName':'En','LastName':'Lie','EmailAddress':'nora@fjord.example'}");
        String second = person("C-1", "{'FirstName':'To','LastName':'Lie','EmailAddress':'nora@fjord.example'}");
        born(P, NORA);
        assertParked(P, "ambiguous", "email", first, second);
        assertWrites(0, 0);
        full(entity());
        assertWrites(0, 0);
    }

    @Test
    void aSlotUnderAnotherContactIsAContradiction() {
        String existing = person("C-2", "{'FirstName':'Nora','LastName':'Lie','ExternalCode':'customerp:P-2001'}");
        born(P, NORA);
        assertParked(P, "contradiction", "id", existing);
        assertWrites(0, 0);
    }

    @Test
    void aPersonWithTheMailboxOfOneWhoIsLinkedIsCreated() {
        linked("P-1", NORA);
        born(P, NORA.replace("Nora", "Ola"));
        assertLinked(P);
        assertEquals(
                List.of("Nora", "Ola"),
                allInPowerOffice(entity()).stream()
                        .map(row -> row.path("FirstName").asText())
                        .sorted()
                        .toList());
        assertQuiet();
    }

    private String person(String customer, String members) {
        return createInPowerOffice(
                entity(), members.replace("}", "," + member("ContactId", Entity.CUSTOMER, customer) + "}"));
    }
}
