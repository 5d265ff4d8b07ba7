package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** poweroffice-go-v2.md 5, 7, 10 and 13.5, mapping.md 6: products and their stock. */
class ProductsTest extends OverHttp {
    private static final String BEAM = "\"Code\":\"BJ-1\",\"Name\":\"Steel beam\"";

    @Test
    void createAnswers200WithWhatTheServerFilled() {
        Answer made = post("/Products", "{" + BEAM + ",\"UnitPrice\":500}").is(200);
        assertEquals("Product", made.at("ProductType").asText());
        assertEquals("false", made.at("IsStockItem").asText());
        assertEquals("false", made.at("IsArchived").asText());
        assertTrue(made.at("UnitCost").isNull());
        assertTrue(made.at("StockOnHandLastChangedDatetimeOffset").isNull());
        assertEquals(made.json(), get("/Products/" + made.at("Id").asText()).json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                    | Name is required",
                "{\"Name\":\"A\",\"UnitPrice\":\"5\"}                  | UnitPrice: a number",
                "{\"Name\":\"A\",\"UnitOfMeasureCode\":\"H87\"}        | UnitOfMeasureCode must be one of",
                "{\"Name\":\"A\",\"ProductType\":\"product\"}          | ProductType must be one of",
                "{\"Name\":\"A\",\"StockOnHand\":5}                    | StockOnHand requires IsStockItem"
            })
    void brokenRuleIsABadRequestThatNamesIt(String body, String words) {
        post("/Products", body).refusedWith(400, words);
        get("/Products").is(204);
    }

    @Test
    void salesAccountIsFoundOnTheProductOrTheClient() {
        simulator.user().addToCatalogue("GeneralLedgerAccounts", 603000, 3000);
        simulator.user().setDefaultSalesAccount(false);
        post("/Products", "{" + BEAM + "}").refusedWith(400, "sales account");
        post("/Products", "{" + BEAM + ",\"StandardSalesAccountId\":1}").is(404);
        Answer made = post("/Products", "{" + BEAM + ",\"StandardSalesAccount\":3000}")
                .is(200);
        assertEquals(603000, made.at("StandardSalesAccountId").intValue());
        assertEquals(3000, made.at("StandardSalesAccount").intValue());
        String address = "/Products/" + made.at("Id").asText();
        replace(address, "/StandardSalesAccountId", "null").refusedWith(400, "sales account");
        simulator.user().setDefaultSalesAccount(true);
        replace(address, "/StandardSalesAccountId", "null").is(200);
    }

    @Test
    void stockNeedsTheMarkAndOperationsTakeEffectInOrder() {
        String address = product(BEAM);
        replace(address, "/StockOnHand", "5").refusedWith(400, "IsStockItem");
        patch(address, two("/StockOnHand", "5", "/IsStockItem", "true")).refusedWith(400, "IsStockItem");
        assertEquals("false", get(address).at("IsStockItem").asText());
        Answer stocked =
                patch(address, two("/IsStockItem", "true", "/StockOnHand", "5")).is(200);
        assertEquals(5, stocked.at("StockOnHand").intValue());
        assertEquals(5, stocked.at("StockAvailable").intValue());
    }

    @Test
    void stockMovesItsOwnChangeTimeOnly() {
        String address = product(BEAM + ",\"IsStockItem\":true,\"StockOnHand\":5");
        product("\"Code\":\"BJ-2\",\"Name\":\"Other\"");
        Answer before = get(address);
        clock.pass(Duration.ofMinutes(1));
        Answer same = replace(address, "/StockOnHand", "5.0").is(200);
        assertEquals(times(before), times(same));

        Answer sold = replace(address, "/StockOnHand", "4").is(200);
        assertEquals(before.at("LastChangedDateTimeOffset"), sold.at("LastChangedDateTimeOffset"));
        assertNotEquals(times(before), times(sold));
        assertEquals(List.of("BJ-1"), since("stockOnHandLastChangedDatetimeOffsetGreaterThan", before));
        get("/Products?lastChangedDateTimeOffsetGreaterThan=" + instant(before)).is(204);

        Answer renamed = replace(address, "/Name", "\"Long beam\"").is(200);
        assertEquals(times(sold).get(1), times(renamed).get(1));
        assertEquals(List.of("BJ-1"), since("lastChangedDateTimeOffsetGreaterThan", before));
    }

