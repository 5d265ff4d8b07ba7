package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge of one pair, field by field, with two bases per field (mapping.md 1.2). Fields are decided when
 * they are first looked at, so that the condition of one may depend on the outcome of another.
 */
final class Merge implements Draft {
    private final Mapping mapping;
    private final Bookkeeping bookkeeping;
    private final Pairing pairing;
    private final FieldDecider decider;
    private final @Nullable String powerOfficeId;
    private final Context context;
    private final Map<String, FieldMerge> merged = new LinkedHashMap<>();
    private final List<String> ahead = new ArrayList<>();
    private @Nullable Problem problem;

    /** What a merge needs beside the records. */
    record Context(ConflictPolicy policy, References references, Facts facts) {}

    /**
     * @param powerOfficeId PowerOffice's key, or null while there is none
     */
    Merge(Mapping mapping, Bookkeeping bookkeeping, Pairing pairing, @Nullable String powerOfficeId, Context context) {
        this.mapping = mapping;
        this.bookkeeping = bookkeeping;
        this.pairing = pairing;
        this.decider = new FieldDecider(bookkeeping, pairing, context.policy());
        this.powerOfficeId = powerOfficeId;
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

    /** Bases of fields that need no write; only of a pair that both sides have. */
    Map<String, Bases> agreed() {
        Map<String, Bases> agreed = new HashMap<>();
        if (pairing.missing() == null) {
            merged.values().stream()
                    .filter(FieldMerge::isAgreed)
                    .forEach(merge -> agreed.put(
                            merge.field.name(), bookkeeping.bases(merge.field, merge.customerp, merge.powerOffice)));
        }
        return agreed;
    }

    /** Of these fields the ones that the record does not have now: their bases are dropped. */
    Set<String> ignored(Set<String> known) {
        Set<String> ignored = new HashSet<>(known);
        mapping.fields().stream().filter(this::applies).map(Field::name).forEach(ignored::remove);
        return ignored;
    }

    /** What is carried to a side, in the order of the table but for those that a rule puts first. */
    List<Carry> carried(Side side) {
        return mapping.fields().stream()
                .sorted(Comparator.comparing(field -> !ahead.contains(field.name())))
                .map(field -> merged.get(field.name()))
                .filter(merge ->
                        merge != null && merge.target().filter(side::equals).isPresent())
                .map(merge -> new Carry(
                        merge.field,
                        merge.value(),
                        bookkeeping.base(side.other(), merge.field, merge.shown(side.other()))))
                .toList();
    }

    /** What a side holds in every field that the other side may have, as if it had none of them yet. */
    List<Carry> everything(Side side) {
        return mapping.fields().stream()
                .filter(this::applies)
                .map(field -> new FieldMerge(
                        field, shown(Side.CUSTOMERP, field), shown(Side.POWEROFFICE, field), context.references()))
                .filter(merge -> !merge.isNull(side.other()))
                .peek(merge -> merge.carryTo(side))
                .map(merge -> new Carry(
                        merge.field,
                        merge.value(),
                        bookkeeping.base(side.other(), merge.field, merge.shown(side.other()))))
                .toList();
    }

    /** Whether a side shows no value in a field. */
    boolean isNull(Side side, String name) {
        return of(name).isNull(side);
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
        decider.decide(merge, () -> field.alike().test(this)).ifPresent(this::park);
        return merge;
    }

    private JsonNode shown(Side side, Field field) {
        JsonNode body = pairing.of(side);
        return body == null ? MissingNode.getInstance() : field.read(side, body);
    }

    private void parkWhatCannotBeWritten(FieldMerge merge) {
        if (pairing.missing() == null
                && merge.field.is(Trait.FIXED)
                && merge.target().isPresent()) {
            park(Problem.of(Reason.NOT_ALLOWED, merge.field.name(), "is fixed once the record is in both systems"));
        }
        merge.invalid().ifPresent(cause -> park(Problem.of(cause, merge.field.name())));
        boolean needed = pairing.missing() != null || merge.target().isPresent();
        if (needed
                && merge.field.is(Trait.REQUIRED)
                && merge.notice().isEmpty()
                && merge.field.rule().canonical(Side.CUSTOMERP, merge.merged()) == null) {
            park(Problem.of(Reason.MISSING, merge.field.name(), "has no value, and the other side needs one"));
        }
    }

    @Override
    public boolean creates() {
        return pairing.powerOffice() == null;
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
    public Optional<String> customerpId() {
        return Optional.ofNullable(pairing.customerp())
                .map(body -> body.path("id").textValue());
    }

    @Override
    public Optional<String> powerOfficeId() {
        return Optional.ofNullable(powerOfficeId);
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
    public void leave(String field) {
        of(field).leave();
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
    public void first(String field) {
        ahead.add(field);
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
