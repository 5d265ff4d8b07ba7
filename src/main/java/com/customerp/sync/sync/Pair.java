package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Side;
import java.util.ArrayList;
import java.util.EnumSet;
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

    final List<Problem> notices = new ArrayList<>();
    List<Problem> held = List.of();
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

    Outcome outcome(@Nullable Problem problem) {
        return new Outcome(
                problem == null ? result : Outcome.Result.PARKED,
                link.powerOfficeId(),
                fields.stream().distinct().toList(),
                patched,
                losses.size(),
                problem);
    }
}
