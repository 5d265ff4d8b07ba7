package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** poweroffice-go-v2.md 7, 10, 12 and 13.6, mapping.md 7: projects, their codes and what they refer to. */
class ProjectsTest extends OverHttp {

    @Test
    void answerIsTheWholeRecordWithWhatTheServerFilled() {
        Answer made =
                post("/Projects", "{\"Code\":\"J-500\",\"Name\":\"Bridge\"}").is(201);
        assertEquals("true", made.at("IsActive").asText());
        assertEquals("false", made.at("IsInternal").asText());
        assertTrue(made.at("IsBillable").isNull());
        assertTrue(made.at("ProjectStatus").isNull());
        assertEquals(made.json(), get("/Projects/" + made.at("Id").asText()).json());
        simulator.change(options -> options.with(Quirk.PROJECT_DEFAULTS));
        Answer filled = post("/Projects", "{\"Name\":\"Tunnel\"}").is(201);
        assertEquals("true", filled.at("IsBillable").asText());
        assertEquals("Active", filled.at("ProjectStatus").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                       | 400 | Name is required",
                "{\"Name\":\"A\",\"Code\":\"J.1\"}                        | 400 | Code must not contain a dot",
                "{\"Name\":\"A\",\"Progress\":101}                        | 400 | Progress must be between",
                "{\"Name\":\"A\",\"ExpenseMarkupFactor\":-1}              | 400 | must not be negative",
                "{\"Name\":\"A\",\"StartDate\":\"2026-03-02T00:00:00\"}   | 400 | StartDate: a date",
                "{\"Name\":\"A\",\"ProjectStatus\":\"active\"}            | 400 | ProjectStatus must be one of",
                "{\"Name\":\"A\",\"FixedPrice\":5}                        | 400 | FixedPrice requires",
                "{\"Name\":\"A\",\"BillableRate\":5}                      | 400 | BillableRate requires",
                "{\"Name\":\"A\",\"ParentProjectId\":1}                   | 404 | ParentProjectId",
                "{\"Name\":\"A\",\"CustomerId\":1}                        | 404 | CustomerId",
                "{\"Name\":\"A\",\"ContactPersonId\":1}                   | 404 | ContactPersonId",
                "{\"Name\":\"A\",\"ProjectManagerEmployeeId\":1}          | 404 | ProjectManagerEmployeeId"
            })
    void brokenRuleIsRefusedInWordsThatNameIt(String body, int status, String words) {
        post("/Projects", body).refusedWith(status, words);
        get("/Projects").is(204);
    }

    @Test
    void subprojectIsShownBehindItsParentsAtAnyDepth() {
        String top = project("\"Code\":\"J-500\",\"Name\":\"Bridge\"");
        String middle = project("\"Code\":\"1\",\"Name\":\"Pier\",\"ParentProjectId\":" + id(top));
        String low = project("\"Code\":\"A\",\"Name\":\"Base\",\"ParentProjectCode\":\"J-500.1\"");
        assertEquals("J-500.1", get(middle).at("Code").asText());
        assertEquals("J-500.1.A", get(low).at("Code").asText());
        assertEquals("J-500.1", get(low).at("ParentProjectCode").asText());
        assertEquals(List.of("J-500", "J-500.1", "J-500.1.A"), get("/Projects").column("Code"));
        replace(top, "/Code", "\"J-501\"").is(200);
        assertEquals("J-501.1.A", get(low).at("Code").asText());
        replace(low, "/Code", "\"J-501.1.B\"").refusedWith(400, "dot");
        assertEquals(
                "J-501.1.B", replace(low, "/Code", "\"B\"").is(200).at("Code").asText());
        assertEquals(
                "B", replace(low, "/ParentProjectId", "null").is(200).at("Code").asText());
    }

