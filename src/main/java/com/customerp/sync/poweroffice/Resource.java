package com.customerp.sync.poweroffice;

import com.customerp.sync.mapping.Entity;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where PowerOffice keeps an entity.
 *
 * @param collection first segment of the path
 * @param bulkFilter query parameter that takes many keys at once, or null when there is none
 * @param key what such a key looks like; a number with a hyphen or a code with a comma would ask for something else
 */
record Resource(String collection, @Nullable String bulkFilter, Pattern key) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CODE = Pattern.compile("[^,]{1,100}");

    private static final Map<Entity, Resource> RESOURCES = Map.of(
            Entity.CONTACT, new Resource("ContactPersons", null, NUMBER),
            Entity.CUSTOMER, new Resource("Customers", "customerNos", NUMBER),
            Entity.EMPLOYEE, new Resource("Employees", "employeeNos", NUMBER),
            Entity.ORDER, new Resource("SalesOrders", null, NUMBER),
            Entity.PRODUCT, new Resource("Products", "codes", CODE),
            Entity.PROJECT, new Resource("Projects", "projectCodes", CODE));

    static Resource of(Entity entity) {
        return RESOURCES.get(entity);
    }

    /** Whether a record can be asked for in bulk by this value. */
    boolean takes(String hint) {
        return bulkFilter != null && !hint.isBlank() && key.matcher(hint).matches();
    }
}
