package com.customerp.sync.sync;

import static com.customerp.sync.sync.CustomerPair.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The merge of mapping.md 1.2, shown on customers. */
class DeciderTest {
    private final CustomerPair pair = new CustomerPair();

    /** Each row of mapping.md 3.1 and 2, in both directions: an edit of one side goes to the other, and only there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customerNumber         | "10043"            | 10043
            name                   | "Fjord AS"         | "Fjord AS"
            organizationNumber     | "912345678"        | "912345678"
            organizationNumber     | null               | null
            email                  | "ny@fjord.example" | "ny@fjord.example"
            invoiceEmail           | null               | null
            phone                  | "+47 22 00 00 99"  | "+47 22 00 00 99"
            website                | "https://ny.example" | "https://ny.example"
            address.line1          | "Kaigata 2"        | "Kaigata 2"
            address.line2          | "Oppgang B"        | "Oppgang B"
            address.postalCode     | "0155"             | "0155"
            address.city           | "Oslo"             | "Oslo"
            address.countryCode    | "SE"               | "SE"
            currencyCode           | "EUR"              | "EUR"
            discountPercent        | 12.5               | 12.5
            discountPercent        | null               | null
            isVatExempt            | true               | true
            invoiceDelivery        | "print"            | "Print"
            salesPersonId          | "E-8"              | 20550301
            salesPersonId          | null               | null
            isArchived             | true               | true
            """)
    void anEditOfOneSideIsCarriedToTheOther(String field, String customerp, String powerOffice) {
        Plan toPowerOffice = pair.set(Side.CUSTOMERP, field, customerp).decide();
        assertEquals(Map.of(field, powerOffice), written(toPowerOffice, Side.POWEROFFICE));
        assertEquals(Map.of(), written(toPowerOffice, Side.CUSTOMERP));

        Plan toCustomerp =
                new CustomerPair().set(Side.POWEROFFICE, field, powerOffice).decide();
        assertEquals(Map.of(field, customerp), written(toCustomerp, Side.CUSTOMERP));
        assertEquals(Map.of(), written(toCustomerp, Side.POWEROFFICE));

        Plan both = new CustomerPair()
                .set(Side.CUSTOMERP, field, customerp)
                .set(Side.POWEROFFICE, field, powerOffice)
                .decide();
        assertEquals(List.of(), both.effects(), "both sides agree already");
        assertTrue(both.agreed().containsKey(field));
    }

    @Test
    void nothingNewMeansNothingToDo() {
        assertEquals(List.of(), pair.decide().effects());
    }

    @Test
    void editsOfDifferentFieldsBothSurvive() {
        Plan plan = pair.set(Side.CUSTOMERP, "phone", "\"99 00 00 01\"")
                .set(Side.POWEROFFICE, "name", "\"Fjord Bygg og Anlegg AS\"")
                .decide();
        assertEquals(Map.of("phone", "\"99 00 00 01\""), written(plan, Side.POWEROFFICE));
        assertEquals(Map.of("name", "\"Fjord Bygg og Anlegg AS\""), written(plan, Side.CUSTOMERP));
        assertEquals(List.of(), plan.losses());
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST, 2026-03-02T09:15:30.123Z, 2026-03-02T09:15:00Z, POWEROFFICE",
        "NEWEST, 2026-03-02T09:15:30.123Z, 2026-03-02T09:15:31Z, CUSTOMERP",
        "NEWEST, 2026-03-02T09:15:30.123Z, 2026-03-02T09:15:30.123Z, POWEROFFICE",
        "NEWEST, 2026-03-02T09:15:30.123Z, 2026-03-02T09:00:00Z 2026-03-02T09:16:00Z, CUSTOMERP",
        "CUSTOMERP, 2026-03-02T09:15:30.123Z, 2026-03-02T09:15:31Z, POWEROFFICE",
        "POWEROFFICE, 2026-03-02T09:15:30.123Z, 2026-03-02T09:15:00Z, CUSTOMERP"
    })
    void aConflictIsDecidedByPolicyAndTheLoserIsKept(
            ConflictPolicy policy, String customerpAt, String powerOfficeAt, Side written) {
        pair.conflict = policy;
        pair.customerpVersion = customerpAt;
        pair.powerOfficeVersion = powerOfficeAt;
        Plan plan = pair.set(Side.CUSTOMERP, "name", "\"A AS\"")
                .set(Side.POWEROFFICE, "name", "\"B AS\"")
                .decide();
        assertEquals(Map.of("name", written == Side.POWEROFFICE ? "\"A AS\"" : "\"B AS\""), written(plan, written));
        assertEquals(Map.of(), written(plan, written.other()));
        assertEquals(1, plan.losses().size());
        assertEquals(written, plan.losses().get(0).loser());
        assertEquals(
                written == Side.POWEROFFICE ? "B AS" : "A AS",
                plan.losses().get(0).value().asText());
    }

    @Test
    void aConflictUnderPolicyManualParks() {
        pair.conflict = ConflictPolicy.MANUAL;
        Plan plan = pair.set(Side.CUSTOMERP, "name", "\"A AS\"")
                .set(Side.POWEROFFICE, "name", "\"B AS\"")
                .decide();
        assertEquals(Reason.CONFLICT, plan.problem().reason());
        assertEquals("name", plan.problem().field());
        assertEquals(List.of(), plan.effects());
    }

    /** mapping.md 1.2, point 5. */
    @Test
    void aFirstMergeCarriesWhereOneSideIsNullAndDecidesWhereBothDiffer() {
        Plan plan = pair.neverCompared()
                .set(Side.CUSTOMERP, "phone", "null")
                .set(Side.POWEROFFICE, "website", "null")
                .set(Side.POWEROFFICE, "name", "\"Fjord Bygg\"")
                .decide();
        assertEquals(Map.of("phone", "\"+4722000001\""), written(plan, Side.CUSTOMERP));
        assertEquals(
                Map.of("website", "\"https://fjordbygg.example\"", "name", "\"Fjord Bygg AS\""),
                written(plan, Side.POWEROFFICE));
        assertEquals(1, plan.losses().size());
        assertTrue(plan.agreed().containsKey("email"));
    }

