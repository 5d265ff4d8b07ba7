package com.customerp.sync.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An id that no contract allows leads no request anywhere, and holds up no other record. */
class HostileIdsTest {
    private static final Duration LONG = Duration.ofMinutes(13);

    private final Company company = new Company(Setting.PLAIN, Bug.NONE);

    static List<String> ids() {
        return List.of(
                "",
                ".",
                "..",
                "../customers/C-1",
                "a/b",
                "a%2Fb",
                "C-1?archived=true",
                "C-1#x",
                "C-1,C-2",
                "C-1\r\nHost: elsewhere.example",
                "Å-1",
                "😀",
                "\u202eC-1",
                "poweroffice:20550001",
                "x".repeat(41),
                "x".repeat(200),
                "å".repeat(1_100),
                "x".repeat(100_000));
    }

    /** A row without an id makes PowerOffice's whole list unreadable: RowsTest. */
    static List<String> idsOfPowerOffice() {
        return ids().stream().filter(id -> !id.isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdOfCustomerpThatIsNoneParksItsRecordAndTheOthersGoOn(String id) {
        String bad = customer("Kunde 1 AS");
        String good = customer("Kunde 2 AS");
        List<String> paths = new ArrayList<>();
        company.customerp.faults().always().then(showing(bad, id, paths));
        runEverything();
        assertEquals(Optional.of(State.LINKED), state(good));
        boolean storable = !id.isEmpty() && id.length() <= 200 && !Link.isProvisional(id);
        assertEquals(storable ? Optional.of(State.PARKED) : Optional.empty(), state(id));
        assertStayedInside(paths, List.of(bad, good));
        assertEquals(
                1, company.powerOffice.user().all(Resource.of(Entity.CUSTOMER)).size());
    }

    @ParameterizedTest
    @MethodSource("idsOfPowerOffice")
    void anIdOfPowerOfficeThatIsNoneIsLeftAlone(String id) {
        String good = customer("Kunde 2 AS");
        company.webhooks.lose();
        company.sweep(Entity.CUSTOMER, Sweep.Mode.FULL, LONG);
        String linked = company.links.find(Entity.CUSTOMER, good).orElseThrow().powerOfficeId();
        ObjectNode other =
                JsonNodeFactory.instance.objectNode().put("Name", "Annen AS").put("Number", 10_777);
        String bad = company.powerOffice.user().create(Resource.of(Entity.CUSTOMER), other);
        List<String> paths = new ArrayList<>();
        company.powerOffice.faults().always().then(showing(bad, id, paths));
        edit(good);
        runEverything();
        assertEquals(Optional.of(State.LINKED), state(good));
        assertEquals(
                "+47 22 00 00 17",
                company.powerOffice
                        .user()
                        .read(Resource.of(Entity.CUSTOMER), linked)
                        .orElseThrow()
                        .path("PhoneNumber")
                        .asText());
        assertStayedInside(paths, List.of(linked));
        assertEquals(1, company.links.all(Entity.CUSTOMER, null).links().size());
    }

    private void runEverything() {
        for (int day = 0; day < 2; day++) {
            for (Sweep.Mode mode : List.of(Sweep.Mode.CHANGES, Sweep.Mode.FULL)) {
                Summary summary = company.sweep(Entity.CUSTOMER, mode, LONG).orElseThrow();
                assertTrue(summary.isComplete());
                company.clock.pass(Duration.ofHours(7));
                // An operator asks for all that is parked to be tried again.
                company.links.all(Entity.CUSTOMER, null).links().stream()
                        .filter(link -> link.state() == State.PARKED)
                        .map(link -> link.change()
                                .nextAttemptAt(company.clock.instant())
                                .build())
                        .forEach(company.links::save);
            }
        }
    }

    /** The system's answers, in which one record has another id. */
    private static Fault showing(String id, String instead, List<String> paths) {
        String shown = JsonNodeFactory.instance.textNode(instead).toString();
        return (request, system) -> {
            paths.add(request.path());
            Response answer = system.handle(request);
            return answer.withBody(answer.text()
                    .replaceAll("(?i)(\"id\":)\"?" + id + "\"?(?=[,}])", "$1" + Matcher.quoteReplacement(shown))
                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void assertStayedInside(List<String> paths, List<String> ids) {
        for (String path : paths) {
            String end = path.substring(path.lastIndexOf('/') + 1);
            assertTrue(
                    end.equalsIgnoreCase("customers")
                            || end.endsWith("Token")
                            || end.endsWith("Series")
                            || ids.contains(end),
                    () -> "asked for " + path);
        }
    }

    private String customer(String name) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("name", name).put("currencyCode", "NOK").put("invoiceDelivery", "print");
        return company.customerp.user("kari").create(Entity.CUSTOMER, members);
    }

    private void edit(String id) {
        ObjectNode phone = JsonNodeFactory.instance.objectNode();
        phone.set("phone", TextNode.valueOf("+47 22 00 00 17"));
        company.customerp.user("kari").edit(Entity.CUSTOMER, id, phone);
    }

    private Optional<State> state(String id) {
        return company.links.find(Entity.CUSTOMER, id).map(Link::state);
    }
}
