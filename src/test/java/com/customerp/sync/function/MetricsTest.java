package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.poweroffice.PowerOfficeFaults;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each invocation says once, in CloudWatch's embedded metric format, what it did; {@code status} says what stands open. */
@QuarkusTest
@QuarkusTestResource(World.class)
class MetricsTest extends OpsScenario {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final Set<String> AROUND = Set.of("_aws", "table", "entity", "cause");

    private final Logger logger = Logger.getLogger("sync.metrics");
    private final List<String> printed = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            printed.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setLevel(Level.WARNING);
    }

    @Test
    void a_sweep_counts_what_it_did_and_how_far_behind_it_is() {
        createInPowerOffice(CUSTOMER, "{'Name':'Fjord Bygg AS','OrganizationNumber':'987654325'}");
        create(CUSTOMER, "{'name':'Fjord Bygg AS','organizationNumber':'987654325','currencyCode':'NOK'}");
        create(CUSTOMER, "{'name':'Nordlys Handel AS','currencyCode':'NOK'}");
        create(CUSTOMER, "{'name':'Uten Nummer AS','currencyCode':'NOK','invoiceDelivery':'ehf'}");
        ObjectNode answer = full(CUSTOMER);
        ObjectNode line = only();
        assertShows("{'table':'sync-test','entity':'customer','cause':'full'}", line);
        assertShows("{'Created':1,'Matched':1,'Parked':1,'LagSecondsCustomerp':0,'LagSecondsPoweroffice':0}", line);
        assertEquals(answer.at("/requests/customerp"), line.path("RequestsCustomerp"));
        assertEquals(answer.at("/requests/poweroffice"), line.path("RequestsPoweroffice"));
        assertEquals(world.clock.millis(), line.at("/_aws/Timestamp").asLong(), 5_000);
    }

    @Test
    void what_is_declared_is_what_is_sent() {
        create(CUSTOMER, "{'name':'Nordlys Handel AS','currencyCode':'NOK'}");
        full(CUSTOMER);
        ObjectNode line = only();
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertEquals("CustomErpSync", directive.path("Namespace").asText());
        assertEquals("[[\"table\",\"entity\"]]", directive.path("Dimensions").toString());
        Set<String> declared = new TreeSet<>();
        directive.path("Metrics").forEach(metric -> {
            declared.add(metric.path("Name").asText());
            assertTrue(Set.of("Count", "Seconds").contains(metric.path("Unit").asText()));
        });
        assertEquals(declared, metrics(line));
    }

    @Test
    void counts_of_nothing_are_not_sent() {
        full(CUSTOMER);
        printed.clear();
        changes(CUSTOMER);
        assertEquals(
                Set.of("RequestsCustomerp", "RequestsPoweroffice", "LagSecondsCustomerp", "LagSecondsPoweroffice"),
                metrics(only()));
    }

    @Test
    void a_webhook_counts_its_record_and_its_requests() {
        create(CUSTOMER, "C-1", "{'name':'Nordlys Handel AS','currencyCode':'NOK'}");
        webhooksArrive();
        ObjectNode line = parse(printed.get(0));
        assertShows("{'cause':'webhook','Created':1}", line);
        assertEquals(
                world.powerOffice().log().entries().size(),
                line.path("RequestsPoweroffice").asInt());
        full(CUSTOMER);
        printed.clear();
        edit(CUSTOMER, "C-1", "{'phone':'+47 22 00 00 01'}");
        webhooksArrive();
        assertShows("{'PatchedPoweroffice':1,'RequestsCustomerp':1,'RequestsPoweroffice':2}", parse(printed.get(0)));
    }

    @Test
    void a_webhook_that_leads_to_nothing_sends_no_line() {
        webhook(json("{'rawPath':'/webhooks/customers','requestContext':{'http':{'method':'POST'}}}"));
        linked(CUSTOMER, "C-1", "{'name':'Nordlys Handel AS','currencyCode':'NOK'}");
        ops("exclude", CUSTOMER, "C-1");
        edit(CUSTOMER, "C-1", "{'phone':'+47 22 00 00 01'}");
        printed.clear();
        webhooksArrive();
        assertEquals(List.of(), printed);
    }

    @Test
    void a_refusal_for_the_rate_is_counted() {
        full(CUSTOMER);
        printed.clear();
        world.powerOffice().faults().when(method("GET")).times(1).then(PowerOfficeFaults.throttled());
        changes(CUSTOMER);
        assertEquals(1, only().path("ThrottledPoweroffice").asInt());
    }

    @Test
    void a_sweep_that_does_not_come_to_its_end_lets_the_lag_grow() {
        full(CUSTOMER);
        printed.clear();
        world.clock.pass(Duration.ofSeconds(90));
        create(CUSTOMER, "{'name':'Nordlys Handel AS','currencyCode':'NOK'}");
        sweep(CUSTOMER, "{'mode':'changes','budgetSeconds':0.001}");
        ObjectNode line = only();
        assertEquals(1, line.path("Incomplete").asInt());
        assertEquals(90, line.path("LagSecondsPoweroffice").asInt(), 5);
    }

    @Test
    void status_tells_what_stands_open_also_when_it_is_nothing() {
        create(CUSTOMER, "{'name':'Uten Nummer AS','currencyCode':'NOK','invoiceDelivery':'ehf'}");
        full(CUSTOMER);
        printed.clear();
        world.clock.pass(Duration.ofSeconds(90));
        ops("{'action':'status'}");
        List<ObjectNode> lines = printed.stream().map(MetricsTest::parse).toList();
        assertEquals(
                Arrays.stream(Entity.values()).map(Entity::key).toList(),
                lines.stream().map(line -> line.path("entity").asText()).toList());
        ObjectNode customers = lines.get(CUSTOMER.ordinal());
        assertShows("{'cause':'status','ParkedRecords':1,'WaitingRecords':0,'RetryRecords':0}", customers);
        assertEquals(90, customers.path("OldestOpenSeconds").asInt(), 5);
        assertShows("{'ParkedRecords':0,'OldestOpenSeconds':0}", lines.get(Entity.ORDER.ordinal()));
    }

    @Test
    void other_questions_of_an_operator_send_no_metrics() {
        ops("{'action':'plan','entity':'customer'}");
        ops("{'action':'dance'}");
        assertEquals(List.of(), printed);
    }

    private ObjectNode only() {
        assertEquals(1, printed.size(), printed::toString);
        return parse(printed.get(0));
    }

    private static ObjectNode parse(String line) {
        assertTrue(!line.contains("\n"), line);
        return json(line);
    }

    /** The names of what is measured in a line; whatever else is there must be known. */
    private static Set<String> metrics(ObjectNode line) {
        return line.properties().stream()
                .map(member -> member.getKey())
                .filter(name -> !AROUND.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
