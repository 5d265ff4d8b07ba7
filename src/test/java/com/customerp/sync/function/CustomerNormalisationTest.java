package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.local.customerp.Normalisation;
import com.customerp.sync.local.poweroffice.Quirk;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that rewrite what they are given, or show what was: neither is an edit (mapping.md 1.2, 1.4 and 10). */
@QuarkusTest
@QuarkusTestResource(World.class)
class CustomerNormalisationTest extends CustomerScenario {
    private static final String CUSTOMER = """
            {"customerNumber":"10042","name":"Speilet AS","organizationNumber":"987654325","email":"post@speilet.example",
             "invoiceEmail":"faktura@speilet.example","phone":"+47 22 00 00 01","website":"https://speilet.example",
             "address":{"line1":"Kaigata 1","postalCode":"5003","city":"Bergen","countryCode":"NO"},
             "currencyCode":"NOK","discountPercent":5,"isVatExempt":false,"invoiceDelivery":"pdfByEmail"}""";

    private static final String QUIRKS = """
            TRIMS                         | name               | "  Speilet   Drift AS "  | Name
            COLLAPSES_BLANKS              | name               | "Speilet   Drift AS"     | Name
            EMPTY_BECOMES_NULL            | phone              | ""                       | PhoneNumber
            PHONE_WITHOUT_BLANKS          | phone              | "+47 22 00 00 99"        | PhoneNumber
            PHONE_WITH_COUNTRY            | phone              | "22 00 00 99"            | PhoneNumber
            EMAIL_LOWER_CASE              | email              | "Ny.Post@Speilet.example"| EmailAddress
            EMAIL_LOWER_CASE              | invoiceEmail       | "Ny@Speilet.example"     | InvoiceEmailAddress
            WEBSITE_WITH_SCHEME           | website            | "ny.speilet.example"     | WebsiteUrl
            WEBSITE_WITH_SLASH            | website            | "https://ny.example"     | WebsiteUrl
            ORGANIZATION_NUMBER_FORMATTED | organizationNumber | "974760673"              | OrganizationNumber
            DECIMALS_ROUNDED              | discountPercent    | 12.345                   | Allowance
            DECIMALS_WITH_POINT           | discountPercent    | 12                       | Allowance
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = QUIRKS)
    void anEditThatPowerOfficeRewritesIsOneWriteThereAndNoneBack(
            Quirk quirk, String field, String value, String member) {
        String id = linked(CUSTOMER);
        String before = counterpart(id).path(member).asText();
        world.powerOffice().change(options -> options.with(quirk));
        editCustomerp(id, "{\"" + field + "\":" + value + "}");
        String typed = inCustomerp(id).path(field).asText();
        webhooksArrive();
        assertNotEquals(before, counterpart(id).path(member).asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertQuiet();
        world.clock.pass(Duration.ofMinutes(10));
        assertQuiet();
        assertEquals(typed, inCustomerp(id).path(field).asText(), "as the user typed it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = QUIRKS)
    void aCreateThatPowerOfficeRewritesIsOneWriteThereAndNoneBack(
            Quirk quirk, String field, String value, String member) {
        world.powerOffice().change(options -> options.with(quirk));
        ObjectNode members = json(CUSTOMER).setAll(json("{\"" + field + "\":" + value + "}"));
        String id = customer(members.toString());
        webhooksArrive();
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertTrue(counterpart(id).has(member));
        assertQuiet();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                UPPER_CASE_EMAIL     | EmailAddress        | ny.post@speilet.example | email
                UPPER_CASE_EMAIL     | InvoiceEmailAddress | ny@speilet.example      | invoiceEmail
                PHONE_WITHOUT_BLANKS | PhoneNumber         | +47 22 00 00 99         | phone
                """)
    void anEditThatCustomerpRewritesIsOneWriteThereAndNoneBack(
            Normalisation normalisation, String member, String value, String field) {
        String id = linked(CUSTOMER);
        world.customerp().normalise(normalisation);
        editPowerOffice(link(id).powerOfficeId(), "{\"" + member + "\":\"" + value + "\"}");
        changes();
        webhooksArrive();
        assertNotEquals(value, inCustomerp(id).path(field).asText(), "it is rewritten");
        assertEquals(1, customerpWrites());
        assertEquals(0, powerOfficeWrites());
        assertQuiet();
        assertEquals(value, counterpart(id).path(member).asText());
    }

    @Test
    void anAddressThatCanOnlyBeAddedArrives() {
        String id = linked("{\"name\":\"Speilet AS\",\"email\":\"post@speilet.example\"}");
        world.powerOffice().change(options -> options.with(Quirk.ADDRESS_ONLY_BY_ADD));
        editCustomerp(id, "{\"address\":{\"line1\":\"Kaigata 2\",\"postalCode\":\"5004\",\"city\":\"Bergen\"}}");
        webhooksArrive();
        assertEquals("Bergen", counterpart(id).at("/MailAddress/City").asText());
        assertEquals(State.LINKED, link(id).state());
        assertQuiet();
    }

    @Test
    void anAddressThatCannotBeClearedIsHeldAndTheRestIsCarried() {
        String id = linked(CUSTOMER);
        world.powerOffice().change(options -> options.with(Quirk.ADDRESS_NOT_CLEARABLE));
        editCustomerp(id, "{\"address\":null,\"phone\":\"+47 22 00 00 99\"}");
        webhooksArrive();
        assertEquals("+47 22 00 00 99", counterpart(id).path("PhoneNumber").asText());
        assertEquals(State.LINKED, link(id).state());
        assertTrue(link(id).notices().stream().anyMatch(notice -> notice.field().startsWith("address")));
        assertQuiet();
        world.powerOffice().change(options -> options.without(Quirk.ADDRESS_NOT_CLEARABLE));
        editCustomerp(id, "{\"phone\":\"+47 22 00 00 98\"}");
        webhooksArrive();
        assertTrue(counterpart(id).at("/MailAddress/City").isNull(), "tried again at a later change");
        assertQuiet();
    }

    @Test
    void aListThatShowsTheOldStateRevertsNoEdit() {
        String id = linked(CUSTOMER);
        world.clock.pass(Duration.ofMinutes(2));
        world.powerOffice().change(options -> options.withStaleReads(Duration.ofMinutes(1), 0));
        editCustomerp(id, "{\"name\":\"Speilet Drift AS\"}");
        webhooksArrive();
        changes();
        full();
        assertEquals("Speilet Drift AS", inCustomerp(id).path("name").asText());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        world.clock.pass(Duration.ofMinutes(2));
        assertQuiet();
        assertEquals("Speilet Drift AS", counterpart(id).path("Name").asText());
    }

    @ParameterizedTest
    @CsvSource({"PT1S", "PT1M"})
    void aReadThatShowsTheOldStateRevertsNoEdit(Duration staleFor) {
        String id = linked(CUSTOMER);
        world.clock.pass(Duration.ofMinutes(2));
        world.powerOffice().change(options -> options.withStaleReads(staleFor, 0));
        editCustomerp(id, "{\"name\":\"Speilet Drift AS\"}");
        webhooksArrive();
        editCustomerp(id, "{\"phone\":\"+47 22 00 00 99\"}");
        webhooksArrive();
        changes();
        world.clock.pass(Duration.ofMinutes(2));
        changes();
        assertEquals("Speilet Drift AS", inCustomerp(id).path("name").asText());
        assertEquals("Speilet Drift AS", counterpart(id).path("Name").asText());
        assertEquals("+47 22 00 00 99", counterpart(id).path("PhoneNumber").asText());
        assertEquals(2, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        world.clock.pass(Duration.ofMinutes(2));
        assertQuiet();
    }

    @Test
    void aNewRecordThatIsNotShownYetIsNotTakenForDeleted() {
        world.powerOffice().change(options -> options.withStaleReads(Duration.ofMinutes(1), 0));
        String id = customer(CUSTOMER);
        webhooksArrive();
        full();
        changes();
        for (int minutes = 0; minutes < 30; minutes += 6) {
            world.clock.pass(Duration.ofMinutes(6));
            changes();
        }
        full();
        assertEquals(State.LINKED, link(id).state());
        assertEquals(false, inCustomerp(id).path("isArchived").asBoolean());
        assertEquals(1, powerOfficeWrites());
        assertEquals(0, customerpWrites());
        assertEquals(1, allInPowerOffice().size());
    }
}
