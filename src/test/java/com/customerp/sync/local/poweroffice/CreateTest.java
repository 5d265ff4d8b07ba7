package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** poweroffice-go-v2.md 7: what a create needs, what it fills and what it refuses. */
class CreateTest extends OverHttp {

    @Test
    void answerIsTheWholeRecordWithWhatTheServerFilled() {
        Answer made = post("/Customers", "{\"Name\":\"Fjord Bygg AS\"}").is(201);
        assertEquals(10000, made.at("Number").intValue());
        assertEquals("NOK", made.at("CurrencyCode").asText());
        assertEquals("Print", made.at("InvoiceDeliveryType").asText());
        assertEquals("false", made.at("IsPerson").asText());
        assertEquals("true", made.at("UseInvoiceFee").asText());
        assertTrue(made.at("MailAddress").isNull());
        assertEquals(made.json(), get("/Customers/" + made.at("Id").asText()).json());
    }

    @Test
    void membersInAnotherLetterCaseAndReadOnlyOnesAreIgnored() {
        String body = "{\"Name\":\"Fjord Bygg AS\",\"phoneNumber\":\"22000001\",\"Id\":5,\"IsActive\":false,"
                + "\"LastChangedDateTimeOffset\":\"2001-01-01T00:00:00Z\"}";
        Answer made = lenient("/Customers", body);
        assertTrue(made.at("PhoneNumber").isNull());
        assertEquals(20550001, made.at("Id").intValue());
        assertTrue(made.at("IsActive").booleanValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | Name is required",
                "{\"Name\":\"  \"}                                         | Name is required",
                "{\"IsPerson\":true,\"FirstName\":\"Kari\"}                | FirstName and LastName are required",
                "{\"Name\":\"A\",\"Number\":20000}                         | Number is in no number series",
                "{\"Name\":\"A\",\"Number\":\"10000\"}                     | Number: an integer is expected",
                "{\"Name\":\"A\",\"Number\":10000.5}                       | Number: an integer is expected",
                "{\"Name\":7}                                              | Name: a string is expected",
                "{\"Name\":\"A\",\"IsVatFree\":\"true\"}                   | IsVatFree: a boolean is expected",
                "{\"Name\":\"A\",\"Allowance\":\"5\"}                      | Allowance: a number is expected",
                "{\"Name\":\"A\",\"Allowance\":100.5}                      | Allowance must be between",
                "{\"Name\":\"A\",\"CustomerSince\":\"02.03.2026\"}         | CustomerSince: a date",
                "{\"Name\":\"A\",\"CurrencyCode\":\"KRONER\"}              | CurrencyCode must be an ISO 4217",
                "{\"Name\":\"A\",\"MailAddress\":{\"City\":\"Bergen\"}}    | MailAddress/ZipCode is required",
                "{\"Name\":\"A\",\"MailAddress\":{\"ZipCode\":\"5003\"}}   | MailAddress/City is required",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"PdfByEmail\"}   | requires EmailAddress",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"EHF\"}          | requires OrganizationNumber",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"AvtaleGiro\"}   | set by the payer",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"Efaktura\"}     | set by the payer",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"External\"}     | requires an integration",
                "{\"Name\":\"A\",\"InvoiceDeliveryType\":\"ehf\"}          | must be one of",
                "[]                                                        | not an object",
                "{\"Name\":                                                | not valid JSON"
            })
    void brokenRuleIsABadRequestThatNamesIt(String body, String words) {
        post("/Customers", body).refusedWith(400, words);
        get("/Customers").is(204);
    }

    @Test
    void externalImportReferenceHasAtMost50CharactersAndIsUniquePerClass() {
        String slot = "customerp:" + "C".repeat(40);
        Answer first = post("/Customers", "{\"Name\":\"A\",\"ExternalImportReference\":\"" + slot + "\"}")
                .is(201);
        post("/Customers", "{\"Name\":\"B\",\"ExternalImportReference\":\"" + slot + "\"}")
                .refusedWith(400, first.at("Id").asText());
        post("/Customers", "{\"Name\":\"C\",\"ExternalImportReference\":\"" + slot + "C\"}")
                .refusedWith(400, "50 characters");
        String employee =
                "{\"FirstName\":\"Kari\",\"LastName\":\"Prøve\",\"ExternalImportReference\":\"" + slot + "\"}";
        post("/Employees", employee).is(201);
    }

    @Test
    void numbersFollowTheHighestOfTheSeriesAndAreUsedOnce() {
        post("/Customers", "{\"Name\":\"A\",\"Number\":10042}").is(201);
        assertEquals(10043, post("/Customers", "{\"Name\":\"B\"}").at("Number").intValue());
        post("/Customers", "{\"Name\":\"C\",\"Number\":10043}").refusedWith(400, "Number is already in use");
        post("/Customers", "{\"Name\":\"D\",\"Number\":19999}").is(201);
        assertEquals(10000, post("/Customers", "{\"Name\":\"E\"}").at("Number").intValue());
    }

