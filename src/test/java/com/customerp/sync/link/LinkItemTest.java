package com.customerp.sync.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LinkItemTest {

    @Property(tries = 300)
    @Domain(LinkDomain.class)
    void everyLinkComesBackAsItWas(@ForAll Link link) {
        assertEquals(link, LinkItem.read(LinkItem.write(link)));
    }

    @Property(tries = 100)
    @Domain(LinkDomain.class)
    void aPointerSaysWhatItsLinkSays(@ForAll Link link) {
        assertEquals(
                new Pointer("20550001", link.customerpId(), link.powerOfficeSeen()),
                LinkItem.readPointer(LinkItem.writePointer(
                        link.change().powerOfficeId("20550001").build())));
    }

    @Property(tries = 100)
    @Domain(LinkDomain.class)
    void aLinkIsInTheDueIndexWhenItIsDueSomeTime(@ForAll Link link) {
        Set<String> attributes = LinkItem.write(link).keySet();
        assertEquals(link.nextAttemptAt() != null, attributes.contains("dueEntity"));
        assertEquals(link.nextAttemptAt() != null, attributes.contains("nextAttemptAt"));
    }

    @Test
    void theDueTimeIsInMilliseconds() {
        Instant at = Instant.parse("2026-03-02T12:00:00.123Z");
        Map<String, AttributeValue> item = LinkItem.write(Links.due("C-1", at));
        assertEquals(at.toEpochMilli() + ".000000", item.get("nextAttemptAt").n());
        assertEquals("customer", item.get("dueEntity").s());
    }

    @Test
    void basesAreTwoTextsPerField() {
        Map<String, AttributeValue> bases =
                LinkItem.write(Links.full("C-1", "20550001")).get("bases").m();
        assertEquals(
                Map.of(
                        "name", AttributeValue.fromL(texts("c1", "p1")),
                        "address.city", AttributeValue.fromL(texts("c2", "p2"))),
                bases);
    }

    @Test
    void whatIsNullIsAbsent() {
        Map<String, AttributeValue> item = LinkItem.write(Links.unlinked("C-1"));
        assertTrue(item.keySet().containsAll(Set.of("pk", "entity", "customerpId", "version", "state", "bases")));
        assertFalse(item.containsKey("powerOfficeId"));
        assertFalse(item.containsKey("problem"));
        assertEquals("customer#customerp#C-1", item.get("pk").s());
        assertEquals(Entity.CUSTOMER.key(), item.get("entity").s());
    }

    private static List<AttributeValue> texts(String one, String two) {
        return List.of(AttributeValue.fromS(one), AttributeValue.fromS(two));
    }
}
