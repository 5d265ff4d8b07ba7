package com.customerp.sync.http;

import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids on their way into an address. */
public final class Ids {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST_LIST = 4_000;

    private Ids() {}

    /**
     * The id itself, if it stays one segment of a path (mapping.md 1.5).
     *
     * @throws RemoteException of kind {@code BUG} otherwise; it names no value
     */
    public static String safe(Side side, String id) {
        if (!RecordId.isAllowed(id)) {
            throw RemoteException.of(side, Kind.BUG)
                    .detail("an id that cannot be part of an address")
                    .build();
        }
        return id;
    }

    /** Comma-separated lists of at most 100 values, each short enough for an address. */
    public static List<String> lists(Collection<String> values) {
        List<String> lists = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        int count = 0;
        for (String value : values) {
            if (count == MOST_VALUES || (count > 0 && list.length() + value.length() >= LONGEST_LIST)) {
                lists.add(list.toString());
                list.setLength(0);
                count = 0;
            }
            list.append(count == 0 ? "" : ",").append(value);
            count++;
        }
        if (count > 0) {
            lists.add(list.toString());
        }
        return lists;
    }
}