    @Test
    void stockThatPeopleBookMovesTheSameTime() {
        String address = product(BEAM + ",\"IsStockItem\":true");
        Answer before = get(address);
        clock.pass(Duration.ofMinutes(1));
        simulator.user().edit(Resource.PRODUCTS, id(address), object("{\"StockOnHand\":9}"));
        Answer after = get(address);
        assertEquals(before.at("LastChangedDateTimeOffset"), after.at("LastChangedDateTimeOffset"));
        assertEquals(9, after.at("StockAvailable").intValue());
        assertEquals(List.of("BJ-1"), since("stockOnHandLastChangedDatetimeOffsetGreaterThan", before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "codes=BJ-1,BJ-3 | BJ-1, BJ-3",
                "names=Steel%20beam | BJ-1",
                "type=Service | BJ-2",
                "isArchived=true | BJ-3",
                "isArchived=false | BJ-1, BJ-2",
                "productGroupCodes=VARER | BJ-1"
            })
    void filtersFindExactValues(String query, String codes) {
        simulator.user().addToCatalogue("ProductGroups", 4, "VARER");
        product(BEAM + ",\"ProductGroupCode\":\"VARER\"");
        product("\"Code\":\"BJ-2\",\"Name\":\"Mounting\",\"ProductType\":\"Service\"");
        product("\"Code\":\"BJ-3\",\"Name\":\"Old beam\",\"IsArchived\":true");
        assertEquals(codes, String.join(", ", get("/Products?" + query).is(200).column("Code")));
    }

    @ParameterizedTest
    @CsvSource({"UNCERTAIN_FILTERS_IGNORED, 200", "UNCERTAIN_FILTERS_REFUSED, 400"})
    void filterByCodeMayHaveNoEffectOrBeRefused(Quirk quirk, int status) {
        product(BEAM);
        get("/Products?codes=BJ-9").is(204);
        simulator.change(options -> options.with(quirk));
        get("/Products?codes=BJ-9").is(status);
    }

    @Test
    void codeIsUniqueOnlyWhenTold() {
        String first = product(BEAM);
        product(BEAM);
        simulator.change(options -> options.with(Quirk.CODES_UNIQUE));
        post("/Products", "{" + BEAM + "}").refusedWith(400, id(first));
        String other = product("\"Code\":\"bj-1\",\"Name\":\"Other letter case\"");
        replace(other, "/Code", "\"BJ-1\"").refusedWith(400, id(first));
        replace(other, "/Code", "\"bj-1\"").is(200);
        replace(other, "/Name", "\"New\"").is(200);
    }

    @Test
    void pricesOfTheGroupAreShownOnlyWhenTold() {
        simulator.user().addProductGroup(4, "VARER", object("{\"UnitPrice\":700,\"UnitCost\":310.25}"));
        String address = product(BEAM + ",\"UnitPrice\":500");
        assertEquals(4, get(address).at("ProductGroupId").intValue());
        assertTrue(get(address).at("UnitCost").isNull());
        simulator.change(options -> options.with(Quirk.GROUP_PRICES_SHOWN));
        assertEquals("310.25", get(address).at("UnitCost").asText());
        assertEquals(500, get(address).at("UnitPrice").intValue());
        assertEquals(
                700,
                replace(address, "/UnitPrice", "null").is(200).at("UnitPrice").intValue());
    }

    @Test
    void productInUseIsNotDeletedButArchived() {
        String address = product(BEAM);
        simulator.user().setUsed(Resource.PRODUCTS, id(address), true);
        delete(address).refusedWith(409, "in use");
        replace(address, "/IsArchived", "true").is(200);
        simulator.user().setUsed(Resource.PRODUCTS, id(address), false);
        delete(address).is(200);
        delete(address).is(404);
        get(address).is(404);
    }

    @Test
    void peopleMakeChangeAndDeleteProducts() {
        PowerOfficeUser user = simulator.user();
        String id = user.create(Resource.PRODUCTS, object("{\"Code\":\"a,b\",\"Name\":\"A\"}"));
        assertEquals("a,b", get("/Products/" + id).is(200).at("Code").asText());
        user.edit(Resource.PRODUCTS, id, object("{\"Code\":null}"));
        assertTrue(get("/Products/" + id).at("Code").isNull());
        assertEquals(1, user.all(Resource.PRODUCTS).size());
        user.delete(Resource.PRODUCTS, id);
        get("/Products/" + id).is(404);
    }

    private List<String> since(String filter, Answer seen) {
        return get("/Products?" + filter + "=" + instant(seen)).is(200).column("Code");
    }

    private static String instant(Answer seen) {
        return seen.at("LastChangedDateTimeOffset").asText().replace("+", "%2B");
    }

    private static List<String> times(Answer product) {
        return List.of(
                product.at("LastChangedDateTimeOffset").asText(),
                product.at("StockOnHandLastChangedDatetimeOffset").asText());
    }
}
