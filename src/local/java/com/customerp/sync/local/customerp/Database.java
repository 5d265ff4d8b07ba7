package com.customerp.sync.local.customerp;

import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All collections and the rules by which they change. One change at a time; thread-safe. */
final class Database implements Draft.Lookup {
    private final Map<Entity, Table> tables = new EnumMap<>(Entity.class);
    private final Clock clock;
    private final Consumer<RecordChange> changes;
    private long revision;

    /** {@code changes} hears of every change, in order, while the change is made. */
    Database(Clock clock, Consumer<RecordChange> changes) {
        this.clock = clock;
        this.changes = changes;
        for (Entity entity : Entity.values()) {
            tables.put(entity, new Table(Schemas.of(entity)));
        }
    }

    /** The living record. */
    synchronized Optional<Stored> read(Entity entity, String id) {
        return tables.get(entity).find(id);
    }

    /** The record or its tombstone. */
    synchronized Optional<Stored> readAny(Entity entity, String id) {
        return tables.get(entity).findAny(id);
    }

    /** At most {@code limit} records changed after {@code from} (or at it), in order of change. */
    synchronized List<Stored> changed(Entity entity, Instant from, boolean inclusive, boolean tombstones, int limit) {
        NavigableMap<Instant, Stored> tail = tables.get(entity).byTime().tailMap(from, inclusive);
        return tail.values().stream()
                .filter(stored -> tombstones || !stored.deleted())
                .limit(limit)
                .toList();
    }

    /**
     * Creates a record.
     *
     * @param wantedId null lets the server choose
     */
    synchronized Stored create(Entity entity, @Nullable String wantedId, ObjectNode body, Writer writer) {
        Table table = tables.get(entity);
        if (wantedId != null && !(Ids.isId(wantedId) && table.isFree(wantedId))) {
            throw new IllegalArgumentException("not an id, or taken: " + wantedId);
        }
        Errors errors = new Errors();
        ObjectNode members = Schemas.of(entity).patched(Json.object(), body, errors);
        String id = wantedId == null ? "" : wantedId;
        checked(new Draft(entity, id, Json.object(), members, body, writer, this, errors));
        if (wantedId == null) {
            id = table.newId();
        }
        return put(entity, id, null, members, writer, "created");
    }

    /**
     * Merges a patch into a record; one that changes nothing leaves the record as it is.
     *
     * @param etag condition, or null
     */
    synchronized Stored patch(Entity entity, String id, @Nullable String etag, ObjectNode patch, Writer writer) {
        Stored before = read(entity, id).orElseThrow(ProblemException::notFound);
        if (etag != null && !etag.equals(before.etag())) {
            throw new ProblemException(
                    412, "/problems/stale-etag", "Record has changed", "The record has changed since it was read.");
        }
        Errors errors = new Errors();
        ObjectNode members = Schemas.of(entity).patched(before.body(), patch, errors);
        checked(new Draft(entity, id, before.body(), members, patch, writer, this, errors));
        if (before.body().deepCopy().setAll(members).equals(before.body())) {
            return before;
        }
        return put(entity, id, before.body().path("createdAt").asText(), members, writer, "updated");
    }

    /** Deletes a record that no other refers to; a customer takes its contacts along (mapping.md 4.4). */
    synchronized void delete(Entity entity, String id) {
        Stored record = read(entity, id).orElseThrow(ProblemException::notFound);
        List<String> contacts = entity == Entity.CUSTOMER ? contactsOf(id) : List.of();
        refuseIfReferenced(entity, id);
        contacts.forEach(contact -> bury(Entity.CONTACT, contact));
        bury(entity, record.id());
    }

    @Override
    public Optional<ObjectNode> find(Entity entity, String id) {
        return read(entity, id).map(Stored::body);
    }

    @Override
    public synchronized String nextNumber(Entity entity) {
        return tables.get(entity).nextNumber();
    }

    private void checked(Draft draft) {
        Schema schema = Schemas.of(draft.entity());
        for (Schema.Reference reference : schema.references(draft.after())) {
            if (read(reference.target(), reference.id()).isEmpty()) {
                draft.errors().add(reference.pointer(), "does not exist");
            }
        }
        schema.rules().forEach(rule -> rule.check(draft));
        draft.errors().throwIfAny();
        if (schema.uniqueMember() != null) {
            refuseIfTaken(draft, schema.uniqueMember());
        }
    }

    private void refuseIfTaken(Draft draft, String member) {
        String value = draft.text(member);
        Optional<String> holder = tables.get(draft.entity()).holder(value).filter(id -> !id.equals(draft.id()));
        if (holder.isPresent()) {
            ProblemException problem = new ProblemException(
                    409,
                    "/problems/unique",
                    "Number is taken",
                    member + " " + value + " belongs to " + holder.get() + ".");
            problem.members().put("field", member).put("conflictingId", holder.get());
            throw problem;
        }
    }

    private Stored put(
            Entity entity, String id, @Nullable String createdAt, ObjectNode members, Writer writer, String action) {
        if (entity == Entity.CONTACT && members.path("isPrimary").asBoolean(false)) {
            takePrimary(id, members.path("customerId").asText(), writer);
        }
        Table table = tables.get(entity);
        Instant at = table.nextInstant(clock);
        ObjectNode body = Json.object()
                .put("id", id)
                .put("createdAt", createdAt == null ? Times.text(at) : createdAt)
                .put("updatedAt", Times.text(at))
                .put("updatedBy", writer.name());
        body.setAll(members);
        Stored stored = new Stored(id, body, at, ++revision, false);
        table.put(stored);
        if (writer.isHeard()) {
            changes.accept(new RecordChange(entity, action, id, at));
        }
        return stored;
    }

    private void takePrimary(String id, String customerId, Writer writer) {
        for (String other : contactsOf(customerId)) {
            ObjectNode contact = find(Entity.CONTACT, other).orElseThrow();
            if (!other.equals(id) && contact.path("isPrimary").asBoolean(false)) {
                patch(Entity.CONTACT, other, null, Json.object().put("isPrimary", false), writer);
            }
        }
    }

    private List<String> contactsOf(String customerId) {
        return tables.get(Entity.CONTACT).all().stream()
                .filter(contact -> contact.body().path("customerId").asText().equals(customerId))
                .map(Stored::id)
                .toList();
    }

    private void refuseIfReferenced(Entity entity, String id) {
        for (Entity referring : Entity.values()) {
            boolean goesAlong = entity == Entity.CUSTOMER && referring == Entity.CONTACT;
            long count = goesAlong ? 0 : referring(referring, entity, id);
            if (count > 0) {
                throw new ProblemException(
                        409,
                        "/problems/referenced",
                        "Record is in use",
                        count + " " + referring.collection() + " refer to " + id + ".");
            }
        }
    }

    private long referring(Entity referring, Entity entity, String id) {
        Schema schema = Schemas.of(referring);
        return tables.get(referring).all().stream()
                .filter(stored -> !stored.deleted()
                        && !(referring == entity && stored.id().equals(id)))
                .filter(stored -> schema.references(stored.body()).stream()
                        .anyMatch(reference ->
                                reference.target() == entity && reference.id().equals(id)))
                .count();
    }

    private void bury(Entity entity, String id) {
        Table table = tables.get(entity);
        Instant at = table.nextInstant(clock);
        ObjectNode tombstone =
                Json.object().put("id", id).put("updatedAt", Times.text(at)).put("deleted", true);
        table.put(new Stored(id, tombstone, at, ++revision, true));
        changes.accept(new RecordChange(entity, "deleted", id, at));
    }
}
