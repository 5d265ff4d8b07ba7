package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** poweroffice-go-v2.md 4, 5 and 8: pages, filters, change times. */
class ListTest extends OverHttp {

    private void fourCustomers() {
        for (String row : List.of(
                "{\"Name\":\"Alfa AS\",\"Number\":10001,\"ExternalNumber\":7,\"OrganizationNumber\":\"987654325\"}",
                "{\"Name\":\"Beta AS\",\"Number\":10005,\"ExternalImportReference\":\"customerp:C-1\"}",
                "{\"Name\":\"Gamma AS\",\"Number\":10010,\"EmailAddress\":\"post@gamma.example\"}",
                "{\"Name\":\"Delta AS\",\"Number\":13000,\"PhoneNumber\":\"22000001\"}")) {
            simulator.user().create(Resource.CUSTOMERS, object(row));
        }
    }

    @Test
    void noMatchIs204WithoutABody() {
        assertEquals("", get("/Customers").is(204).http().body());
        fourCustomers();
        get("/Customers?customerNos=1").is(204);
        get("/Customers?PageNumber=2").is(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customerNos=10001,13000 | Alfa AS, Delta AS",
                "customerNos=10000-10005,13000- | Alfa AS, Beta AS, Delta AS",
                "externalNos=7 | Alfa AS",
                "externalImportReference=customerp%3AC-1 | Beta AS",
                "organizationNumbers=987654325,1 | Alfa AS",
                "emailAddresses=post@gamma.example | Gamma AS",
                "phoneNumbers=22000001 | Delta AS"
            })
    void filtersFindExactValues(String query, String names) {
        fourCustomers();
        assertEquals(names, String.join(", ", get("/Customers?" + query).is(200).column("Name")));
    }

    @Test
    void externalImportReferenceIsFoundExactlyOnly() {
        fourCustomers();
        get("/Customers?externalImportReference=customerp%3Ac-1").is(204);
        get("/Customers?externalImportReference=customerp").is(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customerNos=abc",
                "customerNos=1--2",
                "contactGroupIds=1-5",
                "lastChangedDateTimeOffsetGreaterThan=2026-03-02",
                "lastChangedDateTimeOffsetGreaterThan=2026-03-02T09:10:00+00:00",
                "PageNumber=0",
                "PageSize=0",
                "PageSize=20001",
                "PageSize=many",
                "$top=5",
                "$filter=Name",
                "Fields=Nothing",
                "OrderBy=Nothing",
                "OrderBy=Name%20sideways"
            })
    void whatIsNotUnderstoodIsABadRequest(String query) {
        fourCustomers();
        get("/Customers?" + query).is(400);
    }

    @ParameterizedTest
    @CsvSource({"UNCERTAIN_FILTERS_IGNORED, 200, 4", "UNCERTAIN_FILTERS_REFUSED, 400, 0"})
    void uncertainFiltersMayHaveNoEffectOrBeRefused(Quirk quirk, int status, int rows) {
        fourCustomers();
        simulator.change(options -> options.with(quirk));
        Answer answer = get("/Customers?organizationNumbers=987654325").is(status);
        if (rows > 0) {
            assertEquals(rows, answer.json().size());
        }
        get("/Customers?customerNos=1").is(204);
    }

    @Test
    void pagesFollowEachOtherByTheLinkUntilTheLast() {
        fourCustomers();
        Answer first = get("/Customers?PageSize=3&OrderBy=Number%20desc").is(200);
        assertEquals(List.of("13000", "10010", "10005"), first.column("Number"));
        String pagination = first.http().headers().firstValue("X-Pagination").orElseThrow();
        assertEquals(2, object(pagination).path("totalPages").intValue());
        String link = object(pagination).path("nextPageLink").asText();
        Answer second = get(link.substring(link.indexOf("/v2") + 3)).is(200);
        assertEquals(List.of("10001"), second.column("Number"));
        assertTrue(object(second.http().headers().firstValue("X-Pagination").orElseThrow())
                .path("nextPageLink")
                .isNull());
    }

    @Test
    void paginationHeaderMayBeMissing() {
        fourCustomers();
        simulator.change(options -> options.with(Quirk.NO_PAGINATION_HEADER));
        assertTrue(get("/Customers")
                .is(200)
                .http()
                .headers()
                .firstValue("X-Pagination")
                .isEmpty());
    }

    @Test
    void serverMayGiveShorterPagesThanAskedFor() {
        fourCustomers();
        simulator.change(options -> options.withPageSizeCap(2));
        assertEquals(2, get("/Customers?PageSize=1000").is(200).json().size());
        assertEquals(
                List.of("Gamma AS", "Delta AS"),
                get("/Customers?PageSize=1000&PageNumber=2").column("Name"));
    }

    @Test
    void fieldsLeaveTheOthersOut() {
        fourCustomers();
        assertEquals(
                "{\"Id\":20550001}",
                get("/Customers?Fields=Id&PageSize=1").json().get(0).toString());
    }

    @Test
    void changesAreThoseStrictlyAfterTheInstant() {
        String address = customer("Alfa AS");
        clock.pass(Duration.ofMillis(1));
        customer("Beta AS");
        String changed = get(address).at("LastChangedDateTimeOffset").asText();
        assertEquals("2026-03-02T09:10:00.1234567+00:00", changed);
        assertEquals(List.of("Beta AS"), since(changed).column("Name"));
        assertEquals(
                List.of("Alfa AS", "Beta AS"),
                since("2026-03-02T10:10:00.1234566+01:00").column("Name"));
    }

    @Test
    void readOfAnUnknownRecordIsNotFound() {
        get("/Customers/20550001").refusedWith(404, "20550001");
        get("/Customers/abc").is(400);
    }

    @Test
    void numberSeriesAreListedByType() {
        Answer all = get("/SubLedgerNumberSeries").is(200);
        assertEquals(List.of("Customer", "Supplier", "Employee"), all.column("SubLedgerNumberSeriesType"));
        Answer ofCustomers =
                get("/SubLedgerNumberSeries?subLedgerNumberSeriesType=Customer").is(200);
        assertEquals(List.of("10000"), ofCustomers.column("FromInclusive"));
        assertEquals(List.of("19999"), ofCustomers.column("ToInclusive"));
        get("/SubLedgerNumberSeries/" + ofCustomers.column("Id").get(0)).is(200);
        get("/SubLedgerNumberSeries?subLedgerNumberSeriesType=customer").is(204);
    }

    private Answer since(String instant) {
        return get("/Customers?lastChangedDateTimeOffsetGreaterThan=" + instant.replace("+", "%2B"))
                .is(200);
    }
}
