package com.customerp.sync.local;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where every record of an entity stands.
 *
 * @param records in CustomERP
 * @param standings records by state and, when one is not linked, the reason
 * @param unsettled ids of records without a link, or with one that is still under way
 * @param linked links about which there is nothing left to say, by id
 */
public record FirstLoadReport(
        Entity entity, int records, Map<String, Integer> standings, List<String> unsettled, List<Link> linked) {

    /** Links that a first load is not done with. */
    private static final Set<State> UNDER_WAY = Set.of(State.CREATING, State.RETRY);

    /** Compares what CustomERP has with what the sync keeps about it. Reads by id: a scan would read the whole table. */
    public static FirstLoadReport of(Entity entity, Set<String> customerpIds, LinkStore links) {
        Map<String, Integer> standings = new TreeMap<>();
        Set<String> open = new TreeSet<>(customerpIds);
        List<Link> linked = new ArrayList<>();
        for (Link link : links.findAll(entity, customerpIds).values()) {
            standings.merge(standing(link), 1, Integer::sum);
            if (link.state() == State.LINKED && link.notices().isEmpty()) {
                linked.add(link);
            }
            if (!UNDER_WAY.contains(link.state())) {
                open.remove(link.customerpId());
            }
        }
        linked.sort(Comparator.comparing(Link::customerpId));
        return new FirstLoadReport(entity, customerpIds.size(), standings, List.copyOf(open), linked);
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

    /** Whether each record is in exactly one state and none is under way. */
    public boolean isAccountedFor() {
        return unsettled.isEmpty() && count("") == records;
    }

    /** How many records are in a state, with any reason; an empty one counts all. */
    int count(String state) {
        return standings.entrySet().stream()
                .filter(standing -> standing.getKey().startsWith(state))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
