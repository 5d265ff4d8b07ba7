package com.customerp.sync.mapping;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What an id looks like by contract (mapping.md 1.5). Whatever else stands in its place names no record: it would leave
 * the path of an address or not fit into a key slot.
 */
public final class RecordId {
    /** The longest id, in characters. */
    public static final int LONGEST = 40;

    /** Room for ids that are listed although no contract allows them; longer ones do not fit into a key of the table. */
    private static final int LONGEST_STORED = 200;

    private static final Pattern ALLOWED = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1," + LONGEST + "}");

    private RecordId() {}

    /** The id of the record at the end of a path, which may begin with its owner's (contact persons in PowerOffice). */
    public static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether each part of a path can be an id. */
    public static boolean isPath(String path) {
        return Arrays.stream(path.split("/", -1)).allMatch(RecordId::isAllowed);
    }

    /** Whether something can be kept about a record of this id, be it only that the id is not allowed. */
    public static boolean isStorable(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_STORED;
    }

    /** Whether this can be the id of a record or of a line. */
    public static boolean isAllowed(String id) {
        return ALLOWED.matcher(id).matches();
    }
}