    @Test
    void seriesIsNamedByItsIdOrUnknown() {
        String known = get("/SubLedgerNumberSeries").column("Id").get(0);
        post("/Customers", "{\"Name\":\"A\",\"SubLedgerNumberSeriesId\":\"" + known + "\"}")
                .is(201);
        String unknown = "00000000-0000-4000-8000-999999999999";
        post("/Customers", "{\"Name\":\"A\",\"SubLedgerNumberSeriesId\":\"" + unknown + "\"}")
                .is(404);
    }

    @Test
    void employeesHaveNamesAndTheirOwnSeries() {
        assertEquals(1, get(employee("Kari")).at("Number").intValue());
        post("/Employees", "{\"FirstName\":\"Ola\"}").is(400);
        post("/Employees", "{\"FirstName\":\"Ola\",\"LastName\":\"Prøve\",\"Number\":1000}")
                .refusedWith(400, "number series");
    }

    @Test
    void addressHasCountryNorwayUnlessSaid() {
        String address = "{\"Name\":\"A\",\"MailAddress\":{\"City\":\"Bergen\",\"ZipCode\":\"5003\"}}";
        Answer made = post("/Customers", address).is(201);
        assertEquals("NO", made.at("MailAddress").path("CountryCode").asText());
        assertEquals(
                made.at("LastChangedDateTimeOffset"), made.at("MailAddress").path("LastChangedDateTimeOffset"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"EmailAddress\":\"post@a.example\" | PdfByEmail",
                "\"InvoiceEmailAddress\":\"faktura@a.example\" | PdfByEmail",
                "\"PhoneNumber\":\"22000001\" | Print"
            })
    void deliveryIsByEmailWhereThereIsAnAddress(String member, String type) {
        Answer made = post("/Customers", "{\"Name\":\"A\"," + member + "}").is(201);
        assertEquals(type, made.at("InvoiceDeliveryType").asText());
    }

    @Test
    void ehfNeedsElmaAndExternalDeliveryItsIntegration() {
        String ehf = "{\"Name\":\"A\",\"OrganizationNumber\":\"987654325\",\"InvoiceDeliveryType\":\"EHF\"}";
        simulator.user().setInElma("987654325", false);
        post("/Customers", ehf).refusedWith(400, "ELMA");
        simulator.user().setInElma("987654325", true);
        post("/Customers", ehf).is(201);
        simulator.user().setDeliveryIntegration("Factoring", true);
        post("/Customers", "{\"Name\":\"B\",\"InvoiceDeliveryType\":\"Factoring\"}")
                .is(201);
    }

    @Test
    void referencesNameWhatIsThereAndIdsBeatNumbers() {
        String first = id(employee("Kari"));
        String second = id(employee("Ola"));
        post("/Customers", "{\"Name\":\"A\",\"SalesPersonEmployeeId\":999}").refusedWith(404, "SalesPersonEmployeeId");
        post("/Customers", "{\"Name\":\"A\",\"SalesPersonEmployeeNumber\":99}").is(404);
        String both = "{\"Name\":\"A\",\"SalesPersonEmployeeId\":" + first + ",\"SalesPersonEmployeeNumber\":2}";
        Answer made = post("/Customers", both).is(201);
        assertEquals(first, made.at("SalesPersonEmployeeId").asText());
        assertEquals(1, made.at("SalesPersonEmployeeNumber").intValue());
        Answer byNumber = post("/Customers", "{\"Name\":\"B\",\"SalesPersonEmployeeNumber\":2}");
        assertEquals(second, byNumber.at("SalesPersonEmployeeId").asText());
    }

    @Test
    void cataloguesAreReferencesToo() {
        post("/Customers", "{\"Name\":\"A\",\"DepartmentId\":5}").is(404);
        simulator.user().addToCatalogue("Departments", 5, "SALG");
        Answer made = post("/Customers", "{\"Name\":\"A\",\"DepartmentCode\":\"SALG\"}")
                .is(201);
        assertEquals(5, made.at("DepartmentId").intValue());
        simulator.user().addToCatalogue("ContactGroups", 8, "Faste");
        post("/Customers", "{\"Name\":\"B\",\"ContactGroupIds\":[8]}").is(201);
        post("/Customers", "{\"Name\":\"C\",\"ContactGroupIds\":[8,9]}").is(404);
        assertEquals("B", get("/Customers?contactGroupIds=8").column("Name").get(0));
    }

    @Test
    void personalNumbersAreMaskedAndMasksAreNotTakenBack() {
        String body = "{\"FirstName\":\"Kari\",\"LastName\":\"Prøve\",\"Gender\":\"Female\","
                + "\"NationalIdNumber\":\"00000000000\"}";
        Answer made = post("/Employees", body).is(201);
        assertEquals("hidden", made.at("NationalIdNumber").asText());
        assertEquals("Hidden", made.at("Gender").asText());
        String address = "/Employees/" + made.at("Id").asText();
        replace(address, "/NationalIdNumber", "\"hidden\"").is(400);
        replace(address, "/Gender", "\"Hidden\"").is(400);
    }

    @Test
    void otherContentTypesAreNotRead() {
        send(request("/Customers").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                .is(415);
    }

    private Answer lenient(String target, String body) {
        Answer answer = post(target, body).is(201);
        assertTrue(contract.violations().size() > 0, "a client may not send this");
        contract.forget();
        return answer;
    }
}
