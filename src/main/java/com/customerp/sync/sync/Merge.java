package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Draft;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.RecordRule;
import com.customerp.sync.mapping.References;
import com.customerp.sync.mapping.Removal;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    private final FieldDecider decider;
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
        this.decider = new FieldDecider(mapping, bookkeeping, link, customerp, powerOffice, context.policy());
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
        if (mapping.removal() instanceof Removal.Archive archive) {
            applyRules(archive.rules());
        }
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

    /** The value that is sent in a field. */
    JsonNode sent(String name) {
        return of(name).value();
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
        decider.decide(merge).ifPresent(this::park);
        return merge;
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
    public void sendBack(String field, JsonNode customerpValue) {
        of(field).sendBack(customerpValue);
    }

    @Override
    public boolean isUnresolved(String field) {
        return of(field).unresolved().isPresent();
    }

    @Override
    public void park(Problem found) {
        if (problem == null) {
            problem = found;
        }
    }
}
