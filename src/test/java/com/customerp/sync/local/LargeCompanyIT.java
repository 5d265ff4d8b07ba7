package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkSeeding;
import com.customerp.sync.link.State;
import com.customerp.sync.link.TableSchema;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.FunctionProcess;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.Bookkeeping;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full pass over many records works in flat memory: the packaged function gets a heap of 128 MB (design.md 4). */
class LargeCompanyIT {
    private static final int CUSTOMERS = 20_000;
    private static final int PAGES = 20;
    private static final int EDITED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private static Path directory;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Test
    void aFullPassOverTwentyThousandCustomersNeedsNoMoreThan128Megabytes() {
        Clock clock = Clock.systemUTC();
        try (EmbeddedDynamoDb table = EmbeddedDynamoDb.start();
                CustomerpSimulator customerp =
                        new CustomerpSimulator(clock, LocalConfiguration.customerp(URI.create("http://127.0.0.1:9")));
                PowerOfficeSimulator powerOffice =
                        new PowerOfficeSimulator(clock, LocalConfiguration.powerOffice(false))) {
            TableSchema.createIfMissing(table.client(), LocalConfiguration.TABLE);
            URI customerpUrl = customerp.start(0);
            URI powerOfficeUrl = powerOffice.start(0);
            Map<String, String> environment = new HashMap<>(LocalConfiguration.environment(
                    table.endpoint(),
                    new Addresses(customerpUrl, powerOfficeUrl, powerOffice.tokenUri()),
                    LocalOptions.parse(List.of("--only", "customer"))));
            String key = environment.get("SYNC_FINGERPRINT_KEY");
            LinkSeeding.put(table.client(), LocalConfiguration.TABLE, company(customerp, powerOffice, key));
            FunctionPackage code = FunctionPackage.unpack(Path.of("target/function.zip"), directory)
                    .withHeap(128);
            try (FunctionProcess function = FunctionProcess.start(code, "customer-schedule", environment, log::add)) {
                JsonNode event = JsonNodeFactory.instance.objectNode().put("mode", "full");
                JsonNode summary = function.invoke(event, PATIENCE).payload();
                assertTrue(summary.path("complete").asBoolean(), () -> summary + "\n" + log);
                assertEquals(CUSTOMERS, summary.at("/read/customerp").asInt());
                assertEquals(CUSTOMERS, summary.at("/read/poweroffice").asInt());
                assertEquals(EDITED, summary.at("/patched/poweroffice").asInt(), summary.toString());
                assertEquals(CUSTOMERS - EDITED, summary.path("unchanged").asInt(), summary.toString());
                assertTrue(summary.at("/requests/customerp").asInt() <= PAGES + 2 * EDITED, summary.toString());
                assertTrue(summary.at("/requests/poweroffice").asInt() <= PAGES + 2 + 2 * EDITED, summary.toString());
            }
        }
    }

    /** Linked customers that nobody has touched since, but for a few. */
    private static List<Link> company(CustomerpSimulator customerp, PowerOfficeSimulator powerOffice, String key) {
        Fingerprints fingerprints = new Fingerprints(Base64.getDecoder().decode(key));
        List<Link> links = new ArrayList<>(CUSTOMERS);
        for (int number = 1; number <= CUSTOMERS; number++) {
            String name = "Kunde " + number + " AS";
            String id = customerp.seed(
                    Entity.CUSTOMER,
                    "C-" + number,
                    object().put("name", name)
                            .put("customerNumber", Integer.toString(10_000 + number))
                            .put("currencyCode", "NOK")
                            .put("invoiceDelivery", "print"));
            String there = powerOffice
                    .user()
                    .create(
                            Resource.CUSTOMERS,
                            object().put("Name", name)
                                    .put("Number", 10_000 + number)
                                    .put("CurrencyCode", "NOK")
                                    .put("IsPerson", false)
                                    .put("InvoiceDeliveryType", "Print")
                                    .put("ExternalImportReference", "customerp:" + id));
            links.add(link(fingerprints, id, customerp, there, powerOffice));
        }
        for (int number = 1; number <= EDITED; number++) {
            customerp
                    .user("kari")
                    .edit(Entity.CUSTOMER, "C-" + number, object().put("phone", "+47 22 00 00 0" + number));
        }
        return links;
    }

    private static Link link(
            Fingerprints fingerprints,
            String id,
            CustomerpSimulator customerp,
            String there,
            PowerOfficeSimulator powerOffice) {
        ObjectNode mine = customerp.read(Entity.CUSTOMER, id).orElseThrow();
        ObjectNode theirs = powerOffice.user().read(Resource.CUSTOMERS, there).orElseThrow();
        Mapping mapping = Mappings.of(Entity.CUSTOMER);
        Bookkeeping bookkeeping = new Bookkeeping(mapping, fingerprints);
        Map<String, Bases> bases = mapping.fields().stream()
                .collect(Collectors.toMap(
                        Field::name,
                        field -> new Bases(
                                fingerprints.of(Entity.CUSTOMER, field.name(), field.canonical(Side.CUSTOMERP, mine)),
                                fingerprints.of(
                                        Entity.CUSTOMER, field.name(), field.canonical(Side.POWEROFFICE, theirs)))));
        return Link.unknown(Entity.CUSTOMER, id)
                .change()
                .powerOfficeId(there)
                .state(State.LINKED)
                .slotWritten(true)
                .bases(bases)
                .customerpSeen(bookkeeping.seen(
                        Side.CUSTOMERP,
                        new RemoteRecord(id, mine, null, mine.path("updatedAt").asText(), false)))
                .powerOfficeSeen(bookkeeping.seen(Side.POWEROFFICE, new RemoteRecord(there, theirs, null, null, false)))
                .build();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
