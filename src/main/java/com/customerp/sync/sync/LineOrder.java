package com.customerp.sync.sync;

import com.customerp.sync.link.LineLink;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.LinePairs.LinePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the lines of a record stand. Only ranks count, since either server may renumber (mapping.md 8.2): the
 * order of the lines that both sides have is one value, changed by a side when it differs from the order last seen.
 */
final class LineOrder {
    private final Map<String, LinePair> pairs;
    private final List<String> mine;
    private final List<String> theirs;
    private final List<String> ids;
    private final List<String> known;

    LineOrder(
            List<LineLink> known,
            List<Lines.Line> customerp,
            List<Lines.Line> powerOffice,
            Map<String, LinePair> pairs,
            Side newer,
            ConflictPolicy policy) {
        this.pairs = pairs;
        Map<String, String> names = new HashMap<>();
        pairs.values().stream()
                .filter(pair -> pair.powerOffice() != null)
                .forEach(pair -> names.put(pair.powerOffice().id(), pair.id()));
        this.mine = customerp.stream().map(Lines.Line::id).toList();
        this.theirs = powerOffice.stream().map(line -> names.get(line.id())).toList();
        List<String> before = known.stream().map(LineLink::customerpId).toList();
        this.ids = leads(before, mine, theirs, newer, policy) == Side.CUSTOMERP
                ? merged(mine, theirs)
                : merged(theirs, mine);
        boolean same = common(mine, theirs).equals(common(theirs, mine));
        this.known = same ? ids : merged(before, ids);
    }

    /** The side whose order both will have. */
    private static Side leads(
            List<String> before, List<String> mine, List<String> theirs, Side newer, ConflictPolicy policy) {
        if (common(mine, theirs).equals(common(theirs, mine))) {
            return Side.CUSTOMERP;
        }
        boolean mineMoved = !common(mine, before, theirs).equals(common(before, mine, theirs));
        boolean theirsMoved = !common(theirs, before, mine).equals(common(before, theirs, mine));
        if (mineMoved != theirsMoved) {
            return mineMoved ? Side.CUSTOMERP : Side.POWEROFFICE;
        }
        return switch (policy) {
            case CUSTOMERP -> Side.CUSTOMERP;
            case POWEROFFICE -> Side.POWEROFFICE;
            default -> newer;
        };
    }

    @SafeVarargs
    private static List<String> common(List<String> order, List<String>... others) {
        List<String> common = new ArrayList<>(order);
        for (List<String> other : others) {
            common.retainAll(new HashSet<>(other));
        }
        return common;
    }

    /** The leading order, with each line that only the other side has behind the line that it follows there. */
    private static List<String> merged(List<String> leading, List<String> other) {
        List<String> merged = new ArrayList<>(leading);
        Set<String> placed = new HashSet<>(leading);
        String previous = null;
        for (String id : other) {
            if (placed.add(id)) {
                merged.add(previous == null ? 0 : merged.indexOf(previous) + 1, id);
            }
            previous = id;
        }
        return merged;
    }

    /** CustomERP's ids of the lines, in the order that both sides will have. */
    List<String> ids() {
        return ids;
    }

    /** The order to go by from now on: the new one only when both sides show it, so that it is still known who moved. */
    List<String> known() {
        return known;
    }

    /** CustomERP's ids of the lines in the order that a side shows. */
    List<String> shown(Side side) {
        return side == Side.CUSTOMERP ? mine : theirs;
    }

    /**
     * Positions that keep this order, by CustomERP's id of the line. A line keeps its position while that follows the one
     * before it; PowerOffice's first position is CustomERP's less one.
     *
     * @param present the lines that the side will have
     */
    Map<String, Long> positions(Side side, Set<String> present) {
        Map<String, Long> positions = new HashMap<>();
        long last = side == Side.CUSTOMERP ? 0 : -1;
        for (String id : ids) {
            if (present.contains(id)) {
                last = Math.max(last + 1, wanted(side, pairs.get(id)));
                positions.put(id, last);
            }
        }
        return positions;
    }

    private static long wanted(Side side, LinePair pair) {
        Lines.Line own = side == Side.CUSTOMERP ? pair.customerp() : pair.powerOffice();
        Lines.Line other = side == Side.CUSTOMERP ? pair.powerOffice() : pair.customerp();
        if (own != null) {
            return own.position() == Long.MAX_VALUE ? 0 : own.position();
        }
        if (other == null || other.position() == Long.MAX_VALUE) {
            return 0;
        }
        return side == Side.CUSTOMERP ? 0 : other.position() - 1;
    }
}
