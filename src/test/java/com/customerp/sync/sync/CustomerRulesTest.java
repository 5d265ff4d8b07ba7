package com.customerp.sync.sync;

import static com.customerp.sync.sync.CustomerPair.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preconditions of mapping.md 3.5 and the address rules of section 2. */
class CustomerRulesTest {
    private final CustomerPair pair = new CustomerPair();

    private Plan create() {
        return pair.withoutLink().decide(pair.record(Side.CUSTOMERP), null);
    }

    private ObjectNode body(Plan plan) {
        assertNull(plan.problem());
        return ((Effect.Create) plan.effects().get(0)).body();
    }

    private static void assertParked(Reason reason, String field, Plan plan) {
        assertEquals(reason, plan.problem().reason());
        assertEquals(field, plan.problem().field());
        assertEquals(List.of(), plan.effects());
    }

    @Test
    void invoicesByEmailNeedAnAddress() {
        pair.set(Side.CUSTOMERP, "email", "null").set(Side.CUSTOMERP, "invoiceEmail", "null");
        assertParked(Reason.MISSING, "invoiceDelivery,email,invoiceEmail", pair.decide());
        assertParked(Reason.MISSING, "invoiceDelivery,email,invoiceEmail", create());
    }

    @Test
    void clearingOneOfTwoEmailAddressesIsFine() {
        assertNull(pair.set(Side.CUSTOMERP, "email", "null").decide().problem());
    }

    @Test
    void aNewCustomerWithoutDeliveryAndEmailIsPrinted() {
        pair.set(Side.CUSTOMERP, "invoiceDelivery", "null");
        assertFalse(body(create()).has("InvoiceDeliveryType"));
        pair.set(Side.CUSTOMERP, "email", "null").set(Side.CUSTOMERP, "invoiceEmail", "null");
        Plan plan = create();
        assertEquals("Print", body(plan).path("InvoiceDeliveryType").asText());
        assertFalse(written(plan, Side.POWEROFFICE).containsKey("invoiceDelivery"), "so that it is carried back");
    }

    @Test
    void ehfNeedsAnOrganizationNumber() {
        pair.set(Side.CUSTOMERP, "invoiceDelivery", "\"ehf\"").set(Side.CUSTOMERP, "organizationNumber", "null");
        assertParked(Reason.MISSING, "organizationNumber", pair.decide());
        assertParked(Reason.MISSING, "organizationNumber", create());
    }

    @ParameterizedTest
    @ValueSource(strings = {"avtaleGiro", "eFaktura"})
    void onlyThePayerChoosesAvtaleGiroAndEfaktura(String delivery) {
        pair.set(Side.CUSTOMERP, "invoiceDelivery", '"' + delivery + '"');
        assertParked(Reason.NOT_ALLOWED, "invoiceDelivery", pair.decide());
        assertParked(Reason.NOT_ALLOWED, "invoiceDelivery", create());
    }

    @ParameterizedTest
    @CsvSource({"AvtaleGiro,avtaleGiro", "Efaktura,eFaktura"})
    void whatThePayerChoseIsPutBack(String powerOffice, String customerp) {
        pair.set(Side.POWEROFFICE, "invoiceDelivery", '"' + powerOffice + '"')
                .set(Side.CUSTOMERP, "invoiceDelivery", '"' + customerp + '"')
                .settled()
                .set(Side.CUSTOMERP, "invoiceDelivery", "\"print\"");
        Plan plan = pair.decide();
        assertEquals(Map.of(), written(plan, Side.POWEROFFICE));
        assertEquals(Map.of("invoiceDelivery", '"' + customerp + '"'), written(plan, Side.CUSTOMERP));
    }

    @Test
    void aNumberOutsideEverySeriesParksAndNamesThem() {
        pair.facts = new Facts() {
            @Override
            public Optional<String> seriesWithout(Entity role, long number) {
                return role == Entity.CUSTOMER && number == 99L ? Optional.of("10000-19999") : Optional.empty();
            }
        };
        assertNull(create().problem());
        pair.set(Side.CUSTOMERP, "customerNumber", "\"99\"");
        Plan plan = create();
        assertParked(Reason.OUT_OF_SERIES, "customerNumber", plan);
        assertTrue(plan.problem().sentence().contains("10000-19999"));
    }

    @Test
    void theNumberOfAnEfakturaCustomerDoesNotChange() {
        pair.set(Side.POWEROFFICE, "invoiceDelivery", "\"Efaktura\"")
                .set(Side.CUSTOMERP, "invoiceDelivery", "\"eFaktura\"")
                .settled()
                .set(Side.CUSTOMERP, "customerNumber", "\"10099\"");
        assertParked(Reason.NOT_ALLOWED, "customerNumber", pair.decide());
    }

    @ParameterizedTest
    @CsvSource({"firstName", "lastName"})
    void aPersonNeedsBothNames(String missing) {
        pair.set(Side.CUSTOMERP, "isPerson", "true")
                .set(Side.CUSTOMERP, "firstName", "\"Ola\"")
                .set(Side.CUSTOMERP, "lastName", "\"Prøve\"")
                .set(Side.CUSTOMERP, missing, "null");
        assertParked(
                Reason.MISSING,
                missing,
                pair.forgetting("firstName", "lastName").decide());
        assertParked(Reason.MISSING, missing, create());
    }

