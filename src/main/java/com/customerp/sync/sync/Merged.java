package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished merge and what it was made of.
 *
 * @param lines null when the pair has none
 */
record Merged(
        Link link,
        @Nullable RemoteRecord customerp,
        @Nullable RemoteRecord powerOffice,
        Merge merge,
        @Nullable LinesMerge lines,
        SlotWork slot) {

    /** Why nothing can be written. */
    Optional<Problem> problem() {
        return merge.problem().or(() -> Optional.ofNullable(lines)
                .flatMap(of -> of.problems().stream().findFirst()));
    }

    /** References that lead to no record of the other side yet, those of lines among them. */
    List<Plan.Unresolved> unresolved() {
        List<Plan.Unresolved> unresolved = new ArrayList<>(unresolved(merge, field -> field));
        if (lines != null) {
            lines.kept()
                    .forEach((id, line) -> unresolved.addAll(unresolved(line.merge(), field -> lines.name(id, field))));
        }
        return unresolved;
    }

    private static List<Plan.Unresolved> unresolved(Merge merge, UnaryOperator<String> name) {
        return merge.fields().stream()
                .flatMap(field -> field.unresolved().stream()
                        .map(cause -> new Plan.Unresolved(
                                name.apply(field.field.name()), cause.record(), field.field.is(Trait.WAITED_FOR))))
                .toList();
    }

    /** Values that lost to the other side's, those of lines among them. */
    List<Plan.Loss> losses() {
        Stream<Plan.Loss> own = merge.fields().stream().flatMap(field -> field.loss().stream());
        Stream<Plan.Loss> ofLines = lines == null
                ? Stream.empty()
                : lines.kept().entrySet().stream().flatMap(line -> line.getValue().merge().fields().stream()
                        .flatMap(field -> field.loss().stream())
                        .map(loss -> new Plan.Loss(
                                lines.name(line.getKey(), loss.field()), loss.loser(), loss.value(), loss.rule())));
        return Stream.concat(own, ofLines).toList();
    }
}
