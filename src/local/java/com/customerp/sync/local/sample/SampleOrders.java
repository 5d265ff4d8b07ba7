package com.customerp.sync.local.sample;

import static com.customerp.sync.local.sample.Seeding.object;

import com.customerp.sync.local.poweroffice.OrderUser;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The company's orders, of one to twelve lines:
 *
 * <ul>
 *   <li>1 to 20 are in PowerOffice already, ten for each kind of match key (mapping.md 8.3);
 *   <li>21 is there twice, 22 with a last line that is not the same;
 *   <li>23 waits for its customer, 24 for a product, which are parked;
 *   <li>25 names a contact that PowerOffice cannot have;
 *   <li>every eighth one after that is confirmed, and every third ends in a line of text.
 * </ul>
 */
final class SampleOrders {
    static final int COUNT = 300;
    static final Expected EXPECTED =
            Expected.of(COUNT, 20, Map.of(Expected.AMBIGUOUS, 2, Expected.WAITING, 2, Expected.HELD, 1));

    private static final int MOST_LINES = 12;
    private static final int BY_SLOT = 10;
    private static final int BY_NUMBER = 20;
    private static final int TWICE = 21;
    private static final int OTHER_LINE = 22;
    private static final int CUSTOMER_WAITS = 23;
    private static final int PRODUCT_WAITS = 24;
    private static final int CONTACT_OF_PERSON = 25;
    private static final int CONFIRMED = 8;
    private static final int TEXT = 3;
    private static final int WITH_PROJECT = 5;

    private SampleOrders() {}

    static String id(int index) {
        return "O-" + (9000 + index);
    }

    static void seed(Seeding company) {
        for (int index = 1; index <= COUNT; index++) {
            ObjectNode order = order(index);
            if (index <= OTHER_LINE) {
                inPowerOffice(company, index, order);
            }
            if (index == TWICE) {
                inPowerOffice(company, index, order);
            }
            company.inCustomerp(Entity.ORDER, id(index), order);
        }
    }

    private static ObjectNode order(int index) {
        int contact = contact(index);
        ObjectNode order = object().put("orderNumber", Integer.toString(9000 + index))
                .put("customerId", SampleCustomers.id(SampleContacts.customer(contact)))
                .put("salesPersonId", SampleEmployees.seller(index))
                .put("purchaseOrderNumber", "BEST-" + index)
                .put("orderDate", "2026-02-" + (10 + index % 18))
                .put("deliveryDate", "2026-03-" + (10 + index % 18))
                .put("status", index > CONTACT_OF_PERSON && index % CONFIRMED == 0 ? "confirmed" : "draft");
        if (index != CUSTOMER_WAITS) {
            order.put("contactId", SampleContacts.id(contact));
        }
        if (index % WITH_PROJECT == 0) {
            order.put("projectId", SampleProjects.linked(index));
        }
        order.set("lines", lines(index));
        return order;
    }

    /** The contact at the customer; those that are in PowerOffice have a counterpart for their customer there. */
    private static int contact(int index) {
        return switch (index) {
            case CUSTOMER_WAITS -> SampleContacts.AT_PARKED;
            case CONTACT_OF_PERSON -> SampleContacts.AT_PERSON;
            default -> SampleContacts.linked(index);
        };
    }

    private static ArrayNode lines(int index) {
        ArrayNode lines = object().arrayNode();
        int count = index % MOST_LINES + 1;
        for (int number = 1; number <= count; number++) {
            boolean text = number > 1 && number == count && index % TEXT == 0;
            lines.add(text ? text(number) : product(index, number));
        }
        return lines;
    }

    private static ObjectNode product(int index, int number) {
        int product = index == PRODUCT_WAITS
                ? SampleProducts.AMBIGUOUS
                : index <= OTHER_LINE ? SampleProducts.inBoth(index + number) : SampleProducts.sold(index + number);
        return line(number)
                .put("productId", SampleProducts.id(product))
                .put("description", "Vare " + number + " til bestilling " + index)
                .put("quantity", number % 4 + 1)
                .put("unitPrice", 100 + index + number * 0.5)
                .put("unitCost", 50 + index)
                .put("discountPercent", number % 3 * 5);
    }

    private static ObjectNode text(int number) {
        return line(number).put("description", "Leveres til bakdøra");
    }

    private static ObjectNode line(int number) {
        return object().put("lineId", "L-" + number).put("lineNumber", number);
    }

    private static ObjectNode otherLine() {
        return object().put("LineType", "Text").put("Description", "Ukjent linje");
    }

    private static void inPowerOffice(Seeding company, int index, ObjectNode order) {
        ObjectNode header = object().put(
                        "CustomerId",
                        company.counterpart(
                                Entity.CUSTOMER, order.path("customerId").asText()));
        if (index <= BY_SLOT) {
            header.put("ExternalImportReference", Seeding.slot(id(index)));
        } else {
            header.put("ImportedOrderNo", 9000 + index);
        }
        OrderUser orders = company.powerOffice().orders();
        String key = orders.create(header);
        JsonNode lines = order.path("lines");
        for (int place = 0; place < lines.size(); place++) {
            boolean other = index == OTHER_LINE && place == lines.size() - 1;
            orders.addLine(key, other ? otherLine() : counterpart(company, lines.get(place)));
        }
    }

    private static ObjectNode counterpart(Seeding company, JsonNode line) {
        ObjectNode row = object().put("Description", line.path("description").asText());
        return line.has("productId")
                ? row.put(
                                "ProductId",
                                company.counterpart(
                                        Entity.PRODUCT, line.path("productId").asText()))
                        .put("Quantity", line.path("quantity").asInt())
                        .put("ProductUnitPrice", line.path("unitPrice").asDouble())
                        .put("ProductUnitCost", line.path("unitCost").asDouble())
                        .put("Allowance", line.path("discountPercent").asInt())
                : row.put("LineType", "Text");
    }
}
