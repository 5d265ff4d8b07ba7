package com.customerp.sync.history;

import com.customerp.sync.link.LineLink;
import com.customerp.sync.link.Link;
import com.customerp.sync.link.Pointer;
import com.customerp.sync.local.poweroffice.OrderUser;
import com.customerp.sync.mapping.Direction;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a pair field by field, as a person would who has both systems open and the rules of mapping.md 1.3 beside. */
final class Comparison {
    private static final Set<String> OF_PERSONS = Set.of("firstName", "lastName");
    private static final Set<String> OF_PRODUCTS =
            Set.of("quantity", "unitPrice", "unitCost", "discountPercent", "unitCode");

    /** A country alone is no address (mapping.md 2). */
    private static final String COUNTRY = "address.countryCode";

    private static final List<String> OTHERS_OF_ADDRESS = List.of("line1", "line2", "postalCode", "city");

    private final Company company;

    Comparison(Company company) {
        this.company = company;
    }

    /** Names of the fields that differ and of which no notice tells. */
    List<String> differences(Link link, ObjectNode customerp, ObjectNode powerOffice) {
        Mapping mapping = Company.mapping(link.entity());
        List<String> differences = new ArrayList<>();
        for (Field field : mapping.fields()) {
            if (!isEqual(link.entity(), field, customerp, powerOffice) && !isNoticed(link, field.name())) {
                differences.add(field.name());
            }
        }
        if (mapping.lines() != null && !isNoticed(link, "lines")) {
            differences.addAll(lines(link, customerp));
        }
        return differences;
    }

    static boolean isNoticed(Link link, String field) {
        return link.notices().stream()
                .anyMatch(notice -> field.equals(notice.field()) || field.startsWith(notice.field() + "."));
    }

    /** Whether both sides hold the same in a field, or the field is not one of this record. */
    boolean isEqual(Entity entity, Field field, JsonNode customerp, JsonNode powerOffice) {
        if (!applies(entity, field, customerp, powerOffice)) {
            return true;
        }
        String mine = field.canonical(Side.CUSTOMERP, customerp);
        String theirs = field.canonical(Side.POWEROFFICE, powerOffice);
        if (field.name().equals("projectNumber") && mine != null && theirs != null) {
            return own(mine).equals(own(theirs));
        }
        return field.rule()
                .reference()
                .map(named -> Objects.equals(mine, theirs == null ? null : counterpart(named, theirs)))
                .orElse(Objects.equals(collapsed(mine), collapsed(theirs)));
    }

    /** A server may make one blank of several (mapping.md 10). */
    static @Nullable String collapsed(@Nullable String text) {
        return text == null ? null : text.replaceAll(" {2,}", " ");
    }

    private static String own(String number) {
        return number.substring(number.lastIndexOf('.') + 1);
    }

    private static boolean applies(Entity entity, Field field, JsonNode customerp, JsonNode powerOffice) {
        String name = field.name();
        boolean person = customerp.path("isPerson").asBoolean();
        boolean powerOfficeHasContact =
                powerOffice.path("CustomerReferenceContactPersonId").asLong() > 0;
        if (name.equals(COUNTRY)) {
            return OTHERS_OF_ADDRESS.stream().anyMatch(other -> !customerp
                    .path("address")
                    .path(other)
                    .asText("")
                    .replace("null", "")
                    .isBlank());
        }
        return switch (entity) {
            case CUSTOMER -> !(name.equals("name") && person) && !(OF_PERSONS.contains(name) && !person);
            case ORDER -> !(name.equals("customerReference") && powerOfficeHasContact);
            default -> field.direction() == Direction.BOTH;
        };
    }

    private @Nullable String counterpart(Entity entity, String powerOfficeId) {
        Pointer pointer = company.links.pointers(entity, List.of(powerOfficeId)).get(powerOfficeId);
        return pointer == null ? "PowerOffice's " + powerOfficeId : pointer.customerpId();
    }

    private List<String> lines(Link link, ObjectNode customerp) {
        Map<String, JsonNode> mine = new HashMap<>();
        customerp.path("lines").forEach(line -> mine.put(line.path("lineId").asText(), line));
        Map<String, JsonNode> theirs = new HashMap<>();
        OrderUser user = company.powerOffice.user().orders();
        user.lines(link.powerOfficeId())
                .forEach(line -> theirs.put(line.path("Id").asText(), line));
        List<String> differences = new ArrayList<>();
        for (LineLink line : link.lines()) {
            JsonNode left = mine.remove(line.customerpId());
            JsonNode right = theirs.remove(line.powerOfficeId());
            if (left == null || right == null) {
                differences.add("lines/" + line.customerpId() + " is missing on one side");
            } else {
                line(line.customerpId(), left, right, differences);
            }
        }
        mine.keySet().forEach(id -> differences.add("lines/" + id + " only in CustomERP"));
        theirs.keySet().forEach(id -> differences.add("lines/" + id + " only in PowerOffice"));
        return differences;
    }

    private void line(String id, JsonNode left, JsonNode right, List<String> differences) {
        boolean ofProduct = left.path("productId").isTextual();
        for (Field field : Company.mapping(Entity.ORDER).lines().line().fields()) {
            if ((ofProduct || !OF_PRODUCTS.contains(field.name())) && !isEqual(Entity.ORDER, field, left, right)) {
                differences.add("lines/" + id + "/" + field.name());
            }
        }
    }
}
