package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Draft;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordRule;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge of one pair, field by field, with two bases per field (mapping.md 1.2). Fields are decided when
 * they are first looked at, so that the condition of one may depend on the outcome of another.
 */
final class Merge implements Draft {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Link link;
    private final RemoteRecord customerp;
    private final @Nullable RemoteRecord powerOffice;
    private final Context context;
    private final Map<String, FieldMerge> merged = new LinkedHashMap<>();
    private @Nullable Problem problem;

    /** What a merge needs beside the records. */
    record Context(ConflictPolicy policy, References references, Facts facts) {}

    Merge(
            Mapping mapping,
            Bookkeeping bookkeeping,
            Link link,
            RemoteRecord customerp,
            @Nullable RemoteRecord powerOffice,
            Context context) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.link = link;
        this.customerp = customerp;
        this.powerOffice = powerOffice;
        this.context = context;
    }

    /** Decides every field that the record has, then lets the rules of the pair act. */
    void run() {
        mapping.fields().stream().filter(this::applies).forEach(field -> of(field.name()));
        applyRules(mapping.rules());
        merged.values().forEach(this::parkWhatCannotBeWritten);
    }

    /** Merges nothing but the members that archive a record of {@code side}, whatever the bases say. */
    void archive(Side side) {
        mapping.archive().forEach((name, value) -> {
            Field field = mapping.field(name);
            FieldMerge merge = new FieldMerge(field, value, shown(Side.POWEROFFICE, field), context.references());
            merge.carryTo(Side.POWEROFFICE);
            if (side == Side.CUSTOMERP) {
                merge = new FieldMerge(field, shown(Side.CUSTOMERP, field), merge.value(), context.references());
                merge.carryTo(Side.CUSTOMERP);
            }
            merged.put(name, merge);
        });
        applyRules(mapping.archiveRules());
    }

    private void applyRules(List<RecordRule> rules) {
        for (RecordRule rule : rules) {
            rule.apply(this);
        }
    }

    /** Whether this record has the field now. */
    boolean applies(Field field) {
        return field.applies().test(this);
    }

    Collection<FieldMerge> fields() {
        return merged.values();
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private FieldMerge of(String name) {
        FieldMerge known = merged.get(name);
        if (known == null) {
            known = decide(mapping.field(name));
            merged.put(name, known);
        }
        return known;
    }

    private FieldMerge decide(Field field) {
        FieldMerge merge = new FieldMerge(
                field, shown(Side.CUSTOMERP, field), shown(Side.POWEROFFICE, field), context.references());
        Bases bases = link.bases().get(field.name());
        if (powerOffice == null) {
            decideCreate(merge);
        } else if (bases == null) {
            decideFirst(merge);
        } else {
            decideChanges(merge, bases);
        }
        if (field.is(Trait.NEVER_CLEARED)
                && merge.target().filter(Side.POWEROFFICE::equals).isPresent()
                && merge.isNull(Side.CUSTOMERP)) {
            merge.carryTo(Side.CUSTOMERP);
        }
        return merge;
    }

    private void decideCreate(FieldMerge merge) {
        boolean absent = merge.customerp.isNull() || merge.isNull(Side.CUSTOMERP);
        if (!merge.field.is(Trait.UPDATE_ONLY) && !merge.customerp.isMissingNode() && !absent) {
            merge.carryTo(Side.POWEROFFICE);
        }
    }

    /** mapping.md 1.2, point 5: no bases yet. */
    private void decideFirst(FieldMerge merge) {
        // What the server made of a value that the sync itself sent is not an edit (mapping.md 10).
        if (merge.isSame(isCreatedByUs())) {
            merge.agree();
        } else if (merge.isNull(Side.CUSTOMERP)) {
            merge.carryTo(Side.CUSTOMERP);
        } else if (merge.isNull(Side.POWEROFFICE)) {
            merge.carryTo(Side.POWEROFFICE);
        } else {
            decideConflict(merge);
        }
    }

    private boolean isCreatedByUs() {
        return mapping.slot() != null
                && mapping.slot()
                        .read(powerOffice.body())
                        .filter(Slot.text(link.customerpId())::equals)
                        .isPresent();
    }

    /** mapping.md 1.2, points 1 and 4. */
    private void decideChanges(FieldMerge merge, Bases bases) {
        boolean customerpChanged = changed(Side.CUSTOMERP, merge.field, bases);
        boolean powerOfficeChanged = changed(Side.POWEROFFICE, merge.field, bases);
        if (!customerpChanged && !powerOfficeChanged) {
            return;
        }
        // What a server made of a value is not an edit of its side (mapping.md 10); an edit in CustomERP always is one.
        if (merge.isSame(powerOfficeChanged)) {
            merge.agree();
        } else if (!powerOfficeChanged) {
            merge.carryTo(Side.POWEROFFICE);
        } else if (!customerpChanged) {
            merge.carryTo(Side.CUSTOMERP);
        } else {
            decideConflict(merge);
        }
    }

    private boolean changed(Side side, Field field, Bases bases) {
        JsonNode body = side == Side.CUSTOMERP ? customerp.body() : powerOffice.body();
        return !bookkeeping.base(side, field, body).equals(bases.of(side));
    }

    private void decideConflict(FieldMerge merge) {
        switch (context.policy()) {
            case CUSTOMERP -> win(merge, Side.CUSTOMERP, "policy customerp");
            case POWEROFFICE -> win(merge, Side.POWEROFFICE, "policy poweroffice");
            case NEWEST -> win(merge, newest(), "policy newest");
            case MANUAL ->
                park(Problem.of(
                        Reason.CONFLICT,
                        merge.field.name(),
                        "both sides changed it to different values; resolve it for one side"));
        }
    }

    private void win(FieldMerge merge, Side winner, String rule) {
        merge.carryTo(winner.other());
        if (merge.target().isPresent() && merge.invalid().isEmpty()) {
            merge.lose(new Plan.Loss(merge.field.name(), winner.other(), merge.shown(winner.other()), rule));
        }
    }

    /** The side whose record changed last; CustomERP when that cannot be told. */
    private Side newest() {
        Optional<Instant> customerpAt = Versions.newest(customerp.version());
        Optional<Instant> powerOfficeAt = Versions.newest(powerOffice.version());
        boolean powerOfficeIsNewer = customerpAt.isPresent()
                && powerOfficeAt.isPresent()
                && powerOfficeAt.get().isAfter(customerpAt.get());
        return powerOfficeIsNewer ? Side.POWEROFFICE : Side.CUSTOMERP;
    }

    private JsonNode shown(Side side, Field field) {
        RemoteRecord record = side == Side.CUSTOMERP ? customerp : powerOffice;
        return record == null ? MissingNode.getInstance() : field.read(side, record.body());
    }

    private void parkWhatCannotBeWritten(FieldMerge merge) {
        merge.invalid()
                .ifPresent(cause ->
                        park(Problem.of(cause.reason(), merge.field.name(), "the value " + cause.getMessage())));
        boolean needed = creates() || merge.target().isPresent();
        if (needed
                && merge.field.is(Trait.REQUIRED)
                && merge.notice().isEmpty()
                && merge.field.rule().canonical(Side.CUSTOMERP, merge.merged()) == null) {
            park(Problem.of(Reason.MISSING, merge.field.name(), "has no value, and the other side needs one"));
        }
    }

    @Override
    public boolean creates() {
        return powerOffice == null;
    }

    @Override
    public JsonNode customerp(String field) {
        return shown(Side.CUSTOMERP, mapping.field(field));
    }

    @Override
    public JsonNode powerOffice(String field) {
        return shown(Side.POWEROFFICE, mapping.field(field));
    }

    @Override
    public JsonNode merged(String field) {
        return of(field).merged();
    }

    @Override
    public boolean has(String field) {
        FieldMerge merge = of(field);
        return merge.field.rule().canonical(Side.CUSTOMERP, merge.merged()) != null;
    }

    @Override
    public Optional<Side> target(String field) {
        return of(field).target();
    }

    @Override
    public Optional<String> powerOfficeId() {
        return Optional.ofNullable(powerOffice).map(RemoteRecord::id);
    }

    @Override
    public Facts facts() {
        return context.facts();
    }

    @Override
    public void hold(String field, Problem notice) {
        of(field).hold(notice);
    }

    @Override
    public void putBack(String field) {
        of(field).carryTo(Side.CUSTOMERP);
    }

    @Override
    public void settle(String field) {
        of(field).agree();
    }

    @Override
    public void send(String field, JsonNode powerOfficeValue) {
        of(field).send(powerOfficeValue);
    }

    @Override
    public void park(Problem found) {
        if (problem == null) {
            problem = found;
        }
    }
}
