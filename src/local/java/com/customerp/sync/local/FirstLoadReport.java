package com.customerp.sync.local;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where every customer stands.
 *
 * @param customers in CustomERP
 * @param counts customers by state and, when it is not linked, the reason
 * @param unsettled ids of customers without a link, or with one that is still under way
 * @param example the first linked customer, by id
 */
record FirstLoadReport(int customers, Map<String, Integer> counts, List<String> unsettled, Optional<Link> example) {

    /** Links that a first load is not done with. */
    private static final Set<State> UNDER_WAY = Set.of(State.CREATING, State.RETRY);

    /** Compares what CustomERP has with what the sync keeps about it. */
    static FirstLoadReport of(Set<String> customerpIds, LinkStore links) {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> open = new TreeSet<>(customerpIds);
        Optional<Link> example = Optional.empty();
        String page = null;
        do {
            LinkStore.Page found = links.all(Entity.CUSTOMER, page);
            for (Link link : found.links()) {
                if (customerpIds.contains(link.customerpId())) {
                    example = link.state() == State.LINKED ? first(example, link) : example;
                    counts.merge(standing(link), 1, Integer::sum);
                    if (!UNDER_WAY.contains(link.state())) {
                        open.remove(link.customerpId());
                    }
                }
            }
            page = found.next();
        } while (page != null);
        return new FirstLoadReport(customerpIds.size(), counts, new ArrayList<>(open), example);
    }

    private static Optional<Link> first(Optional<Link> one, Link other) {
        return one.filter(link -> link.customerpId().compareTo(other.customerpId()) < 0)
                .or(() -> Optional.of(other));
    }

    private static String standing(Link link) {
        boolean linked = link.state() == State.LINKED;
        if (linked && !link.notices().isEmpty()) {
            return "linked, with fields held";
        }
        return link.state().key()
                + (linked || link.problem() == null
                        ? ""
                        : ", " + link.problem().reason().code());
    }

    /** Whether each customer is in exactly one state and none is under way. */
    boolean isAccountedFor() {
        int counted = counts.values().stream().mapToInt(Integer::intValue).sum();
        return unsettled.isEmpty() && counted == customers;
    }

    /** A table for a person to read. */
    String table() {
        StringBuilder table = new StringBuilder();
        counts.forEach((standing, count) -> table.append(row(standing, count)));
        table.append(row(
                "total of " + customers + " in CustomERP",
                counts.values().stream().mapToInt(Integer::intValue).sum()));
        if (!unsettled.isEmpty()) {
            table.append("not settled: ").append(String.join(" ", unsettled)).append('\n');
        }
        return table.toString();
    }

    private static String row(String name, int count) {
        return String.format(Locale.ROOT, "  %-40s %5d%n", name, count);
    }
}
