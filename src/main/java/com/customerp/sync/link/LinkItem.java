package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A link as an item of the table, both ways, and its pointer. An attribute that would be null is absent. Times are ISO
 * 8601 texts, except {@code nextAttemptAt}, which the index sorts: epoch milliseconds with the rest as a fraction.
 */
final class LinkItem {
    static final String VERSION = "version";
    static final String CUSTOMERP_ID = "customerpId";
    static final String POWEROFFICE_ID = "powerOfficeId";
    static final String POWEROFFICE_SEEN = "powerOfficeSeen";
    private static final String EVENTS = "events";
    private static final String POINTER_SEEN = "seen";
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private LinkItem() {}

    /**
     * The item that holds a link, without the oldest events where all of them are too many for it.
     *
     * @throws LinkStore.TooLargeException when it does not fit without any
     */
    static Map<String, AttributeValue> fitting(Link link) {
        Map<String, AttributeValue> item = write(link);
        int over = ItemSize.of(item) - ItemSize.LARGEST;
        if (over <= 0) {
            return item;
        }
        List<AttributeValue> events = item.get(EVENTS).l();
        int dropped = 0;
        for (; over > 0 && dropped < events.size(); dropped++) {
            over -= ItemSize.of(events.get(dropped));
        }
        if (over > 0) {
            throw new LinkStore.TooLargeException(link.entity());
        }
        item.put(EVENTS, AttributeValue.fromL(events.subList(dropped, events.size())));
        return item;
    }

    /** The item that holds a link, however large. */
    static Map<String, AttributeValue> write(Link link) {
        Map<String, AttributeValue> item =
                new HashMap<>(PartitionKey.of(PartitionKey.link(link.entity(), link.customerpId())));
        item.put("entity", AttributeValue.fromS(link.entity().key()));
        item.put(CUSTOMERP_ID, AttributeValue.fromS(link.customerpId()));
        put(item, POWEROFFICE_ID, link.powerOfficeId(), AttributeValue::fromS);
        put(item, "powerOfficeOwner", link.powerOfficeOwner(), AttributeValue::fromS);
        item.put(VERSION, number(link.version()));
        put(item, "savedAt", link.savedAt(), LinkParts::instant);
        item.put("state", AttributeValue.fromS(link.state().key()));
        item.put("bases", LinkParts.allBases(link.bases()));
        item.put("lines", list(link.lines(), LinkParts::line));
        put(item, "customerpSeen", link.customerpSeen(), LinkParts::seen);
        put(item, POWEROFFICE_SEEN, link.powerOfficeSeen(), LinkParts::seen);
        item.put("slotWritten", AttributeValue.fromBool(link.slotWritten()));
        item.put("archived", AttributeValue.fromBool(link.archived()));
        item.put("notices", list(link.notices(), LinkParts::problem));
        put(item, "problem", link.problem(), LinkParts::problem);
        item.put("attempts", number(link.attempts()));
        put(item, TableSchema.NEXT_ATTEMPT_AT, link.nextAttemptAt(), LinkItem::millis);
        put(item, TableSchema.DUE_ENTITY, link.nextAttemptAt(), at -> dueEntity(link.entity()));
        put(item, "lastError", link.lastError(), AttributeValue::fromS);
        put(item, "lease", link.lease(), LinkParts::lease);
        put(item, "postedAt", link.postedAt(), LinkParts::instant);
        put(item, "intention", link.intention(), AttributeValue::fromS);
        put(item, "missingSince", link.missingSince(), LinkParts::instant);
        put(item, "waitingSince", link.waitingSince(), LinkParts::instant);
        item.put("unlocked", AttributeValue.fromBool(link.unlocked()));
        item.put(EVENTS, list(link.events(), LinkParts::event));
        return item;
    }

