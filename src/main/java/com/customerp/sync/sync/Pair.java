package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record, its counterpart and what is known of them, while one function works on them. Not thread-safe. */
final class Pair {
    Link link;

    @Nullable
    RemoteRecord customerp;

    @Nullable
    RemoteRecord powerOffice;

    final List<String> fields = new ArrayList<>();
    final Set<Side> patched = EnumSet.noneOf(Side.class);
    /** Fields that PowerOffice refused although the rest can be carried, by name. */
    final Map<String, Problem> refused = new LinkedHashMap<>();

    /** PowerOffice's keys of lines that were written, and of lines that were deleted. */
    final Set<String> writtenLines = new HashSet<>();

    final Set<String> deletedLines = new HashSet<>();
    final List<Problem> notices = new ArrayList<>();
    List<Problem> held = List.of();
    /** References that are held. */
    List<Plan.Unresolved> unresolved = List.of();

    /** What became of PowerOffice's record, when it is gone and something did. */
    @Nullable
    RemoteRecord successor;

    /** Whether the records that it refers to have had their turn. */
    boolean prerequisitesDone;

    /** Whether the record that took a mark from this one has had its turn. */
    boolean siblingsDone;

    final List<Plan.Loss> losses = new ArrayList<>();
    Outcome.Result result = Outcome.Result.UNCHANGED;

    Pair(Link link, @Nullable RemoteRecord customerp, @Nullable RemoteRecord powerOffice) {
        this.link = link;
        this.customerp = customerp;
        this.powerOffice = powerOffice;
    }

    @Nullable
    RemoteRecord record(Side side) {
        return side == Side.CUSTOMERP ? customerp : powerOffice;
    }

    void show(Side side, @Nullable RemoteRecord record) {
        if (side == Side.CUSTOMERP) {
            customerp = record;
        } else {
            powerOffice = record;
        }
    }

    /** Names of the fields that an effect carries; those of lines with the line: {@code lines/L-1/quantity}. */
    static List<String> names(String lines, Effect effect) {
        List<String> names = new ArrayList<>();
        effect.carried()
                .forEach(
                        carry -> names.add(prefix(lines, effect) + carry.field().name()));
        if (effect instanceof Effect.Patch patch && patch.lines() != null) {
            patch.lines()
                    .carried()
                    .forEach((id, carried) -> carried.forEach(carry ->
                            names.add(lines + "/" + id + "/" + carry.field().name())));
        }
        return names;
    }

    private static String prefix(String lines, Effect effect) {
        if (effect instanceof Effect.PatchLine patch) {
            return lines + "/" + patch.line() + "/";
        }
        return effect instanceof Effect.CreateLine create ? lines + "/" + create.line() + "/" : "";
    }

    Outcome outcome(@Nullable Problem problem) {
        Outcome.Result stopped = link.state() == State.WAITING ? Outcome.Result.WAITING : Outcome.Result.PARKED;
        return new Outcome(
                problem == null ? result : stopped,
                link.powerOfficeId(),
                fields.stream().distinct().toList(),
                patched,
                losses.size(),
                problem,
                null);
    }
}