    /** mapping.md 10: what a server made of a value by itself is no edit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name               | "Fjord  Bygg AS "
            email              | "POST@FjordBygg.example"
            phone              | "22000001"
            website            | "http://fjordbygg.example/"
            organizationNumber | "NO 987 654 325 MVA"
            discountPercent    | 5.0
            currencyCode       | "nok"
            isVatExempt        | null
            """)
    void whatTheServerNormalisesIsNeverWrittenBack(String field, String shown) {
        Plan plan = pair.set(Side.POWEROFFICE, field, shown).decide();
        assertEquals(List.of(), plan.effects());
    }

    @Test
    void aNumberIsNeverCleared() {
        Plan plan = pair.set(Side.CUSTOMERP, "customerNumber", "null").decide();
        assertEquals(Map.of("customerNumber", "\"10042\""), written(plan, Side.CUSTOMERP));
        assertEquals(Map.of(), written(plan, Side.POWEROFFICE));
    }

    @Test
    void archivingGoesLastAndUnarchivingFirst() {
        Plan archive = pair.set(Side.CUSTOMERP, "isArchived", "true")
                .set(Side.CUSTOMERP, "name", "\"A AS\"")
                .decide();
        assertEquals(List.of("name", "isArchived"), order(archive));

        Plan unarchive = new CustomerPair()
                .set(Side.CUSTOMERP, "isArchived", "true")
                .set(Side.POWEROFFICE, "isArchived", "true")
                .settled()
                .set(Side.CUSTOMERP, "isArchived", "false")
                .set(Side.CUSTOMERP, "name", "\"A AS\"")
                .decide();
        assertEquals(List.of("isArchived", "name"), order(unarchive));
    }

    private static List<String> order(Plan plan) {
        return plan.effects().stream()
                .map(effect -> effect.carried().get(0).field().name())
                .toList();
    }

    @Test
    void aReferenceWithoutLinkIsHeldAndTheRestIsCarried() {
        Plan plan = pair.set(Side.CUSTOMERP, "salesPersonId", "\"E-99\"")
                .set(Side.CUSTOMERP, "name", "\"A AS\"")
                .decide();
        assertEquals(Map.of("name", "\"A AS\""), written(plan, Side.POWEROFFICE));
        assertEquals("salesPersonId", plan.notices().get(0).field());
        assertEquals(Reason.MISSING_REFERENCE, plan.notices().get(0).reason());
        assertTrue(plan.agreed().isEmpty(), "the base of a held field stays");
    }

    @Test
    void aCreateLeavesNullsOutAndFillsTheSlot() {
        Plan plan = pair.withoutLink().set(Side.CUSTOMERP, "phone", "null").decide(pair.record(Side.CUSTOMERP), null);
        Effect.Create create = (Effect.Create) plan.effects().get(0);
        assertEquals(CustomerPair.json("""
                {"ExternalImportReference":"customerp:C-1001","Number":10042,"Name":"Fjord Bygg AS","IsPerson":false,
                 "OrganizationNumber":"987654325","EmailAddress":"post@fjordbygg.example",
                 "InvoiceEmailAddress":"faktura@fjordbygg.example","WebsiteUrl":"https://fjordbygg.example",
                 "MailAddress":{"AddressLine1":"Kaigata 1","ZipCode":"5003","City":"Bergen","CountryCode":"NO"},
                 "CurrencyCode":"NOK","Allowance":5,"IsVatFree":false,"InvoiceDeliveryType":"PdfByEmail",
                 "SalesPersonEmployeeId":20550300}""").toString(), create.body().toString());
    }

    @Test
    void aDeletedRecordArchivesItsCounterpart() {
        Plan inPowerOffice = pair.decide(null, pair.record(Side.POWEROFFICE));
        assertEquals(Map.of("isArchived", "true"), written(inPowerOffice, Side.POWEROFFICE));
        assertTrue(inPowerOffice.closes());

        Plan inCustomerp = pair.decide(pair.record(Side.CUSTOMERP), null);
        assertEquals(Map.of("isArchived", "true"), written(inCustomerp, Side.CUSTOMERP));
        assertTrue(inCustomerp.closes());
    }

    @Test
    void aDeletedRecordWhoseCounterpartWasEditedParks() {
        pair.set(Side.POWEROFFICE, "name", "\"B AS\"");
        Plan plan = pair.decide(null, pair.record(Side.POWEROFFICE));
        assertEquals(Reason.DELETED_AND_EDITED, plan.problem().reason());
        assertEquals(List.of(), plan.effects());
    }

    @Test
    void deletesAreIgnoredWhenThePolicySaysSo() {
        pair.delete = DeletePolicy.IGNORE;
        Plan plan = pair.decide(null, pair.record(Side.POWEROFFICE));
        assertEquals(List.of(), plan.effects());
        assertTrue(plan.closes());
    }

    @Test
    void anArchivedCounterpartThatIsBroughtBackParks() {
        pair.link(pair.link().change().state(State.CLOSED).archived(true).build());
        assertEquals(
                Reason.WAS_DELETED,
                pair.decide(null, pair.record(Side.POWEROFFICE)).problem().reason());
        pair.set(Side.POWEROFFICE, "isArchived", "true");
        assertNull(pair.decide(null, pair.record(Side.POWEROFFICE)).problem());
    }

    /** mapping.md 1.5, "slot already filled". */
    @ParameterizedTest
    @CsvSource({
        ", WRITTEN",
        "customerp:C-1001, KEPT",
        "other-system-17, NOTICE",
        "customerp:C-404, WRITTEN",
        "customerp:C-2, CONTRADICTION"
    })
    void aFilledSlotIsOverwrittenOnlyWhenItsOwnerIsGone(String slot, String expected) {
        pair.facts = new Facts() {
            @Override
            public Optional<JsonNode> inCustomerp(Entity entity, String customerpId) {
                return customerpId.equals("C-2") ? Optional.of(CustomerPair.json("{}")) : Optional.empty();
            }
        };
        pair.link(pair.link().change().slotWritten(false).build());
        pair.powerOffice.put("ExternalImportReference", slot);
        Plan plan = pair.decide();
        assertEquals(expected.equals("CONTRADICTION"), plan.problem() != null);
        assertEquals(
                expected.equals("WRITTEN"),
                plan.effects().stream().anyMatch(effect -> effect instanceof Effect.Patch patch && patch.slot()));
        assertEquals(expected.equals("NOTICE"), !plan.notices().isEmpty());
    }
}
