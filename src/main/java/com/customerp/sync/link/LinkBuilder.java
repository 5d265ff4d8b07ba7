package com.customerp.sync.link;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a changed copy of a {@link Link}. Not thread-safe. */
public final class LinkBuilder {
    private final Entity entity;
    private final String customerpId;
    private @Nullable String powerOfficeId;
    private @Nullable String powerOfficeOwner;
    private long version;
    private @Nullable Instant savedAt;
    private State state;
    private final Map<String, Bases> bases;
    private List<LineLink> lines;
    private @Nullable Seen customerpSeen;
    private @Nullable Seen powerOfficeSeen;
    private boolean slotWritten;
    private boolean archived;
    private List<Problem> notices;
    private @Nullable Problem problem;
    private int attempts;
    private @Nullable Instant nextAttemptAt;
    private @Nullable String lastError;
    private @Nullable Lease lease;
    private @Nullable Instant postedAt;
    private @Nullable String intention;
    private @Nullable Instant missingSince;
    private @Nullable Instant waitingSince;
    private boolean unlocked;
    private final List<Event> events;

    LinkBuilder(Link link) {
        this.entity = link.entity();
        this.customerpId = link.customerpId();
        this.powerOfficeId = link.powerOfficeId();
        this.powerOfficeOwner = link.powerOfficeOwner();
        this.version = link.version();
        this.savedAt = link.savedAt();
        this.state = link.state();
        this.bases = new HashMap<>(link.bases());
        this.lines = link.lines();
        this.customerpSeen = link.customerpSeen();
        this.powerOfficeSeen = link.powerOfficeSeen();
        this.slotWritten = link.slotWritten();
        this.archived = link.archived();
        this.notices = link.notices();
        this.problem = link.problem();
        this.attempts = link.attempts();
        this.nextAttemptAt = link.nextAttemptAt();
        this.lastError = link.lastError();
        this.lease = link.lease();
        this.postedAt = link.postedAt();
        this.intention = link.intention();
        this.missingSince = link.missingSince();
        this.waitingSince = link.waitingSince();
        this.unlocked = link.unlocked();
        this.events = new ArrayList<>(link.events());
    }

    public LinkBuilder powerOfficeId(@Nullable String id) {
        this.powerOfficeId = id;
        return this;
    }

    public LinkBuilder version(long stored) {
        this.version = stored;
        return this;
    }

    /** The next version, as a store writes it. */
    public LinkBuilder saved(Instant at) {
        this.version++;
        this.savedAt = at;
        return this;
    }

    public LinkBuilder state(State next) {
        this.state = next;
        return this;
    }

    public LinkBuilder base(String field, Bases both) {
        this.bases.put(field, both);
        return this;
    }

    public LinkBuilder bases(Map<String, Bases> more) {
        this.bases.putAll(more);
        return this;
    }

    public LinkBuilder withoutBases(Set<String> fields) {
        this.bases.keySet().removeAll(fields);
        return this;
    }

    public LinkBuilder customerpSeen(@Nullable Seen seen) {
        this.customerpSeen = seen;
        return this;
    }

    public LinkBuilder powerOfficeSeen(@Nullable Seen seen) {
        this.powerOfficeSeen = seen;
        return this;
    }

    public LinkBuilder slotWritten(boolean written) {
        this.slotWritten = written;
        return this;
    }

    public LinkBuilder archived(boolean isArchived) {
        this.archived = isArchived;
        return this;
    }

    public LinkBuilder notices(List<Problem> held) {
        this.notices = held;
        return this;
    }

    public LinkBuilder problem(@Nullable Problem why) {
        this.problem = why;
        return this;
    }

    public LinkBuilder attempts(int failed) {
        this.attempts = failed;
        return this;
    }

    public LinkBuilder nextAttemptAt(@Nullable Instant due) {
        this.nextAttemptAt = due;
        return this;
    }

    public LinkBuilder lastError(@Nullable String sentence) {
        this.lastError = sentence;
        return this;
    }

    public LinkBuilder lease(@Nullable Lease held) {
        this.lease = held;
        return this;
    }

    public LinkBuilder postedAt(@Nullable Instant at) {
        this.postedAt = at;
        return this;
    }

    public LinkBuilder intention(@Nullable String fingerprint) {
        this.intention = fingerprint;
        return this;
    }

    public LinkBuilder missingSince(@Nullable Instant at) {
        this.missingSince = at;
        return this;
    }

    public LinkBuilder event(Event event) {
        this.events.add(event);
        return this;
    }

    public LinkBuilder powerOfficeOwner(@Nullable String owner) {
        this.powerOfficeOwner = owner;
        return this;
    }

    public LinkBuilder lines(List<LineLink> inOrder) {
        this.lines = inOrder;
        return this;
    }

    public LinkBuilder waitingSince(@Nullable Instant at) {
        this.waitingSince = at;
        return this;
    }

    public LinkBuilder unlocked(boolean bySync) {
        this.unlocked = bySync;
        return this;
    }

    public Link build() {
        return new Link(
                entity,
                customerpId,
                powerOfficeId,
                powerOfficeOwner,
                version,
                savedAt,
                state,
                bases,
                lines,
                customerpSeen,
                powerOfficeSeen,
                slotWritten,
                archived,
                notices,
                problem,
                attempts,
                nextAttemptAt,
                lastError,
                lease,
                postedAt,
                intention,
                missingSince,
                waitingSince,
                unlocked,
                events);
    }
}
