package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps links, unique from both ends, and what sweeps need to go on (design.md 3). All reads are strongly consistent
 * except {@link #due}. Implementations are thread-safe.
 */
public interface LinkStore {

    /** The link of a CustomERP record. */
    Optional<Link> find(Entity entity, String customerpId);

    /** The links of these CustomERP records, by CustomERP id; records without a link are absent. Any number of ids. */
    Map<String, Link> findAll(Entity entity, Collection<String> customerpIds);

    /** The pointers of these PowerOffice records, by PowerOffice key; records without a link are absent. Any number. */
    Map<String, Pointer> pointers(Entity entity, Collection<String> powerOfficeIds);

    /**
     * Stores a link, and its pointer in the same transaction, if the stored version is still {@link Link#version()} (0:
     * nothing is stored).
     *
     * @return the link with its new version, or empty when another function was faster: read again
     * @throws TakenException when the PowerOffice record is linked to another CustomERP record
     * @throws TooLargeException when the store cannot hold so much about one record
     */
    default Optional<Link> save(Link link) {
        return save(link, List.of());
    }

    /**
     * Stores a link like {@link #save(Link)}, and in the same transaction the match keys that its two records show now.
     * Only where another function is at one of their values they are stored first, each for itself: records that share a
     * value do not stand in each other's way.
     */
    Optional<Link> save(Link link, Collection<MatchKeys> keys);

    /**
     * Stores a link in the place of a provisional one, whose PowerOffice record it takes over, in one transaction; each
     * under the condition of {@link #save}.
     *
     * @return the link with its new version, or empty when another function was faster: read both again
     */
    Optional<Link> replace(Link provisional, Link link);

    /** Forgets a link, its pointer and its conflicts, under the same condition as {@link #save}. */
    boolean delete(Link link);

    /** Links that are due at {@code now}, oldest first; may lag a moment behind {@link #save}. */
    List<Link> due(Entity entity, Instant now, int limit);

    /**
     * All links of these entities, page by page, in no promised order. Reading those of one costs as much as reading
     * those of all.
     *
     * @param from null for the first page, else {@link Page#next()} of the one before; an empty page need not be the last
     */
    Page all(Set<Entity> entities, @Nullable String from);

    /** The same of one entity. */
    default Page all(Entity entity, @Nullable String from) {
        return all(Set.of(entity), from);
    }

    /** How far the sweeps of an entity have come. */
    Progress progress(Entity entity);

    /** Stores the progress. Only the holder of the sweep lease does this. */
    void saveProgress(Entity entity, Progress progress);

    /**
     * Takes or renews a lease by name, for example {@code customer#sweep}.
     *
     * @return whether {@code owner} holds it now, until {@code until}
     */
    boolean lease(String name, String owner, Instant now, Instant until);

    /** Gives a lease back, if {@code owner} holds it. */
    void release(String name, String owner);

    /**
     * Keeps the losing value of a conflict; it is deleted by itself after {@code keep} (design.md 2: 90 days). A value is
     * kept before it is written over, and again when nobody saw that write end: the same value of a field is kept once, as
     * of the last time.
     */
    void keepConflict(Conflict conflict, Duration keep);

    /** The conflicts kept of a record, newest first. */
    List<Conflict> conflicts(Entity entity, String customerpId);

    /**
     * A page of links.
     *
     * @param next where the next page starts, or null after the last
     */
    record Page(List<Link> links, @Nullable String next) {}

    /** More has to be kept about a record than the store can hold. */
    final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooLargeException(Entity entity) {
            super("too much to keep about a record of " + entity.key());
        }
    }

    /** A PowerOffice record is already linked to another CustomERP record. */
    final class TakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TakenException(Entity entity, String powerOfficeId) {
            super("PowerOffice " + entity.key() + " " + powerOfficeId + " is linked to another CustomERP record");
        }
    }
}
