package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A link store for tests of what stands on it. Keeps the contract of {@link LinkStore} with one lock. */
public final class InMemoryLinkStore implements LinkStore {
    private static final int CONFLICTS_KEPT = 20;
    private static final int PAGE = 100;

    private record Kept(Conflict conflict, Instant expiresAt) {}

    private final Clock clock;
    private final MatchIndex index;
    private final TreeMap<String, Link> links = new TreeMap<>();
    private final Map<String, Pointer> pointers = new HashMap<>();
    private final Map<Entity, Progress> progress = new HashMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, List<Kept>> conflicts = new HashMap<>();

    /**
     * An empty store.
     *
     * @param index takes the match keys that are stored with links
     */
    public InMemoryLinkStore(Clock clock, MatchIndex index) {
        this.clock = clock;
        this.index = index;
    }

    @Override
    public synchronized Optional<Link> find(Entity entity, String customerpId) {
        return Optional.ofNullable(links.get(key(entity, customerpId)));
    }

    @Override
    public synchronized Map<String, Link> findAll(Entity entity, Collection<String> customerpIds) {
        Map<String, Link> found = new HashMap<>();
        customerpIds.forEach(id -> find(entity, id).ifPresent(link -> found.put(id, link)));
        return found;
    }

    @Override
    public synchronized Map<String, Pointer> pointers(Entity entity, Collection<String> powerOfficeIds) {
        Map<String, Pointer> found = new HashMap<>();
        powerOfficeIds.forEach(id -> found.put(id, pointers.get(key(entity, id))));
        found.values().removeIf(Objects::isNull);
        return found;
    }

    @Override
    public synchronized Optional<Link> save(Link link, Collection<MatchKeys> keys) {
        Optional<Link> stored = find(link.entity(), link.customerpId());
        if (stored.map(Link::version).orElse(0L) != link.version()) {
            return Optional.empty();
        }
        if (link.powerOfficeId() != null) {
            point(link, link.powerOfficeId());
        }
        stored.map(Link::powerOfficeId)
                .filter(old -> !old.equals(link.powerOfficeId()))
                .ifPresent(old -> pointers.remove(key(link.entity(), old)));
        Link next = link.change().saved(clock.instant()).build();
        links.put(key(link.entity(), link.customerpId()), next);
        index.replace(keys);
        return Optional.of(next);
    }

    private void point(Link link, String powerOfficeId) {
        String key = key(link.entity(), powerOfficeId);
        Pointer held = pointers.get(key);
        if (held != null && !held.customerpId().equals(link.customerpId())) {
            throw new TakenException(link.entity(), powerOfficeId);
        }
        pointers.put(key, new Pointer(powerOfficeId, link.customerpId(), link.powerOfficeSeen()));
    }

    @Override
    public synchronized Optional<Link> replace(Link provisional, Link link) {
        Optional<Link> stored = find(link.entity(), link.customerpId());
        boolean unlinked = stored.map(Link::powerOfficeId).isEmpty();
        boolean asRead = stored.map(Link::version).orElse(0L) == link.version();
        return unlinked && asRead && delete(provisional) ? save(link) : Optional.empty();
    }

    @Override
    public synchronized boolean delete(Link link) {
        String key = key(link.entity(), link.customerpId());
        Link stored = links.get(key);
        if (stored == null || stored.version() != link.version()) {
            return false;
        }
        links.remove(key);
        conflicts.remove(key);
        if (stored.powerOfficeId() != null) {
            pointers.remove(key(link.entity(), stored.powerOfficeId()));
        }
        return true;
    }

    @Override
    public synchronized List<Link> due(Entity entity, Instant now, int limit) {
        return links.values().stream()
                .filter(link -> link.entity() == entity)
                .filter(link ->
                        link.nextAttemptAt() != null && !link.nextAttemptAt().isAfter(now))
                .sorted(Comparator.comparing(Link::nextAttemptAt))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page all(Set<Entity> entities, @Nullable String from) {
        List<Link> rest = (from == null ? links : links.tailMap(from, false))
                .values().stream()
                        .filter(link -> entities.contains(link.entity()))
                        .toList();
        List<Link> page = rest.subList(0, Math.min(PAGE, rest.size()));
        boolean last = page.size() == rest.size();
        return new Page(
                page,
                last
                        ? null
                        : key(page.get(PAGE - 1).entity(), page.get(PAGE - 1).customerpId()));
    }

    @Override
    public synchronized Progress progress(Entity entity) {
        return progress.getOrDefault(entity, Progress.NONE);
    }

    @Override
    public synchronized void saveProgress(Entity entity, Progress next) {
        progress.put(entity, next);
    }

    @Override
    public synchronized boolean lease(String name, String owner, Instant now, Instant until) {
        Lease held = leases.get(name);
        boolean free =
                held == null || held.owner().equals(owner) || !held.until().isAfter(now);
        if (free) {
            leases.put(name, new Lease(owner, until));
        }
        return free;
    }

    @Override
    public synchronized void release(String name, String owner) {
        leases.computeIfPresent(name, (key, held) -> held.owner().equals(owner) ? null : held);
    }

    @Override
    public synchronized void keepConflict(Conflict conflict, Duration keep) {
        String key = key(conflict.entity(), conflict.customerpId());
        List<Kept> kept = new ArrayList<>(conflicts.getOrDefault(key, List.of()));
        kept.removeIf(one -> one.conflict().isOfSameValue(conflict));
        kept.add(0, new Kept(conflict, conflict.at().plus(keep)));
        conflicts.put(key, List.copyOf(kept.subList(0, Math.min(CONFLICTS_KEPT, kept.size()))));
    }

    @Override
    public synchronized List<Conflict> conflicts(Entity entity, String customerpId) {
        return conflicts.getOrDefault(key(entity, customerpId), List.of()).stream()
                .filter(kept -> kept.expiresAt().isAfter(clock.instant()))
                .map(Kept::conflict)
                .toList();
    }

    private static String key(Entity entity, String id) {
        return entity.key() + "#" + id;
    }
}
