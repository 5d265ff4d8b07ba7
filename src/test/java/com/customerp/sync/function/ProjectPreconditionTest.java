package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PowerOffice cannot take of a project is parked or held (mapping.md 7.4, 7.6), and which project it is (7.3). */
@QuarkusTest
@QuarkusTestResource(World.class)
class ProjectPreconditionTest extends PairScenario {
    private static final String J = "J-1";
    private static final String BRIDGE = "{'projectNumber':'J-500','name':'Bru','isActive':true}";

    private final Sent toPowerOffice = new Sent();

    @Override
    Entity entity() {
        return Entity.PROJECT;
    }

    @BeforeEach
    void prepare() {
        linkedCompanies();
        world.powerOffice().listen(toPowerOffice::note);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':null}                            | missing     | name
            {'projectNumber':''}                     | missing     | projectNumber
            {'projectNumber':'J-5,0'}                | not_allowed | projectNumber
            {'projectNumber':'J-500.1'}              | not_allowed | projectNumber
            {'projectNumber':'-1'}                   | not_allowed | projectNumber
            {'contactId':'P-1'}                      | missing     | customerId
            {'contactId':'P-1','customerId':'C-2'}   | not_allowed | contactId
            {'status':'lost'}                        | not_in_list | status
            {'progressPercent':101}                  | not_allowed | progressPercent
            {'parentProjectId':'J-1'}                | not_allowed | parentProjectId
            """)
    void whatBreaksAPreconditionIsParkedBeforeTheCallAndFollowsWhenItIsPutRight(
            String shown, String reason, String field) {
        customerpShows(J, shown);
        born(J, BRIDGE);
        assertParked(J, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(J, "{'contractNumber':'K-1'}");
        assertLinked(J);
        customerpShows(J, shown);
        edited(J, "{'contractNumber':'K-2'}");
        assertParked(J, reason, field);
        assertWrites(0, 0);
        world.customerp().faults().clear();
        edited(J, "{'contractNumber':'K-3'}");
        assertShows("{'ContractNo':'K-3','Code':'J-500'}", counterpart(J));
        assertQuiet();
    }

    @Test
    void aContactOfAPersonIsHeldAndTheRestIsCarried() {
        linked(Entity.CUSTOMER, "C-3", "{'isPerson':true,'firstName':'Per','lastName':'Eksempel'}");
        born(Entity.CONTACT, "P-3", "{'customerId':'C-3','firstName':'Kari','lastName':'Lie'}");
        born(J, BRIDGE.replace("}", ",'customerId':'C-3','contactId':'P-3'}"));
        assertHeld(J, "missing_reference", "contactId");
        assertShows("{" + member("CustomerId", Entity.CUSTOMER, "C-3") + ",'ContactPersonId':null}", counterpart(J));
        assertQuiet();
        edit(Entity.CUSTOMER, "C-3", "{'isPerson':false,'name':'Eksempel AS','firstName':null,'lastName':null}");
        webhooksArrive();
        changesOfAll();
        assertLinked(J);
        assertShows("{" + member("ContactPersonId", Entity.CONTACT, "P-3") + "}", counterpart(J));
        assertQuiet();
    }

    @Test
    void aFixedPriceWithoutThatBillingIsHeldUntilItIsChosen() {
        born(J, BRIDGE.replace("}", ",'billingMethod':'time','fixedPrice':1000}"));
        assertHeld(J, "not_allowed", "fixedPrice");
        assertShows("{'ProjectBillingMethod':'Time','FixedPrice':null}", counterpart(J));
        assertQuiet();
        toPowerOffice.clear();
        edited(J, "{'billingMethod':'fixedPrice'}");
        Sent.assertBody(
                "[{'op':'replace','path':'/ProjectBillingMethod','value':'FixedPrice'},"
                        + "{'op':'replace','path':'/FixedPrice','value':1000}]",
                toPowerOffice.only("PATCH"));
        assertLinked(J);
        assertQuiet();
    }

    @Test
    void awayFromFixedPriceThePriceGoesFirst() {
        linked(J, BRIDGE.replace("}", ",'billingMethod':'fixedPrice','fixedPrice':1000}"));
        toPowerOffice.clear();
        edited(J, "{'billingMethod':'time','fixedPrice':null}");
        Sent.assertBody(
                "[{'op':'replace','path':'/FixedPrice','value':null},"
                        + "{'op':'replace','path':'/ProjectBillingMethod','value':'Time'}]",
                toPowerOffice.only("PATCH"));
        assertLinked(J);
        assertQuiet();
    }

    @Test
    void aNewCustomerGoesBeforeItsContact() {
        linked(J, BRIDGE.replace("}", ",'customerId':'C-1','contactId':'P-1'}"));
        toPowerOffice.clear();
        edited(J, "{'contactId':'P-2','customerId':'C-2'}");
        Sent.assertBody(
                "[{'op':'replace','path':'/CustomerId','value':" + keyOf(Entity.CUSTOMER, "C-2") + "},"
                        + "{'op':'replace','path':'/ContactPersonId','value':" + keyOf(Entity.CONTACT, "P-2") + "}]",
                toPowerOffice.only("PATCH"));
        assertLinked(J);
        assertQuiet();
    }

    @Test
    void aNewCustomerWithoutAContactTakesTheOldContactAway() {
        linked(J, BRIDGE.replace("}", ",'customerId':'C-1','contactId':'P-1'}"));
        toPowerOffice.clear();
        edited(J, "{'customerId':'C-2','contactId':null}");
        Sent.assertBody(
                "[{'op':'replace','path':'/CustomerId','value':" + keyOf(Entity.CUSTOMER, "C-2") + "},"
                        + "{'op':'replace','path':'/ContactPersonId','value':null}]",
                toPowerOffice.only("PATCH"));
        assertLinked(J);
        assertQuiet();
    }

    @Test
    void aNewCustomerOnOneSideAndAContactOfTheOldOneOnTheOtherNeedAPerson() {
        linked(J, BRIDGE.replace("}", ",'customerId':'C-1'}"));
        editCounterpart(entity(), J, "{" + member("CustomerId", Entity.CUSTOMER, "C-2") + "}");
        edited(J, "{'contactId':'P-1'}");
        assertParked(J, "not_allowed", "contactId");
        assertWrites(0, 0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'Code':null}   | missing
            {'Code':'J,9'}  | not_allowed
            """)
    void aCodeOfPowerOfficeThatIsNoneIsParkedUntilItIsGiven(String code, String reason) {
        linked(J, BRIDGE);
        editCounterpart(entity(), J, code.replace("}", ",'ContractNo':'K-1'}"));
        changes(entity());
        assertParked(J, reason, "projectNumber");
        assertWrites(0, 0);
        assertQuiet();
        editCounterpart(entity(), J, "{'Code':'J-600'}");
        changes(entity());
        assertLinked(J);
        assertShows("{'projectNumber':'J-600','contractNumber':'K-1'}", inCustomerp(J));
        webhooksArrive();
        assertQuiet();
    }

