package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Conflict;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.link.Progress;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.RecordKey;
import com.customerp.sync.mapping.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The links of a dry run: those of the real store, with what the dry run would write laid over them. Nothing reaches the
 * real store. It waits for nobody's lease. Not thread-safe.
 */
final class DryLinks implements LinkStore {
    private final LinkStore real;
    private final DryIndex index;
    private final Clock clock;
    /** Empty: deleted. */
    private final Map<RecordKey, Optional<Link>> links = new HashMap<>();

    private final Map<RecordKey, Optional<Pointer>> pointers = new HashMap<>();
    private final Map<Entity, Progress> progress = new EnumMap<>(Entity.class);

    /**
     * @param index takes the match keys that are stored with links
     */
    DryLinks(LinkStore real, DryIndex index, Clock clock) {
        this.real = real;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public Optional<Link> find(Entity entity, String customerpId) {
        Optional<Link> planned = links.get(key(entity, customerpId));
        return planned == null ? real.find(entity, customerpId) : planned;
    }

    @Override
    public Map<String, Link> findAll(Entity entity, Collection<String> customerpIds) {
        return over(entity, Side.CUSTOMERP, customerpIds, links, ids -> real.findAll(entity, ids));
    }

    @Override
    public Map<String, Pointer> pointers(Entity entity, Collection<String> powerOfficeIds) {
        return over(entity, Side.POWEROFFICE, powerOfficeIds, pointers, ids -> real.pointers(entity, ids));
    }

    private static <T> Map<String, T> over(
            Entity entity,
            Side side,
            Collection<String> ids,
            Map<RecordKey, Optional<T>> planned,
            Function<Collection<String>, Map<String, T>> stored) {
        Map<String, T> found = new HashMap<>(stored.apply(ids.stream()
                .filter(id -> !planned.containsKey(new RecordKey(entity, side, id)))
                .toList()));
        ids.forEach(id -> planned.getOrDefault(new RecordKey(entity, side, id), Optional.empty())
                .ifPresent(value -> found.put(id, value)));
        return found;
    }

    @Override
    public Optional<Link> save(Link link, Collection<MatchKeys> keys) {
        Optional<Link> stored = find(link.entity(), link.customerpId());
        if (version(stored) != link.version()) {
            return Optional.empty();
        }
        checkFree(link, link.customerpId());
        index.replace(keys);
        return Optional.of(put(link, stored));
    }

    @Override
    public Optional<Link> replace(Link provisional, Link link) {
        Optional<Link> held = find(provisional.entity(), provisional.customerpId());
        Optional<Link> stored = find(link.entity(), link.customerpId());
        if (version(held) != provisional.version() || version(stored) != link.version()) {
            return Optional.empty();
        }
        checkFree(link, provisional.customerpId());
        links.put(key(provisional.entity(), provisional.customerpId()), Optional.empty());
        return Optional.of(put(link, stored));
    }

    private void checkFree(Link link, String holder) {
        String id = link.powerOfficeId();
        Pointer pointer =
                id == null ? null : pointers(link.entity(), List.of(id)).get(id);
        if (pointer != null
                && !pointer.customerpId().equals(holder)
                && !pointer.customerpId().equals(link.customerpId())) {
            throw new TakenException(link.entity(), id);
        }
    }

    private Link put(Link link, Optional<Link> stored) {
        Link next = link.change().saved(clock.instant()).build();
        stored.map(Link::powerOfficeId)
                .filter(before -> !before.equals(next.powerOfficeId()))
                .ifPresent(before -> pointers.put(pointerKey(link.entity(), before), Optional.empty()));
        if (next.powerOfficeId() != null) {
            pointers.put(
                    pointerKey(next.entity(), next.powerOfficeId()),
                    Optional.of(new Pointer(next.powerOfficeId(), next.customerpId(), next.powerOfficeSeen())));
        }
        links.put(key(next.entity(), next.customerpId()), Optional.of(next));
        return next;
    }

    private static long version(Optional<Link> stored) {
        return stored.map(Link::version).orElse(0L);
    }

    @Override
    public boolean delete(Link link) {
        Optional<Link> stored = find(link.entity(), link.customerpId());
        if (stored.isEmpty() || version(stored) != link.version()) {
            return false;
        }
        links.put(key(link.entity(), link.customerpId()), Optional.empty());
        if (link.powerOfficeId() != null) {
            pointers.put(pointerKey(link.entity(), link.powerOfficeId()), Optional.empty());
        }
        return true;
    }

    @Override
    public List<Link> due(Entity entity, Instant now, int limit) {
        Stream<Link> stored = real.due(entity, now, limit).stream()
                .filter(link -> !links.containsKey(key(entity, link.customerpId())));
        Stream<Link> planned = links.values().stream()
                .flatMap(Optional::stream)
                .filter(link -> link.entity() == entity)
                .filter(link ->
                        link.nextAttemptAt() != null && !link.nextAttemptAt().isAfter(now));
        return Stream.concat(stored, planned).limit(limit).toList();
    }

    /** What the dry run itself would link is left out: it has just been looked at. */
    @Override
    public Page all(Set<Entity> entities, @Nullable String from) {
        Page page = real.all(entities, from);
        List<Link> now = page.links().stream()
                .map(link -> links.getOrDefault(key(link.entity(), link.customerpId()), Optional.of(link)))
                .flatMap(Optional::stream)
                .toList();
        return new Page(now, page.next());
    }

    @Override
    public Progress progress(Entity entity) {
        return progress.computeIfAbsent(entity, real::progress);
    }

    @Override
    public void saveProgress(Entity entity, Progress next) {
        progress.put(entity, next);
    }

    @Override
    public boolean lease(String name, String owner, Instant now, Instant until) {
        return true;
    }

    @Override
    public void release(String name, String owner) {
        // It was never taken.
    }

    @Override
    public void keepConflict(Conflict conflict, Duration keep) {
        // The outcome counts it; the value is not kept.
    }

    @Override
    public List<Conflict> conflicts(Entity entity, String customerpId) {
        return real.conflicts(entity, customerpId);
    }

    private static RecordKey key(Entity entity, String customerpId) {
        return new RecordKey(entity, Side.CUSTOMERP, customerpId);
    }

    private static RecordKey pointerKey(Entity entity, String powerOfficeId) {
        return new RecordKey(entity, Side.POWEROFFICE, powerOfficeId);
    }
}
