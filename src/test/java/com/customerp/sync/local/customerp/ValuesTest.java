package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest extends OverHttp {
    private static final Map<String, String> LEAST = Map.of(
            "customers", "{'name':'Fjord Bygg AS'}",
            "contacts", "{'customerId':'C-1','firstName':'Ola','lastName':'Nordmann'}",
            "employees", "{'firstName':'Kari','lastName':'Hansen'}",
            "orders", "{'customerId':'C-1','lines':[]}",
            "products", "{'productNumber':'BEAM-6M','name':'Steel beam'}",
            "projects", "{'projectNumber':'J-500','name':'Quay renewal'}");

    @ParameterizedTest
    @CsvSource({
        "customers, name, 255", "customers, organizationNumber, 30", "customers, phone, 50",
        "customers, website, 500", "contacts, firstName, 100", "contacts, lastName, 100",
        "contacts, phone, 50", "contacts, jobTitle, 100", "employees, firstName, 100",
        "employees, lastName, 100", "employees, phone, 50", "employees, jobTitle, 100",
        "orders, customerReference, 255", "orders, purchaseOrderNumber, 100", "products, productNumber, 100",
        "products, name, 400", "products, description, 4000", "projects, projectNumber, 100",
        "projects, name, 255", "projects, contractNumber, 100", "projects, purchaseOrderNumber, 100"
    })
    void a_text_may_have_so_many_characters_and_not_one_more(String collection, String member, int most) {
        company("C-1");
        // U+1D11E is one character in two chars.
        String longest = "\uD834\uDD1E".repeat(most);

        assertStatus(422, post("/" + collection, with(collection, member, longest + "a")));
        Answer accepted = post("/" + collection, with(collection, member, longest));

        assertStatus(201, accepted);
        assertEquals(longest, accepted.json().path(member).asText());
    }

    @ParameterizedTest
    @CsvSource({"line1, 200", "line2, 200", "postalCode, 50", "city, 100"})
    void a_text_of_the_address_may_have_so_many_characters(String member, int most) {
        for (String collection : List.of("customers", "employees")) {
            ObjectNode body = object(LEAST.get(collection));
            body.putObject("address").put(member, "a".repeat(most + 1));
            Answer refused = post("/" + collection, body.toString());
            assertStatus(422, refused);
            assertEquals(List.of("/address/" + member), refused.pointers());
            body.putObject("address").put(member, "a".repeat(most));
            assertStatus(201, post("/" + collection, body.toString()));
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("customers", "{'customerNumber':'042'}", "/customerNumber"),
                row("customers", "{'customerNumber':'A1'}", "/customerNumber"),
                row("customers", "{'customerNumber':'1234567890123456789'}", "/customerNumber"),
                row("customers", "{'customerNumber':42}", "/customerNumber"),
                row("customers", "{'isPerson':'true'}", "/isPerson"),
                row("customers", "{'email':'no address'}", "/email"),
                row("customers", "{'email':'a@b@c'}", "/email"),
                row("customers", "{'invoiceEmail':'@x'}", "/invoiceEmail"),
                row("customers", "{'phone':4722000001}", "/phone"),
                row("customers", "{'phone':{'a':1}}", "/phone"),
                row("customers", "{'currencyCode':'nok'}", "/currencyCode"),
                row("customers", "{'discountPercent':100.0001}", "/discountPercent"),
                row("customers", "{'discountPercent':-1000.1}", "/discountPercent"),
                row("customers", "{'discountPercent':0.00001}", "/discountPercent"),
                row("customers", "{'discountPercent':'5'}", "/discountPercent"),
                row("customers", "{'invoiceDelivery':'fax'}", "/invoiceDelivery"),
                row("customers", "{'address':'Kaigata 1'}", "/address"),
                row("customers", "{'address':{'countryCode':'no'}}", "/address/countryCode"),
                row("customers", "{'salesPersonId':'E-404'}", "/salesPersonId"),
                row("customers", "{'salesPersonId':'E 7'}", "/salesPersonId"),
                row("customers", "{'firstName':'Ola'}", "/firstName"),
                row("contacts", "{'customerId':null}", "/customerId"),
                row("contacts", "{'customerId':'C-404'}", "/customerId"),
                row("contacts", "{'firstName':' '}", "/firstName"),
                row("contacts", "{'isPrimary':1}", "/isPrimary"),
                row("employees", "{'lastName':null}", "/lastName"),
                row("employees", "{'dateOfBirth':'1988-02-30'}", "/dateOfBirth"),
                row("employees", "{'startDate':'2020-1-1'}", "/startDate"),
                row("employees", "{'managerId':'E-404'}", "/managerId"),
                row("orders", "{'customerId':null}", "/customerId"),
                row("orders", "{'lines':null}", "/lines"),
                row("orders", "{'lines':{}}", "/lines"),
                row("orders", "{'lines':['x']}", "/lines/0"),
                row("orders", "{'lines':[{'lineNumber':0}]}", "/lines/0/lineNumber"),
                row("orders", "{'lines':[{'lineNumber':1.5}]}", "/lines/0/lineNumber"),
                row("orders", "{'lines':[{'lineId':'a'},{'lineId':'a'}]}", "/lines/1/lineId"),
                row("orders", "{'lines':[{'lineId':'a b'}]}", "/lines/0/lineId"),
                row("orders", "{'lines':[{'productId':'PR-404','quantity':1}]}", "/lines/0/productId"),
                row("orders", "{'netAmount':100000000000}", "/netAmount"),
                row("orders", "{'status':'sent'}", "/status"),
                row("products", "{'productNumber':'a,b'}", "/productNumber"),
                row("products", "{'productNumber':' a'}", "/productNumber"),
                row("products", "{'name':null}", "/name"),
                row("products", "{'unitCode':'ea'}", "/unitCode"),
                row("products", "{'gtin':'123456789'}", "/gtin"),
                row("products", "{'stockOnHand':4}", "/stockOnHand"),
                row("projects", "{'progressPercent':101}", "/progressPercent"),
                row("projects", "{'progressPercent':1.5}", "/progressPercent"),
                row("projects", "{'projectNumber':'J-1.2'}", "/projectNumber"),
                row("projects", "{'contactId':'P-404'}", "/contactId"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_value_out_of_bounds_is_422_with_its_pointer(String collection, String members, String pointer) {
        company("C-1");
        ObjectNode body = object(LEAST.get(collection));
        body.setAll(object(members));

        Answer refused = post("/" + collection, body.toString());

        assertStatus(422, refused);
        assertEquals("/problems/validation", refused.type());
        assertEquals(List.of(pointer), refused.pointers());
    }

    static Stream<Arguments> stored() {
        return Stream.of(
                row("customers", "{'discountPercent':12.50}", "{'discountPercent':12.5}"),
                row("customers", "{'discountPercent':1e1}", "{'discountPercent':10}"),
                row("customers", "{'discountPercent':-0.0}", "{'discountPercent':0}"),
                row("customers", "{'discountPercent':0.0001}", "{'discountPercent':0.0001}"),
                row("customers", "{'website':''}", "{'website':null}"),
                row("customers", "{'isArchived':null}", "{'isArchived':null}"),
                row("customers", "{'customerNumber':'123456789012345678'}", "{'customerNumber':'123456789012345678'}"),
                row("products", "{'salesPrice':99999999999.9999}", "{'salesPrice':99999999999.9999}"),
                row("products", "{'isStockItem':true,'stockOnHand':-4}", "{'isStockItem':true,'stockOnHand':-4}"),
                row("employees", "{'dateOfBirth':'1988-02-29'}", "{'dateOfBirth':'1988-02-29'}"));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void a_value_within_bounds_is_stored_exactly(String collection, String members, String expected) {
        ObjectNode body = object(LEAST.get(collection));
        body.setAll(object(members));

        Answer created = post("/" + collection, Json.object(body.toString()).toString());

        assertStatus(201, created);
        object(expected).properties().forEach(member -> {
            JsonNode shown = created.json().path(member.getKey());
            assertEquals(member.getValue().asText(), shown.asText());
            assertEquals(member.getValue().getNodeType(), shown.getNodeType());
        });
    }

    private static Arguments row(String... cells) {
        return Arguments.of((Object[]) cells);
    }

    private static String with(String collection, String member, String value) {
        return object(LEAST.get(collection)).put(member, value).toString();
    }
}