    /** The link that an item holds. */
    static Link read(Map<String, AttributeValue> item) {
        return new Link(
                Entity.valueOf(item.get("entity").s().toUpperCase(Locale.ROOT)),
                item.get(CUSTOMERP_ID).s(),
                get(item, POWEROFFICE_ID, AttributeValue::s),
                get(item, "powerOfficeOwner", AttributeValue::s),
                version(item),
                get(item, "savedAt", LinkParts::readInstant),
                State.valueOf(item.get("state").s().toUpperCase(Locale.ROOT)),
                LinkParts.readAllBases(item.get("bases")),
                readList(item.get("lines"), LinkParts::readLine),
                get(item, "customerpSeen", LinkParts::readSeen),
                get(item, POWEROFFICE_SEEN, LinkParts::readSeen),
                item.get("slotWritten").bool(),
                item.get("archived").bool(),
                readList(item.get("notices"), LinkParts::readProblem),
                get(item, "problem", LinkParts::readProblem),
                Integer.parseInt(item.get("attempts").n()),
                get(item, TableSchema.NEXT_ATTEMPT_AT, LinkItem::readMillis),
                get(item, "lastError", AttributeValue::s),
                get(item, "lease", LinkParts::readLease),
                get(item, "postedAt", LinkParts::readInstant),
                get(item, "intention", AttributeValue::s),
                get(item, "missingSince", LinkParts::readInstant),
                get(item, "waitingSince", LinkParts::readInstant),
                item.get("unlocked").bool(),
                readList(item.get(EVENTS), LinkParts::readEvent));
    }

    /** The item that leads from PowerOffice's key to the link, which has such a key. */
    static Map<String, AttributeValue> writePointer(Link link) {
        String powerOfficeId = Objects.requireNonNull(link.powerOfficeId());
        Map<String, AttributeValue> item =
                new HashMap<>(PartitionKey.of(PartitionKey.pointer(link.entity(), powerOfficeId)));
        item.put(POWEROFFICE_ID, AttributeValue.fromS(powerOfficeId));
        item.put(CUSTOMERP_ID, AttributeValue.fromS(link.customerpId()));
        put(item, POINTER_SEEN, link.powerOfficeSeen(), LinkParts::seen);
        return item;
    }

    static Pointer readPointer(Map<String, AttributeValue> item) {
        return new Pointer(
                item.get(POWEROFFICE_ID).s(), item.get(CUSTOMERP_ID).s(), get(item, POINTER_SEEN, LinkParts::readSeen));
    }

    static long version(Map<String, AttributeValue> item) {
        return Long.parseLong(item.get(VERSION).n());
    }

    /** Partition of the index of due links. */
    static AttributeValue dueEntity(Entity entity) {
        return AttributeValue.fromS(entity.key());
    }

    /** A time in epoch milliseconds, without loss. */
    static AttributeValue millis(Instant at) {
        return AttributeValue.fromN(BigDecimal.valueOf(at.getEpochSecond())
                .multiply(THOUSAND)
                .add(BigDecimal.valueOf(at.getNano(), 6))
                .toPlainString());
    }

    private static Instant readMillis(AttributeValue value) {
        BigDecimal[] seconds = new BigDecimal(value.n()).divideAndRemainder(THOUSAND);
        return Instant.ofEpochSecond(
                seconds[0].longValueExact(), seconds[1].movePointRight(6).longValueExact());
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static <T> AttributeValue list(List<T> parts, Function<T, AttributeValue> write) {
        return AttributeValue.fromL(parts.stream().map(write).toList());
    }

    static <T> List<T> readList(AttributeValue list, Function<AttributeValue, T> read) {
        return list.l().stream().map(read).toList();
    }

    static <T> void put(
            Map<String, AttributeValue> item, String name, @Nullable T part, Function<T, AttributeValue> write) {
        if (part != null) {
            item.put(name, write.apply(part));
        }
    }

    static <T> @Nullable T get(Map<String, AttributeValue> item, String name, Function<AttributeValue, T> read) {
        AttributeValue part = item.get(name);
        return part == null ? null : read.apply(part);
    }
}