    @Test
    void parentsNeverFormARing() {
        String top = project("\"Code\":\"J-500\",\"Name\":\"Bridge\"");
        String middle = project("\"Code\":\"1\",\"Name\":\"Pier\",\"ParentProjectId\":" + id(top));
        String low = project("\"Code\":\"A\",\"Name\":\"Base\",\"ParentProjectId\":" + id(middle));
        replace(top, "/ParentProjectId", id(low)).refusedWith(400, "its own parent");
        replace(top, "/ParentProjectId", id(top)).refusedWith(400, "its own parent");
        replace(low, "/ParentProjectId", id(top)).is(200);
        simulator.user().edit(Resource.PROJECTS, id(top), object("{\"ParentProjectId\":" + id(middle) + "}"));
        assertEquals("1.J-500", get(top).is(200).at("Code").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "projectCodes=J-500,J-600 | J-500, J-600",
                "projectCodes=J-500.1 | J-500.1",
                "projectCodes=J-500&includeSubProjects=true | J-500, J-500.1",
                "includeSubProjects=true | J-500, J-500.1, J-600",
                "name=BRIDGE | J-500",
                "customerNos=10000- | J-500",
                "status=Archived | J-600",
                "excludeArchivedProject=true | J-500, J-500.1",
                "excludeArchivedProject=false | J-500, J-500.1, J-600",
                "projectBillingMethod=Time | J-600",
                "projectManagerEmployeeNos=1-9 | J-500.1"
            })
    void filtersLookAtWhatIsShown(String query, String codes) {
        String customer = id(customer("Fjord Bygg AS"));
        String manager = id(employee("Kari"));
        String top = project("\"Code\":\"J-500\",\"Name\":\"Long bridge\",\"CustomerId\":" + customer);
        project("\"Code\":\"1\",\"Name\":\"Pier\",\"ParentProjectId\":" + id(top) + ",\"ProjectManagerEmployeeId\":"
                + manager);
        project("\"Code\":\"J-600\",\"Name\":\"Old\",\"ProjectStatus\":\"Archived\",\"ProjectBillingMethod\":\"Time\"");
        assertEquals(codes, String.join(", ", get("/Projects?" + query).is(200).column("Code")));
        get("/Projects?projectCodes=1").is(204);
    }

    @Test
    void contactPersonBelongsToTheCustomerOfTheProject() {
        String first = id(customer("A"));
        String second = id(customer("B"));
        String nora = contactPerson(first);
        String per = contactPerson(second);
        post("/Projects", "{\"Name\":\"P\",\"ContactPersonId\":" + nora + "}").refusedWith(400, "requires CustomerId");
        post("/Projects", "{\"Name\":\"P\",\"CustomerId\":" + second + ",\"ContactPersonId\":" + nora + "}")
                .refusedWith(400, "must belong");
        String address = project("\"Name\":\"P\",\"CustomerId\":" + first + ",\"ContactPersonId\":" + nora);

        replace(address, "/CustomerId", second).refusedWith(400, "must belong");
        replace(address, "/CustomerId", "null").refusedWith(400, "requires CustomerId");
        patch(address, two("/ContactPersonId", per, "/CustomerId", second)).refusedWith(400, "must belong");
        assertEquals(nora, get(address).at("ContactPersonId").asText());
        patch(address, two("/CustomerId", second, "/ContactPersonId", per)).is(200);
        patch(address, two("/CustomerId", first, "/ContactPersonId", "null")).is(200);
        replace(address, "/ContactPersonId", "999").is(404);
    }

    @Test
    void fixedPriceComesAfterItsMethodAndGoesBeforeIt() {
        String address = project("\"Name\":\"P\"");
        patch(address, two("/FixedPrice", "900", "/ProjectBillingMethod", "\"FixedPrice\""))
                .refusedWith(400, "FixedPrice requires");
        patch(address, two("/ProjectBillingMethod", "\"FixedPrice\"", "/FixedPrice", "900"))
                .is(200);
        patch(address, two("/ProjectBillingMethod", "\"Time\"", "/FixedPrice", "null"))
                .refusedWith(400, "FixedPrice requires");
        patch(address, two("/FixedPrice", "null", "/ProjectBillingMethod", "\"Time\""))
                .is(200);
        patch(address, two("/BillableRateSpecification", "\"Project\"", "/BillableRate", "1200"))
                .is(200);
    }

