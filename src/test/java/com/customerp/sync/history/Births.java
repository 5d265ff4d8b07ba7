package com.customerp.sync.history;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Records as people make them. A number chooses one of a few keys, so that both sides make the same record at times. */
final class Births {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FEW = 4;

    private final People people;

    Births(People people) {
        this.people = people;
    }

    /** The records with which each history begins, all in CustomERP. */
    void first() {
        create(Side.CUSTOMERP, Entity.EMPLOYEE, 90, 0);
        create(Side.CUSTOMERP, Entity.CUSTOMER, 90, 0);
        create(Side.CUSTOMERP, Entity.CUSTOMER, 91, 0);
        create(Side.CUSTOMERP, Entity.CONTACT, 90, 0);
        create(Side.CUSTOMERP, Entity.PRODUCT, 90, 0);
        create(Side.CUSTOMERP, Entity.PROJECT, 90, 0);
        create(Side.CUSTOMERP, Entity.ORDER, 90, 0);
    }

    /** A further record; nothing when what it has to refer to is not there. */
    void another(Side side, Entity entity, int reference, int number) {
        create(side, entity, number % FEW, reference);
    }

    private void create(Side side, Entity entity, int number, int reference) {
        members(side, entity, number, reference).ifPresent(members -> people.create(side, entity, members));
    }

    private Optional<ObjectNode> members(Side side, Entity entity, int number, int reference) {
        String text = side == Side.CUSTOMERP ? inCustomerp(entity, number) : inPowerOffice(entity, number);
        for (Entity named : List.of(Entity.CUSTOMER, Entity.PRODUCT)) {
            String place = "@" + named.key();
            if (text.contains(place)) {
                List<String> ids = people.ids(side, named);
                if (ids.isEmpty()) {
                    return Optional.empty();
                }
                text = text.replace(place, ids.get(reference % ids.size()));
            }
        }
        return Optional.of(json(text));
    }

    private static String inCustomerp(Entity entity, int number) {
        return switch (entity) {
            case EMPLOYEE ->
                "{'firstName':'Ola','lastName':'Nr " + number + "','employeeNumber':'" + (100 + number) + "'}";
            case CUSTOMER ->
                "{'name':'Kunde " + number + " AS','customerNumber':'" + (10_100 + number) + "','currencyCode':'NOK',"
                        + "'invoiceDelivery':'print','address':{'line1':'Kaigata " + number
                        + "','postalCode':'5003','city':'Bergen','countryCode':'NO'}}";
            case CONTACT ->
                "{'customerId':'@customer','firstName':'Nora','lastName':'Nr " + number + "','email':'nora" + number
                        + "@kunde.example'}";
            case PRODUCT ->
                "{'productNumber':'V-" + number + "','name':'Vare " + number
                        + "','unitCode':'EA','salesPrice':500,'costPrice':300}";
            case PROJECT ->
                "{'projectNumber':'J-" + number + "','name':'Prosjekt " + number + "','customerId':'@customer',"
                        + "'isActive':true,'billingMethod':'time'}";
            case ORDER ->
                "{'orderNumber':'" + (6_000 + number)
                        + "','customerId':'@customer','currencyCode':'NOK','status':'draft','orderDate':'2026-03-01',"
                        + "'deliveryDate':'2026-03-02','lines':[" + line(1) + "," + line(2) + "]}";
        };
    }

    static String line(int number) {
        return "{'productId':'@product','description':'Vare','quantity':" + number
                + ",'unitPrice':500,'unitCost':300,'discountPercent':0,'unitCode':'EA'}";
    }

    private static String inPowerOffice(Entity entity, int number) {
        return switch (entity) {
            case EMPLOYEE -> "{'FirstName':'Ola','LastName':'Nr " + number + "','Number':" + (100 + number) + "}";
            case CUSTOMER ->
                "{'Name':'Kunde " + number + " AS','Number':" + (10_100 + number)
                        + ",'CurrencyCode':'NOK','InvoiceDeliveryType':'Print'}";
            case CONTACT ->
                "{'ContactId':@customer,'FirstName':'Nora','LastName':'Nr " + number + "','EmailAddress':'nora" + number
                        + "@kunde.example','IsActive':true}";
            case PRODUCT -> "{'Code':'V-" + number + "','Name':'Vare " + number + "','UnitPrice':500,'UnitCost':300}";
            case PROJECT -> "{'Code':'J-" + number + "','Name':'Prosjekt " + number + "','IsActive':true}";
            case ORDER ->
                "{'ImportedOrderNo':" + (6_000 + number)
                        + ",'CustomerId':@customer,'CurrencyCode':'NOK','SalesOrderStatus':'Draft',"
                        + "'SalesOrderDate':'2026-03-01','DeliveryDate':'2026-03-02'}";
        };
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
