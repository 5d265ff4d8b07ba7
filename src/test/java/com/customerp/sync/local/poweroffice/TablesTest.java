package com.customerp.sync.local.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.poweroffice.Member.Access;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables say what the OpenAPI document says: same members, types and limits; same paths and filters. */
class TablesTest {
    private static final JsonNode API = load();

    @ParameterizedTest
    @CsvSource({
        "CUSTOMERS, CustomerDto, CustomerPostDto, /Customers/{id}",
        "EMPLOYEES, EmployeeDto, EmployeePostDto, /Employees/{employeeId}",
        "CONTACT_PERSONS, ContactPersonDto, ContactPersonPostDto, /ContactPersons/{contactId}/{id}",
        "PRODUCTS, ProductDto, ProductPostDto, /Products/{id}",
        "PROJECTS, ProjectDto, ProjectPostDto, /Projects/{id}",
        "SALES_ORDERS, SalesOrderDto, SalesOrderCompletePostDto, /SalesOrders/{id}",
        "SALES_ORDER_LINES, SalesOrderLineDto, SalesOrderLinePostDto, /SalesOrders/{id}/Lines/{lineId}"
    })
    void membersAreThoseOfTheDocument(Resource resource, String read, String create, String path) {
        assertEquals(declared(read), shown(resource.shape()), "read");
        TreeMap<String, String> writable = declared(create);
        writable.remove(Orders.LINES);
        assertEquals(writable, writable(resource.shape()), "create");
        Set<String> patchable = StreamSupport.stream(
                        API.path("paths")
                                .path(path)
                                .path("patch")
                                .path("x-patchable-paths")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(patchable, patchable("/", resource.shape()), "patch");
    }

    @Test
    void membersOfInvoicesAreThoseOfTheDocument() {
        assertEquals(declared("OutgoingInvoiceDto"), shown(Resource.OUTGOING_INVOICES.shape()));
        assertEquals(Map.of(), writable(Resource.OUTGOING_INVOICES.shape()));
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMERS, CustomerDto",
        "EMPLOYEES, EmployeePostDto",
        "CONTACT_PERSONS, ContactPersonDto",
        "PRODUCTS, ProductDto"
    })
    void limitsOfTextsAreThoseOfTheDocument(Resource resource, String schema) {
        limitsHold(resource.shape(), schema);
        limitsHold(Tables.CONTACT_ADDRESS, "ContactAddressDto");
        limitsHold(Tables.PLAIN_ADDRESS, "AddressDto");
    }

    private static void limitsHold(Shape shape, String schema) {
        API.path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .properties()
                .forEach(entry -> {
                    int limit = entry.getValue().path("maxLength").intValue();
                    if (limit > 0) {
                        Check check = shape.member(entry.getKey()).orElseThrow().check();
                        assertTrue(
                                check.fault(TextNode.valueOf("x".repeat(limit))).isEmpty(), entry.getKey());
                        assertTrue(
                                check.fault(TextNode.valueOf("x".repeat(limit + 1)))
                                        .isPresent(),
                                entry.getKey());
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMERS, /Customers",
        "EMPLOYEES, /Employees",
        "CONTACT_PERSONS, /ContactPersons",
        "PRODUCTS, /Products",
        "PROJECTS, /Projects",
        "SALES_ORDERS, /SalesOrders",
        "SALES_ORDER_LINES, /SalesOrders/{id}/Lines",
        "OUTGOING_INVOICES, /OutgoingInvoices",
        "NUMBER_SERIES, /SubLedgerNumberSeries"
    })
    void filtersAreThoseOfTheDocument(Resource resource, String path) {
        Set<String> filters = StreamSupport.stream(
                        API.path("paths")
                                .path(path)
                                .path("get")
                                .path("parameters")
                                .spliterator(),
                        false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText() + (parameter.has("x-uncertain") ? "?" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                filters,
                resource.filters().stream()
                        .map(filter -> filter.name() + (filter.uncertain() ? "?" : ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Name to type and limit, of a schema and of the addresses in it. */
    private static TreeMap<String, String> declared(String schema) {
        TreeMap<String, String> all = new TreeMap<>();
        resolved(API.path("components").path("schemas").path(schema))
                .path("properties")
                .properties()
                .forEach(entry -> {
                    JsonNode property = resolved(entry.getValue());
                    String name = entry.getKey();
                    String nested =
                            entry.getValue().path("allOf").path(0).path("$ref").asText();
                    all.put(
                            name,
                            property.has("properties") ? declared(last(nested)).toString() : type(property));
                });
        return all;
    }

    private static String type(JsonNode property) {
        String type = property.path("type").asText();
        String format = property.path("format").asText();
        return switch (format) {
            case "date" -> "DATE";
            case "date-time" -> "TIMESTAMP";
            case "uuid" -> "UUID_TEXT";
            default ->
                switch (type) {
                    case "string" -> "TEXT";
                    case "integer" -> "INTEGER";
                    case "number" -> "DECIMAL";
                    case "boolean" -> "FLAG";
                    default -> "INTEGERS";
                };
        };
    }

    private static TreeMap<String, String> shown(Shape shape) {
        TreeMap<String, String> all = new TreeMap<>();
        shape.members().stream()
                .filter(member -> !member.is(Member.Trait.WRITE_ONLY))
                .forEach(member -> all.put(
                        member.name(),
                        member.shape() == null
                                ? member.type().name()
                                : shown(member.shape()).toString()));
        return all;
    }

    private static TreeMap<String, String> writable(Shape shape) {
        TreeMap<String, String> all = new TreeMap<>();
        shape.members().stream()
                .filter(member -> member.access() != Access.READ_ONLY)
                .forEach(member -> all.put(
                        member.name(),
                        member.shape() == null
                                ? member.type().name()
                                : writable(member.shape()).toString()));
        return all;
    }

    private static Set<String> patchable(String prefix, Shape shape) {
        Set<String> all = new TreeSet<>();
        for (Member member : shape.members()) {
            if (member.access() == Access.CREATE_AND_PATCH && member.shape() == null) {
                all.add(prefix + member.name());
            } else if (member.access() == Access.CREATE_AND_PATCH) {
                all.addAll(patchable(prefix + member.name() + "/", member.shape()));
            }
        }
        return all;
    }

    private static JsonNode resolved(JsonNode node) {
        JsonNode reference = node.has("allOf") ? node.path("allOf").path(0).path("$ref") : node.path("$ref");
        return reference.isTextual()
                ? resolved(API.path("components").path("schemas").path(last(reference.asText())))
                : node;
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static JsonNode load() {
        try (InputStream yaml = TablesTest.class.getResourceAsStream("/contract/poweroffice-go-v2.openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
