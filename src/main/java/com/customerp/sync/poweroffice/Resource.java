package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Ids;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where PowerOffice keeps an entity.
 *
 * @param collection first segment of the path
 * @param complete last segment of the path under which a record is read and created with its lines, or an empty text
 * @param bulkFilter query parameter that takes many keys at once, or null when there is none
 * @param key what such a key looks like; a number with a hyphen or a code with a comma would ask for something else
 * @param changeFilters query parameters that ask for changes, each a list of its own
 */
record Resource(
        String collection, String complete, @Nullable String bulkFilter, Pattern key, List<String> changeFilters) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CODE = Pattern.compile("[^,]{1,100}");
    private static final String CHANGED = "lastChangedDateTimeOffsetGreaterThan";
    /** Stock has a change time of its own (mapping.md 6.5), and a small t in its name. */
    private static final String STOCK_CHANGED = "stockOnHandLastChangedDatetimeOffsetGreaterThan";

    private static final Map<Entity, Resource> RESOURCES = Map.of(
            Entity.CONTACT, new Resource("ContactPersons", "", "contactIds", NUMBER, List.of(CHANGED)),
            Entity.CUSTOMER, new Resource("Customers", "", "customerNos", NUMBER, List.of(CHANGED)),
            Entity.EMPLOYEE, new Resource("Employees", "", "employeeNos", NUMBER, List.of(CHANGED)),
            Entity.ORDER, new Resource("SalesOrders", "/Complete", null, NUMBER, List.of(CHANGED)),
            Entity.PRODUCT, new Resource("Products", "", "codes", CODE, List.of(CHANGED, STOCK_CHANGED)),
            Entity.PROJECT, new Resource("Projects", "", "projectCodes", CODE, List.of(CHANGED)));

    static Resource of(Entity entity) {
        return RESOURCES.get(entity);
    }

    /** Whether a record can be asked for in bulk by this value. */
    boolean takes(String hint) {
        return bulkFilter != null && !hint.isBlank() && key.matcher(hint).matches();
    }

    /** Address of one record, whose path may have two segments (contact persons below their contact). */
    String record(String path) {
        return collection + "/" + safe(path);
    }

    /** Address under which one record is read with its lines. */
    String whole(String path) {
        return record(path) + complete;
    }

    /** Address under which records are created. */
    String creation(@Nullable String owner) {
        return collection + complete + (owner == null ? "" : "/" + safe(owner));
    }

    /** Address of a record's lines. */
    String lines(String path) {
        return record(path) + "/Lines";
    }

    /** Address of one line. */
    String line(String path, String line) {
        return lines(path) + "/" + safe(line);
    }

    private static String safe(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> Ids.safe(Side.POWEROFFICE, segment))
                .collect(Collectors.joining("/"));
    }
}