    @Test
    void aCompanyNeedsAName() {
        pair.set(Side.CUSTOMERP, "name", "null");
        assertParked(Reason.MISSING, "name", create());
    }

    @Test
    void theKindIsSwitchedTogetherWithTheNames() {
        Plan plan = pair.set(Side.CUSTOMERP, "isPerson", "true")
                .set(Side.CUSTOMERP, "firstName", "\"Ola\"")
                .set(Side.CUSTOMERP, "lastName", "\"Prøve\"")
                .set(Side.CUSTOMERP, "name", "\"Ola Prøve\"")
                .forgetting("firstName", "lastName")
                .decide();
        assertEquals(1, plan.effects().size());
        assertEquals(
                Map.of("isPerson", "true", "firstName", "\"Ola\"", "lastName", "\"Prøve\""),
                written(plan, Side.POWEROFFICE));
        assertTrue(plan.ignored().contains("name"));
    }

    @Test
    void aCompanyWithContactsBecomesNoPerson() {
        pair.facts = new Facts() {
            @Override
            public boolean hasLinkedContacts(String powerOfficeId) {
                return powerOfficeId.equals("20550001");
            }
        };
        pair.set(Side.CUSTOMERP, "isPerson", "true")
                .set(Side.CUSTOMERP, "firstName", "\"Ola\"")
                .set(Side.CUSTOMERP, "lastName", "\"Prøve\"")
                .forgetting("firstName", "lastName");
        assertParked(Reason.NOT_ALLOWED, "isPerson", pair.decide());
    }

    @Test
    void aContactThatIsAnEmployeeInUseIsNotArchived() {
        pair.facts = new Facts() {
            @Override
            public boolean isInUseAs(Entity role, String powerOfficeId) {
                return role == Entity.EMPLOYEE;
            }
        };
        assertParked(Reason.SHARED_CONTACT, "isArchived", pair.decide(null, pair.record(Side.POWEROFFICE)));
        pair.set(Side.CUSTOMERP, "isArchived", "true");
        assertParked(Reason.SHARED_CONTACT, "isArchived", pair.decide());
    }

    @Test
    void onlyANorwegianOrganizationNumberIsBroughtToNineDigits() {
        pair.set(Side.CUSTOMERP, "organizationNumber", "\"NO 987 654 325 MVA\"");
        assertEquals("987654325", body(create()).path("OrganizationNumber").asText());
        pair.set(Side.CUSTOMERP, "organizationNumber", "\"123 456 789\"")
                .set(Side.CUSTOMERP, "address.countryCode", "\"DE\"");
        assertEquals("123 456 789", body(create()).path("OrganizationNumber").asText());
    }

    @ParameterizedTest
    @CsvSource({"address.city", "address.postalCode"})
    void anIncompleteAddressIsLeftOutAndHeld(String missing) {
        pair.set(Side.CUSTOMERP, missing, "null");
        Plan plan = create();
        assertFalse(body(plan).has("MailAddress"));
        Problem notice = plan.notices().get(0);
        assertEquals("address", notice.field());
        assertTrue(notice.sentence().contains(missing));
        assertEquals(1, plan.notices().size());
    }

    @Test
    void aCountryAloneIsNoAddress() {
        for (String field : List.of("address.line1", "address.line2", "address.postalCode", "address.city")) {
            pair.set(Side.CUSTOMERP, field, "null");
        }
        Plan plan = create();
        assertFalse(body(plan).has("MailAddress"));
        assertEquals(List.of(), plan.notices());
    }

    @Test
    void anIncompleteAddressIsPatchedWherePowerOfficeHasOne() {
        Plan plan = pair.set(Side.CUSTOMERP, "address.line1", "\"Kaigata 9\"").decide();
        assertEquals(Map.of("address.line1", "\"Kaigata 9\""), written(plan, Side.POWEROFFICE));
    }

    @Test
    void aClearedAddressLeavesTheCountry() {
        pair.customerp.putNull("address");
        Plan plan = pair.decide();
        assertEquals(
                Map.of("address.line1", "null", "address.postalCode", "null", "address.city", "null"),
                written(plan, Side.POWEROFFICE));
        assertFalse(plan.agreed().containsKey("address.countryCode"), "carried once there is an address again");
    }

    @Test
    void aCountryClearedAloneIsPutBack() {
        Plan plan = pair.set(Side.CUSTOMERP, "address.countryCode", "null").decide();
        assertEquals(Map.of("address.countryCode", "\"NO\""), written(plan, Side.CUSTOMERP));
        assertEquals(Map.of(), written(plan, Side.POWEROFFICE));
    }

    @Test
    void aCountryThatPowerOfficeFillsInIsNoAddress() {
        pair.customerp.putNull("address");
        pair.powerOffice.putNull("MailAddress");
        pair.settled().set(Side.POWEROFFICE, "address.countryCode", "\"NO\"");
        assertEquals(List.of(), pair.decide().effects());
    }
}
