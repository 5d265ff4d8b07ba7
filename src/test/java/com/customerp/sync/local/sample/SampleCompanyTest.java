package com.customerp.sync.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleCompanyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:15:31Z"), ZoneOffset.UTC);

    private final CustomerpSimulator customerp = new CustomerpSimulator(CLOCK, CustomerpOptions.forTests());
    private final PowerOfficeSimulator powerOffice = new PowerOfficeSimulator(CLOCK, PowerOfficeOptions.standard());
    private final List<ObjectNode> customers;
    private final List<ObjectNode> rows;

    SampleCompanyTest() {
        SampleCompany.seed(customerp, powerOffice.user());
        customers = customerp.all(Entity.CUSTOMER);
        rows = powerOffice.user().all(Resource.CUSTOMERS);
    }

    @Test
    void two_hundred_customers_are_seeded_companies_and_persons() {
        assertEquals(200, customers.size());
        long persons = customers.stream()
                .filter(customer -> customer.path("isPerson").asBoolean())
                .count();
        assertTrue(persons > 20 && persons < 100, persons + " persons");
    }

    @Test
    void forty_are_matched_ten_by_each_key_and_three_are_ambiguous() {
        Map<String, Integer> found = new HashMap<>();
        for (ObjectNode customer : customers) {
            matches(customer).forEach((key, count) -> found.merge(count == 1 ? key : key + " twice", 1, Integer::sum));
        }
        assertEquals(
                Map.of(
                        "slot", 10,
                        "customerNumber", 10,
                        "organizationNumber", 10,
                        "email", 10,
                        "organizationNumber twice", 1,
                        "email twice", 2),
                found);
    }

    @Test
    void names_and_numbers_that_must_be_unique_are() {
        for (String member : List.of("name", "customerNumber", "organizationNumber")) {
            Set<String> seen = new HashSet<>();
            for (ObjectNode customer : customers) {
                assertTrue(
                        !customer.hasNonNull(member)
                                || seen.add(customer.path(member).asText()),
                        member);
            }
        }
    }

    @Test
    void numbers_lie_in_the_series_but_for_the_one_that_is_broken() {
        assertEquals(
                List.of("20047"),
                customers.stream()
                        .map(customer -> customer.path("customerNumber").asText("10000"))
                        .filter(number -> !number.matches("1[0-9]{4}"))
                        .toList());
    }

    @Test
    void five_customers_break_a_precondition_of_another_kind_each() {
        Set<String> broken = new HashSet<>();
        for (ObjectNode customer : customers) {
            String delivery = customer.path("invoiceDelivery").asText("");
            if (!delivery.equals("null") && !delivery.isEmpty()) {
                broken.add(delivery);
            }
        }
        assertEquals(Set.of("pdfByEmail", "ehf", "avtaleGiro", "factoring"), broken);
    }

    @Test
    void mail_domains_are_reserved_and_organization_numbers_fail_their_check() {
        for (ObjectNode customer : customers) {
            assertTrue(customer.path("email").asText(".example").matches("(\\p{ASCII}+)?\\.example|null"));
            String number = customer.path("organizationNumber").asText("");
            assertTrue(!number.matches("[0-9]{9}") || !isAssignable(number), number);
        }
    }

    @Test
    void every_entity_has_as_many_records_as_its_expectation_says() {
        for (Entity entity : Entity.values()) {
            Expected expected = SampleCompany.expected(entity);
            assertEquals(expected.records(), customerp.all(entity).size(), entity.key());
            int standings = expected.standings().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertEquals(expected.records(), standings, entity.key());
        }
        assertEquals(200, SampleCompany.expected(Entity.CUSTOMER).records());
    }

    @Test
    void three_employees_are_managers_in_a_ring() {
        String manager = "E-19";
        for (int step = 0; step < 3; step++) {
            manager = customerp
                    .read(Entity.EMPLOYEE, manager)
                    .orElseThrow()
                    .path("managerId")
                    .asText();
        }
        assertEquals("E-19", manager);
    }

    @Test
    void orders_have_one_to_twelve_lines_some_of_text_and_some_are_confirmed() {
        List<ObjectNode> orders = customerp.all(Entity.ORDER);
        Set<Integer> sizes = new HashSet<>();
        orders.forEach(order -> sizes.add(order.path("lines").size()));
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), sizes);
        long texts = orders.stream()
                .filter(order -> order.findValues("productId").stream().anyMatch(JsonNode::isNull))
                .count();
        long confirmed = orders.stream()
                .filter(order -> order.path("status").asText().equals("confirmed"))
                .count();
        assertTrue(texts > 50 && confirmed > 30, texts + " with text, " + confirmed + " confirmed");
    }

    @Test
    void subprojects_have_the_long_or_the_short_form_of_a_number() {
        Map<Boolean, Long> forms = customerp.all(Entity.PROJECT).stream()
                .filter(project -> project.hasNonNull("parentProjectId"))
                .collect(Collectors.partitioningBy(
                        project -> project.path("projectNumber").asText().contains("."), Collectors.counting()));
        assertEquals(Map.of(true, 12L, false, 8L), forms);
    }

    private Map<String, Integer> matches(ObjectNode customer) {
        Map<String, Integer> matches = new HashMap<>();
        String slot = "customerp:" + customer.path("id").asText();
        count(matches, "slot", row -> row.path("ExternalImportReference")
                .asText()
                .equals(slot));
        count(matches, "customerNumber", row -> same(customer, "customerNumber", row, "Number"));
        count(matches, "organizationNumber", row -> same(customer, "organizationNumber", row, "OrganizationNumber"));
        count(matches, "email", row -> same(customer, "email", row, "EmailAddress"));
        return matches;
    }

    private void count(Map<String, Integer> matches, String key, Function<ObjectNode, Boolean> match) {
        int count = (int) rows.stream().filter(match::apply).count();
        if (count > 0) {
            matches.put(key, count);
        }
    }

    private static boolean same(ObjectNode customer, String member, ObjectNode row, String rowMember) {
        return customer.hasNonNull(member)
                && customer.path(member).asText().equals(row.path(rowMember).asText());
    }

    /** Modulus 11, as the register of companies computes the last digit. */
    private static boolean isAssignable(String number) {
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
