package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerOffice cannot take of a product is parked or held (mapping.md 6.3, 6.5). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ProductPreconditionTest extends PairScenario {
    private static final String P = "PR-300";
    private static final String BEAM =
            "{'productNumber':'BEAM-6M','name':'Bjelke','unitCode':'EA','gtin':'7044610000015'}";

    private final Sent toPowerOffice = new Sent();

    @Override
    Entity entity() {
        return Entity.PRODUCT;
    }

    @BeforeEach
    void listen() {
        world.powerOffice().listen(toPowerOffice::note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':null}             | missing     | name
            {'productNumber':''}      | missing     | productNumber
            {'productNumber':'A,B'}   | not_allowed | productNumber
            {'unitCode':'C62'}        | not_in_list | unitCode
            {'gtin':'123'}            | not_allowed | gtin
            {'type':'rent'}           | not_in_list | type
            {'salesPrice':1e12}       | not_allowed | salesPrice
            """)
    void whatBreaksAPreconditionIsParkedBeforeTheCallAndFollowsWhenItIsPutRight(
            String shown, String reason, String field) {
        customerpShows(P, shown);
        born(P, BEAM);
        assertParked(P, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(P, "{'description':'Stål'}");
        assertLinked(P);
        customerpShows(P, shown);
        edited(P, "{'description':'Tre'}");
        assertParked(P, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(P, "{'description':'Betong'}");
        assertShows("{'Description':'Betong','Code':'BEAM-6M'}", counterpart(P));
        assertQuiet();
    }

    @Test
    void withoutASalesAccountTheOperatorIsToldWhatToDo() {
        world.powerOffice().user().setDefaultSalesAccount(false);
        born(P, BEAM);
        assertParked(P, "refused", "productNumber");
        assertEquals(
                "set a default sales account in PowerOffice", link(P).problem().sentence());
        assertEquals(0, allInPowerOffice(entity()).size());
        world.powerOffice().user().setDefaultSalesAccount(true);
        edited(P, "{'description':'Stål'}");
        assertLinked(P);
        assertQuiet();
    }

    @Test
    void stockFollowsTheCreateInAPatch() {
        born(P, BEAM.replace("}", ",'isStockItem':true,'stockOnHand':42}"));
        assertLinked(P);
        Sent.assertBody(
                "{'Code':'BEAM-6M','Name':'Bjelke','UnitOfMeasureCode':'EA','Gtin':'7044610000015','IsStockItem':true}",
                toPowerOffice.only("POST"));
        Sent.assertBody("[{'op':'replace','path':'/StockOnHand','value':42}]", toPowerOffice.only("PATCH"));
        assertShows("{'IsStockItem':true,'StockOnHand':42}", counterpart(P));
        assertQuiet();
    }

    @Test
    void theMarkOfStockItemsGoesBeforeTheStock() {
        linked(P, BEAM);
        toPowerOffice.clear();
        edited(P, "{'isStockItem':true,'stockOnHand':42}");
        Sent.assertBody(
                "[{'op':'replace','path':'/IsStockItem','value':true},{'op':'replace','path':'/StockOnHand','value':42}]",
                toPowerOffice.only("PATCH"));
        assertLinked(P);
        assertQuiet();
    }

    @Test
    void stockOfNoStockItemIsHeldUntilItIsOne() {
        linked(P, BEAM);
        customerpShows(P, "{'stockOnHand':42}");
        edited(P, "{'description':'Stål'}");
        assertHeld(P, "not_allowed", "stockOnHand");
        assertShows("{'Description':'Stål','StockOnHand':null}", counterpart(P));
        world.customerp().faults().clear();
        edited(P, "{'isStockItem':true,'stockOnHand':42}");
        assertLinked(P);
        assertShows("{'IsStockItem':true,'StockOnHand':42}", counterpart(P));
        assertQuiet();
    }

    /** mapping.md 6.5: a booking of stock does not move the product's change time. */
    @Test
    void stockThatIsBookedInPowerOfficeIsFoundByItsOwnList() {
        linked(P, BEAM.replace("}", ",'isStockItem':true,'stockOnHand':42}"));
        webhooksArrive();
        world.clock.pass(Duration.ofMinutes(10));
        createInPowerOffice(entity(), "{'Code':'ANNEN','Name':'Annen'}");
        changes(entity());
        world.clock.pass(Duration.ofMinutes(1));
        editCounterpart(entity(), P, "{'StockOnHand':40}");
        forgetRequests();
        changes(entity());
        assertShows("{'stockOnHand':40}", inCustomerp(P));
        assertWrites(0, 1);
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void stockThatIsBookedOnBothSidesIsNotAddedUp() {
        linked(P, BEAM.replace("}", ",'isStockItem':true,'stockOnHand':42}"));
        webhooksArrive();
        editCounterpart(entity(), P, "{'StockOnHand':40}");
        world.clock.pass(Duration.ofSeconds(2));
        edited(P, "{'stockOnHand':41}");
        assertShows("{'StockOnHand':41}", counterpart(P));
        assertShows("{'stockOnHand':41}", inCustomerp(P));
        assertEquals(1, world.links().conflicts(entity(), P).size());
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Code':null}  | missing
            {'Code':'  '}  | missing
            {'Code':'A,B'} | not_allowed
            """)
    void aCodeOfPowerOfficeThatIsNoneIsParkedUntilItIsGiven(String code, String reason) {
        linked(P, BEAM);
        editCounterpart(entity(), P, code.replace("}", ",'Description':'Stål'}"));
        changes(entity());
        assertParked(P, reason, "productNumber");
        assertWrites(0, 0);
        assertQuiet();
        editCounterpart(entity(), P, "{'Code':'BEAM-9M'}");
        changes(entity());
        assertLinked(P);
        assertShows("{'productNumber':'BEAM-9M','description':'Stål'}", inCustomerp(P));
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void aNewNumberThatAnotherPowerOfficeProductHasIsTaken() {
        linked(P, BEAM);
        String holder = createInPowerOffice(entity(), "{'Code':'BEAM-9M','Name':'Annen'}");
        edited(P, "{'productNumber':'BEAM-9M','description':'Stål'}");
        assertParked(P, "taken", "productNumber", holder);
        assertWrites(0, 0);
        edited(P, "{'productNumber':'BEAM-12M'}");
        assertLinked(P);
        assertShows("{'Code':'BEAM-12M','Description':'Stål'}", counterpart(P));
        assertQuiet();
    }

    @Test
    void aNewCodeThatAnotherProductOfCustomerpHasIsTaken() {
        linked(P, BEAM);
        linked("PR-310", "{'productNumber':'PLANK','name':'Planke'}");
        edit(entity(), "PR-310", "{'productNumber':'PLANK-2'}");
        editCounterpart(entity(), P, "{'Code':'PLANK-2','Description':'Stål'}");
        ObjectNode before = inCustomerp(P);
        changes(entity());
        assertParked(P, "taken", "productNumber");
        assertEquals(before, inCustomerp(P));
    }
}
