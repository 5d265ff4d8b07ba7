package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** poweroffice-go-v2.md 5 and 6: JSON Patch and what it does to change times. */
class PatchTest extends OverHttp {
    private static final String ADDRESS = "{\"City\":\"Bergen\",\"ZipCode\":\"5003\",\"AddressLine1\":\"Kaigata 1\"}";

    @Test
    void answerIsTheNewRecordAndNullClears() {
        String address = customer("Fjord Bygg AS");
        assertEquals(
                "+47 22 00 00 01",
                replace(address, "/PhoneNumber", "\"+47 22 00 00 01\"")
                        .is(200)
                        .at("PhoneNumber")
                        .asText());
        assertTrue(replace(address, "/PhoneNumber", "null")
                .is(200)
                .at("PhoneNumber")
                .isNull());
        assertEquals("Fjord Bygg AS", get(address).at("Name").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/name",
                "/Nothing",
                "/Id",
                "/IsActive",
                "/DepartmentCode",
                "/SalesPersonEmployeeNumber",
                "/SubLedgerNumberSeriesId",
                "/MailAddress",
                "/MailAddress/Id",
                "/MailAddress/city",
                "/Name/First"
            })
    void pathThatIsNotPatchableIsRefusedInTheServersWords(String path) {
        String segment = path.substring(path.lastIndexOf('/') + 1);
        replace(customer("Fjord Bygg AS"), path, "null")
                .refusedWith(400, "The target location specified by path segment '" + segment + "' was not found.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"B\"}",
                "[{\"op\":\"replace\",\"path\":\"/Name\"}]",
                "[{\"op\":\"replace\",\"path\":\"Name\",\"value\":\"B\"}]",
                "[{\"op\":\"add\",\"path\":\"/Name\",\"value\":\"B\"}]",
                "[{\"op\":\"remove\",\"path\":\"/Name\",\"value\":null}]",
                "[7]",
                "nonsense"
            })
    void documentThatIsNoListOfReplacesIsRefused(String document) {
        String address = customer("Fjord Bygg AS");
        patch(address, document).is(400);
        assertEquals("Fjord Bygg AS", get(address).at("Name").asText());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/Number, \"10001\"",
                "/Number, null",
                "/Number, 25000",
                "/Allowance, \"5\"",
                "/Allowance, 101",
                "/IsVatFree, 1",
                "/PhoneNumber, 22000001",
                "/Name, null",
                "/IsPerson, true",
                "/InvoiceDeliveryType, \"AvtaleGiro\"",
                "/InvoiceDeliveryType, \"PdfByEmail\"",
                "/MailAddress/City, 7",
                "/MailAddress/City, \"Bergen\""
            })
    void valueThatBreaksARuleIsABadRequest(String path, String value) {
        replace(customer("Fjord Bygg AS"), path, value).is(400);
    }

    @Test
    void onePatchIsOneUnit() {
        String address = customer("Fjord Bygg AS");
        patch(
                        address,
                        "[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"Ny AS\"},"
                                + "{\"op\":\"replace\",\"path\":\"/Number\",\"value\":1}]")
                .is(400);
        assertEquals("Fjord Bygg AS", get(address).at("Name").asText());
    }

    @Test
    void otherContentTypesAreNotRead() {
        String body = "[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"B\"}]";
        send(request(customer("Fjord Bygg AS"))
                        .header("Content-Type", JSON)
                        .method("PATCH", BodyPublishers.ofString(body)))
                .is(415);
    }

    @Test
    void unknownRecordAndUnknownReferenceAreNotFound() {
        replace("/Customers/20559999", "/Name", "\"A\"").refusedWith(404, "20559999");
        replace(customer("Fjord Bygg AS"), "/SalesPersonEmployeeId", "999").refusedWith(404, "SalesPersonEmployeeId");
    }

    @Test
    void uniqueValuesStayWithTheirHolder() {
        String first = customer("A");
        replace(first, "/ExternalImportReference", "\"customerp:C-1\"").is(200);
        replace(first, "/ExternalImportReference", "\"customerp:C-1\"").is(200);
        String second = customer("B");
        replace(second, "/ExternalImportReference", "\"customerp:C-1\"").refusedWith(400, id(first));
        replace(first, "/ExternalImportReference", "null").is(200);
        replace(second, "/ExternalImportReference", "\"customerp:C-1\"").is(200);
    }

    @Test
    void ownFieldsMoveTheChangeTimeAndAddressesTheirOwn() {
        String address = customer("Fjord Bygg AS");
        patch(address, "[{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":" + ADDRESS + "}]")
                .is(200);
        Answer before = get(address);
        clock.pass(Duration.ofMinutes(1));

        Answer moved =
                replace(address, "/MailAddress/AddressLine1", "\"Kaigata 2\"").is(200);
        assertEquals(before.at("LastChangedDateTimeOffset"), moved.at("LastChangedDateTimeOffset"));
        assertNotEquals(
                before.at("MailAddress").path("LastChangedDateTimeOffset"),
                moved.at("MailAddress").path("LastChangedDateTimeOffset"));

        Answer renamed = replace(address, "/Name", "\"Fjord AS\"").is(200);
        assertNotEquals(before.at("LastChangedDateTimeOffset"), renamed.at("LastChangedDateTimeOffset"));
        assertEquals(moved.at("MailAddress"), renamed.at("MailAddress"));
    }

    @Test
    void addressThatIsNotThereGrowsFromItsMembers() {
        String address = customer("Fjord Bygg AS");
        Answer grown = patch(
                        address,
                        "[{\"op\":\"replace\",\"path\":\"/MailAddress/City\",\"value\":\"Bergen\"},"
                                + "{\"op\":\"replace\",\"path\":\"/MailAddress/ZipCode\",\"value\":\"5003\"}]")
                .is(200);
        assertEquals("NO", grown.at("MailAddress").path("CountryCode").asText());
        Answer cleared = patch(
                        address,
                        "[{\"op\":\"replace\",\"path\":\"/MailAddress/City\",\"value\":null},"
                                + "{\"op\":\"replace\",\"path\":\"/MailAddress/ZipCode\",\"value\":null}]")
                .is(200);
        assertTrue(cleared.at("MailAddress").path("City").isNull());
    }

    @Test
    void addressMayNeedToBeAddedWholeAndMayRefuseToBeCleared() {
        simulator.change(options -> options.with(Quirk.ADDRESS_ONLY_BY_ADD, Quirk.ADDRESS_NOT_CLEARABLE));
        String address = customer("Fjord Bygg AS");
        replace(address, "/MailAddress/City", "\"Bergen\"").refusedWith(400, "The target location");
        patch(address, "[{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":{\"City\":\"Bergen\"}}]")
                .refusedWith(400, "ZipCode");
        patch(address, "[{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":" + ADDRESS + "}]")
                .is(200);
        replace(address, "/MailAddress/City", "null").refusedWith(400, "City");
    }

    @Test
    void deliveryChosenByThePayerStays() {
        String address = customer("Fjord Bygg AS");
        simulator.user().edit(Resource.CUSTOMERS, id(address), object("{\"InvoiceDeliveryType\":\"Efaktura\"}"));
        replace(address, "/InvoiceDeliveryType", "\"Print\"").refusedWith(400, "set by the payer");
        replace(address, "/Number", "10077").refusedWith(400, "eFaktura");
        replace(address, "/PhoneNumber", "\"22000001\"").is(200);
    }

    @Test
    void lastEmailOfDeliveryByEmailCannotGo() {
        Answer made = post("/Customers", "{\"Name\":\"A\",\"EmailAddress\":\"post@a.example\"}");
        String address = "/Customers/" + made.at("Id").asText();
        replace(address, "/EmailAddress", "null").refusedWith(400, "PdfByEmail");
        replace(address, "/InvoiceEmailAddress", "\"faktura@a.example\"").is(200);
        replace(address, "/EmailAddress", "null").is(200);
    }

    @Test
    void contactWithABalanceCannotBeArchived() {
        String address = customer("Fjord Bygg AS");
        simulator.user().setLedgerBalance(id(address), true);
        replace(address, "/IsArchived", "true").refusedWith(400, "ledger balance");
        replace(address, "/Name", "\"Fjord AS\"").is(200);
        simulator.user().setLedgerBalance(id(address), false);
        assertTrue(
                replace(address, "/IsArchived", "true").is(200).at("IsArchived").booleanValue());
    }
}
