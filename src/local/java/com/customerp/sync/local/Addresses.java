package com.customerp.sync.local;

import com.customerp.sync.mapping.Entity;
import java.net.URI;

/** Where the simulated systems listen. */
record Addresses(URI customerp, URI powerOffice, URI token) {

    /** The collection in which PowerOffice keeps an entity, below the base URL of its API (poweroffice-go-v2.md). */
    static String powerOfficeCollection(Entity entity) {
        return switch (entity) {
            case CONTACT -> "ContactPersons";
            case CUSTOMER -> "Customers";
            case EMPLOYEE -> "Employees";
            case ORDER -> "SalesOrders";
            case PRODUCT -> "Products";
            case PROJECT -> "Projects";
        };
    }
}