    @Test
    void aNewNumberThatAnotherPowerOfficeProjectHasIsTaken() {
        linked(J, BRIDGE);
        String holder = createInPowerOffice(entity(), "{'Code':'J-600','Name':'Annet'}");
        edited(J, "{'projectNumber':'J-600'}");
        assertParked(J, "taken", "projectNumber", holder);
        assertWrites(0, 0);
        edited(J, "{'projectNumber':'J-601'}");
        assertLinked(J);
        assertShows("{'Code':'J-601'}", counterpart(J));
        assertQuiet();
    }

    @Test
    void aRingOfParentsThatTwoEditsMakeNeedsAPerson() {
        linked(J, BRIDGE);
        linked("J-2", "{'projectNumber':'J-501','name':'Tak','isActive':true}");
        edit(entity(), J, "{'parentProjectId':'J-2'}");
        editCounterpart(entity(), "J-2", "{" + member("ParentProjectId", entity(), J) + "}");
        changes(entity());
        assertEquals(
                2,
                Stream.of(J, "J-2")
                        .filter(id -> link(id).problem() != null)
                        .filter(id -> link(id).problem().field().equals("parentProjectId"))
                        .count());
    }

    /** mapping.md 7.2: what is written to PowerOffice, and how it shows it. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            J-500.1 | J-500.1      | 2         | J-500.2
            J-501   | J-500.J-501  | J-502     | J-502
            """)
    void aSubprojectKeepsTheFormOfItsNumber(String number, String shown, String newCode, String newNumber) {
        linked(J, BRIDGE);
        linked("J-2", "{'projectNumber':'" + number + "','name':'Tak','parentProjectId':'J-1','isActive':true}");
        assertShows("{'Code':'" + shown + "'}", counterpart("J-2"));
        editCounterpart(entity(), "J-2", "{'Code':'" + newCode + "'}");
        changes(entity());
        assertShows("{'projectNumber':'" + newNumber + "'}", inCustomerp("J-2"));
        assertWrites(0, 1);
        webhooksArrive();
        assertQuiet();
    }

    /** Each part fits in PowerOffice; CustomERP takes 100 characters with the parent's number before it. */
    @Test
    void aLongFormThatIsTooLongForCustomerpIsParkedBeforeTheCall() {
        linked(J, BRIDGE);
        linked("J-2", "{'projectNumber':'J-500.1','name':'Tak','parentProjectId':'J-1','isActive':true}");
        editCounterpart(entity(), "J-2", "{'Code':'" + "9".repeat(95) + "'}");
        changes(entity());
        assertEquals(Reason.TOO_LONG, link("J-2").problem().reason());
        assertEquals("projectNumber", link("J-2").problem().field());
        assertWrites(0, 0);
        editCounterpart(entity(), "J-2", "{'Code':'" + "9".repeat(94) + "'}");
        changes(entity());
        assertShows("{'projectNumber':'J-500." + "9".repeat(94) + "'}", inCustomerp("J-2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            top project            | {'projectNumber':'J-600','name':'Et navn'}                             | {'Code':'J-600','Name':'Annet'}
            subproject, long form  | {'projectNumber':'J-500.1','name':'Et navn','parentProjectId':'J-1'}   | {'Code':'1','Name':'Annet','ParentProjectId':@parent}
            subproject, short form | {'projectNumber':'J-501','name':'Et navn','parentProjectId':'J-1'}     | {'Code':'J-501','Name':'Annet','ParentProjectId':@parent}
            """)
    void theNumberLinks(String what, String members, String there) {
        linked(J, BRIDGE);
        String existing = createInPowerOffice(entity(), there.replace("@parent", keyOf(entity(), J)));
        born("J-2", members);
        assertLinked("J-2", existing);
        assertEquals(2, allInPowerOffice(entity()).size());
        webhooksArrive();
        assertQuiet();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            another letter case           | {'projectNumber':'J-600','name':'Tak'}                           | {'Code':'j-600','Name':'En'}                             |
            the same code twice           | {'projectNumber':'J-600','name':'Tak'}                           | {'Code':'J-600','Name':'En'}                             | {'Code':'J-600','Name':'To'}
            below another parent          | {'projectNumber':'J-501','name':'Tak'}                           | {'Code':'J-501','Name':'En','ParentProjectId':@parent}   |
            no parent there               | {'projectNumber':'J-501','name':'Tak','parentProjectId':'J-1'}   | {'Code':'J-501','Name':'En'}                             |
            """)
    void whatCouldBeSeveralIsAmbiguous(String what, String members, String first, String second) {
        linked(J, BRIDGE);
        List<String> candidates = Stream.of(first, second)
                .filter(Objects::nonNull)
                .map(there -> createInPowerOffice(entity(), there.replace("@parent", keyOf(entity(), J))))
                .toList();
        born("J-2", members);
        assertEquals("ambiguous", link("J-2").problem().reason().code());
        assertEquals(candidates, link("J-2").problem().candidates());
        assertWrites(0, 0);
        full(entity());
        assertWrites(0, 0);
    }

    @Test
    void aProjectWithAnotherNumberIsCreated() {
        createInPowerOffice(entity(), "{'Code':'J-501','Name':'Bru'}");
        born(J, BRIDGE);
        assertLinked(J);
        assertEquals(2, allInPowerOffice(entity()).size());
        assertQuiet();
    }

    @Test
    void theNumberOfAProjectThatIsLinkedIsTaken() {
        linked(J, BRIDGE);
        edit(entity(), J, "{'projectNumber':'J-700'}");
        webhooksAreLost();
        born("J-2", BRIDGE);
        assertParked("J-2", "taken", "projectNumber", keyOf(entity(), J));
        assertWrites(0, 0);
    }
}
