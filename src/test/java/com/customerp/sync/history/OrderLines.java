package com.customerp.sync.history;

import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.local.customerp.ProblemException;
import com.customerp.sync.local.poweroffice.OrderUser;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What people do with the lines of orders: add, edit, remove; and invoice. */
final class OrderLines {
    private final Company company;
    private final People people;

    OrderLines(Company company, People people) {
        this.company = company;
        this.people = people;
    }

    /** Changes a line of an order in CustomERP. */
    void inCustomerp(String order, int detail, int value) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = people.read(Side.CUSTOMERP, Entity.ORDER, order)
                .orElseThrow()
                .withArray("lines")
                .deepCopy();
        members.set("lines", lines);
        if (detail % 5 == 0) {
            List<String> products = people.ids(Side.CUSTOMERP, Entity.PRODUCT);
            if (products.isEmpty()) {
                return;
            }
            lines.add(
                    Births.json(Births.line(1 + value % 3).replace("@product", products.get(value % products.size()))));
        } else if (lines.isEmpty()) {
            return;
        } else if (detail % 5 == 1 && lines.size() > 1) {
            lines.remove(value % lines.size());
        } else {
            Field field = field(detail);
            ((ObjectNode) lines.get(value % lines.size()))
                    .set(field.name(), Values.of(Entity.ORDER, field, Side.CUSTOMERP, value));
        }
        people.change(new Place(Side.CUSTOMERP, Entity.ORDER, order), members);
    }

    /** Changes a line of an order in PowerOffice. */
    void inPowerOffice(String order, int detail, int value) {
        // Lines of confirmed orders are not looked at again (mapping.md 8.7): people leave them alone.
        if (!people.read(Side.POWEROFFICE, Entity.ORDER, order)
                .orElseThrow()
                .path("SalesOrderStatus")
                .asText()
                .equals("Draft")) {
            return;
        }
        OrderUser user = company.powerOffice.user().orders();
        List<String> lines =
                user.lines(order).stream().map(line -> line.path("Id").asText()).toList();
        try {
            if (detail % 5 == 0) {
                List<String> products = people.ids(Side.POWEROFFICE, Entity.PRODUCT);
                if (!products.isEmpty()) {
                    String product = products.get(value % products.size());
                    user.addLine(
                            order,
                            Births.json("{'ProductId':" + product + ",'Description':'Vare','Quantity':"
                                    + (1 + value % 3) + ",'SortOrder':" + lines.size() + "}"));
                }
            } else if (!lines.isEmpty()) {
                String line = lines.get(value % lines.size());
                if (detail % 5 == 1 && lines.size() > 1) {
                    user.removeLine(line);
                } else {
                    Field field = field(detail);
                    ObjectNode members = JsonNodeFactory.instance.objectNode();
                    members.set(
                            field.powerOfficePath().substring(1),
                            Values.of(Entity.ORDER, field, Side.POWEROFFICE, value));
                    user.editLine(line, members);
                }
            }
        } catch (ProblemException | IllegalArgumentException refused) {
            // The system said no.
        }
    }

    /** Sends the invoice of an order. */
    void invoice(String order) {
        try {
            company.powerOffice.user().orders().invoice(order);
        } catch (IllegalArgumentException refused) {
            // The system said no.
        }
    }

    /** The fields of a line but its product. */
    private static Field field(int detail) {
        List<Field> fields = Company.mapping(Entity.ORDER).lines().line().fields();
        return fields.get(1 + detail % (fields.size() - 1));
    }
}
