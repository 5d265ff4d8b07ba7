package com.customerp.sync.http;

import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids on their way into an address. */
public final class Ids {

    private static final int MOST_VALUES = 100;
    /** As it stands in the address, where a letter may take nine characters; servers take 8 KB for the whole. */
    private static final int LONGEST_LIST = 6_000;

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
        int length = 0;
        for (String value : values) {
            int more = URLEncoder.encode("," + value, StandardCharsets.UTF_8).length();
            if (count == MOST_VALUES || (count > 0 && length + more > LONGEST_LIST)) {
                lists.add(list.toString());
                list.setLength(0);
                count = 0;
                length = 0;
            }
            list.append(count == 0 ? "" : ",").append(value);
            length += more;
            count++;
        }
        if (count > 0) {
            lists.add(list.toString());
        }
        return lists;
    }
}