    @Test
    void onePatchIsOneUnit() {
        String address = project("\"Name\":\"P\"");
        patch(address, two("/Name", "\"Q\"", "/Code", "\"a.b\"")).is(400);
        patch(address, two("/Name", "\"Q\"", "/CustomerId", "7")).is(404);
        assertEquals("P", get(address).at("Name").asText());
        replace("/Projects/999", "/Name", "\"Q\"").is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/CustomerNo", "/ParentProjectCode", "/PaymentTerms", "/Id", "/code"})
    void pathThatIsNotPatchableIsRefused(String path) {
        replace(project("\"Name\":\"P\""), path, "null").refusedWith(400, "The target location");
    }

    @Test
    void codeIsUniqueBelowOneParentOnlyWhenTold() {
        String top = project("\"Code\":\"J-500\",\"Name\":\"Bridge\"");
        project("\"Code\":\"J-500\",\"Name\":\"Bridge\"");
        simulator.change(options -> options.with(Quirk.CODES_UNIQUE));
        post("/Projects", "{\"Code\":\"J-500\",\"Name\":\"Bridge\"}").refusedWith(400, id(top));
        String low = project("\"Code\":\"J-500\",\"Name\":\"Bridge\",\"ParentProjectId\":" + id(top));
        replace(low, "/ParentProjectId", "null").refusedWith(400, id(top));
    }

    @Test
    void changesMoveTheChangeTime() {
        String address = project("\"Code\":\"J-500\",\"Name\":\"Bridge\"");
        String before = get(address).at("LastChangedDateTimeOffset").asText();
        clock.pass(Duration.ofMinutes(1));
        replace(address, "/Progress", "50").is(200);
        Answer changed = get("/Projects?lastChangedDateTimeOffsetGreaterThan=" + before.replace("+", "%2B"))
                .is(200);
        assertEquals(List.of("50"), changed.column("Progress"));
        assertNotEquals(List.of(before), changed.column("LastChangedDateTimeOffset"));
        assertEquals(List.of(before), changed.column("CreatedDateTimeOffset"));
    }

    @Test
    void whatAProjectNamesIsInUse() {
        String customer = customer("A");
        String top = project("\"Name\":\"P\",\"CustomerId\":" + id(customer));
        String low = project("\"Name\":\"Q\",\"ParentProjectId\":" + id(top));
        delete(customer).is(409);
        delete(top).refusedWith(409, "in use");
        delete(low).is(200);
        delete(low).is(404);
        delete(top).is(200);
        delete(customer).is(200);
    }

    @Test
    void patchMayBeAnsweredWithoutABody() {
        String address = project("\"Name\":\"P\"");
        simulator.change(options -> options.with(Quirk.PROJECT_PATCH_WITHOUT_BODY));
        assertEquals("", replace(address, "/Name", "\"Q\"").is(200).http().body());
        assertEquals("Q", get(address).at("Name").asText());
    }

    @Test
    void readsMayBeInCamelCaseAndDatesMayHaveATime() {
        String address = project("\"Name\":\"P\",\"StartDate\":\"2026-03-02\"");
        simulator.change(options -> options.with(Quirk.CAMEL_CASE_PROJECTS, Quirk.DATES_WITH_TIME));
        Answer read = get(address);
        assertEquals("P", read.at("name").asText());
        assertEquals("2026-03-02T00:00:00", read.at("startDate").asText());
        assertEquals(List.of("2026-03-02T00:00:00"), get("/Projects").column("StartDate"));
        assertTrue(contract.violations().size() > 0, "the document says otherwise");
        contract.forget();
    }

    @Test
    void peopleMakeChangeAndDeleteProjects() {
        PowerOfficeUser user = simulator.user();
        String top = user.create(Resource.PROJECTS, object("{\"Code\":\"J-500\",\"Name\":\"Bridge\"}"));
        String low = user.create(
                Resource.PROJECTS, object("{\"Code\":\"1\",\"Name\":\"Pier\",\"ParentProjectId\":" + top + "}"));
        assertEquals(
                List.of("J-500", "J-500.1"),
                user.all(Resource.PROJECTS).stream()
                        .map(row -> row.path("Code").asText())
                        .toList());
        user.edit(Resource.PROJECTS, low, object("{\"Code\":\"2\"}"));
        assertEquals("J-500.2", get("/Projects/" + low).at("Code").asText());
        user.delete(Resource.PROJECTS, top);
        assertEquals("2", get("/Projects/" + low).at("Code").asText());
    }

    private String contactPerson(String customer) {
        return post("/ContactPersons/" + customer, "{\"FirstName\":\"Nora\",\"LastName\":\"Lie\"}")
                .is(201)
                .at("Id")
                .asText();
    }
}
