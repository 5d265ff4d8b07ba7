package com.customerp.sync.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checker sees what breaks the contract; each row breaks one thing of a good exchange. */
class PowerOfficeContractTest {
    private static final String CUSTOMER = "{\"Id\":20550001,\"Name\":\"A\",\"MailAddress\":null}";
    private static final Response REFUSED =
            Response.of(400, "application/json", "{\"title\":\"Customer validation error(s)\",\"status\":400}");

    private final PowerOfficeContract contract = new PowerOfficeContract();

    @Test
    void goodExchangesPass() {
        contract.check(call("GET", "/v2/Customers?PageSize=5", "", ""), ok("[" + CUSTOMER + "]"));
        contract.check(call("GET", "/v2/Customers", "", ""), Response.empty(204));
        contract.check(call("POST", "/v2/Customers", "application/json", "{\"Name\":\"A\"}"), created(CUSTOMER));
        contract.check(patch("[{\"op\":\"replace\",\"path\":\"/Allowance\",\"value\":null}]"), ok(CUSTOMER));
        contract.check(patch("[{\"op\":\"replace\",\"path\":\"/MailAddress/City\",\"value\":\"Oslo\"}]"), ok(CUSTOMER));
        contract.check(patch("[{\"op\":\"replace\",\"path\":\"/Nothing\",\"value\":1}]"), REFUSED);
        contract.assertKept();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"op\":\"replace\",\"path\":\"/DepartmentCode\",\"value\":\"A\"}] | not patchable",
                "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"A\"}]           | not patchable",
                "[{\"op\":\"replace\",\"path\":\"/MailAddress\",\"value\":null}]     | not patchable",
                "[{\"op\":\"replace\",\"path\":\"/Number\",\"value\":\"10001\"}]     | patch of /Number",
                "[{\"op\":\"replace\",\"path\":\"/Allowance\",\"value\":101}]        | patch of /Allowance",
                "[{\"op\":\"replace\",\"path\":\"/IsVatFree\",\"value\":\"true\"}]   | patch of /IsVatFree",
                "[{\"op\":\"replace\",\"path\":\"/InvoiceDeliveryType\",\"value\":\"ehf\"}] | patch of /Invoice",
                "[{\"op\":\"replace\",\"path\":\"/MailAddress/City\",\"value\":1}]   | patch of /MailAddress/City",
                "[{\"op\":\"replace\",\"path\":\"/Name\"}]                           | has no value",
                "[{\"op\":\"remove\",\"path\":\"/Name\"}]                            | not agreed on",
                "[{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":{\"city\":\"A\"}}]  | patch of /MailAddress",
                "[]                                                                  | validation"
            })
    void patchThatTheContractDoesNotKnowIsSeen(String body, String words) {
        sees(contract.check(patch(body), ok(CUSTOMER)), words);
        assertThrows(AssertionError.class, contract::assertKept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"A\"}                                       | additionalProperties",
                "{\"Name\":\"A\",\"Number\":\"10001\"}                  | type",
                "{\"Name\":\"A\",\"MailAddress\":{\"City\":\"Oslo\"}}   | MailAddress",
                "{\"Name\":\"A\",\"CustomerSince\":\"02.03.2026\"}      | date"
            })
    void createThatTheSchemaForbidsIsSeen(String body, String words) {
        sees(contract.check(call("POST", "/v2/Customers", "application/json", body), created(CUSTOMER)), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | [{\"Id\":\"20550001\"}]                                    | type",
                "200 | [{\"Id\":1,\"LastChangedDateTimeOffset\":\"yesterday\"}]   | date",
                "200 | {\"Id\":1}                                                 | type",
                "200 | ``                                                         | no body",
                "204 | []                                                         | body",
                "200 | [{\"Id\":1,\"Extra\":1}]                                   | Extra"
            })
    void answerThatTheSchemaForbidsIsSeen(int status, String body, String words) {
        sees(
                contract.check(call("GET", "/v2/Customers", "", ""), Response.of(status, "application/json", body)),
                words);
    }

    @Test
    void unknownAddressesAndMissingKeysAreSeen() {
        sees(contract.check(call("GET", "/v2/Nothing", "", ""), ok("{}")), "not in the contract");
        sees(contract.check(Request.of("GET", "/v2/Customers"), Response.empty(204)), "keys are missing");
        sees(contract.check(call("GET", "/v2/Customers?nothing=1", "", ""), Response.empty(204)), "nothing");
    }

    @Test
    void refusedRequestsAreSeenByTheStrictCheckerOnly() {
        Request bad = patch("[{\"op\":\"replace\",\"path\":\"/Nothing\",\"value\":1}]");
        assertEquals(List.of(), contract.check(bad, REFUSED));
        sees(PowerOfficeContract.withStrictRequests().check(bad, REFUSED), "not patchable");
    }

    private static void sees(List<String> found, String words) {
        assertTrue(found.stream().anyMatch(text -> text.contains(words)), found + " should say: " + words);
    }

    private static Request patch(String body) {
        return call("PATCH", "/v2/Customers/20550001", "application/json-patch+json", body);
    }

    private static Request call(String method, String target, String type, String body) {
        Request request = Request.of(method, target)
                .with("Authorization", "Bearer token")
                .with("Ocp-Apim-Subscription-Key", "key");
        return body.isEmpty() ? request : request.withBody(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response ok(String body) {
        return Response.of(200, "application/json", body);
    }

    private static Response created(String body) {
        return Response.of(201, "application/json", body);
    }
}
