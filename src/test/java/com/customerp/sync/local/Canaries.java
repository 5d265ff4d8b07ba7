package com.customerp.sync.local;

import com.customerp.sync.function.Samples;
import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Values that occur nowhere else, so that each place where one shows up is a leak. */
final class Canaries {
    private final List<String> all = new ArrayList<>(secrets());

    private static List<String> secrets() {
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        String signing =
                LocalConfiguration.customerp(URI.create("http://127.0.0.1:9")).webhookSecret();
        return List.of(
                LocalConfiguration.CUSTOMERP_TOKEN,
                keys.applicationKey(),
                keys.clientKey(),
                keys.subscriptionKey(),
                signing.substring("whsec_".length()));
    }

    /** A new text. */
    String text() {
        String canary = "Kanari" + (char) ('A' + all.size() % 26) + "q" + (10_000 + all.size()) + "z";
        all.add(canary);
        return canary;
    }

    private String email() {
        return text().toLowerCase(Locale.ROOT) + "@eksempel.example";
    }

    /** A record whose texts are all canaries. */
    ObjectNode members(Entity entity, int number) {
        ObjectNode members = json(Samples.members(entity, number));
        switch (entity) {
            case CONTACT ->
                members.put("firstName", text()).put("lastName", text()).put("email", email());
            case CUSTOMER -> members.put("name", text()).put("email", email()).put("invoiceEmail", email());
            case EMPLOYEE ->
                members.put("firstName", text()).put("lastName", text()).put("email", email());
            case ORDER -> {
                members.put("customerReference", text()).put("purchaseOrderNumber", text());
                ((ObjectNode) members.withArray("/lines").get(0)).put("description", text());
            }
            case PRODUCT ->
                members.put("productNumber", text()).put("name", text()).put("description", text());
            case PROJECT ->
                members.put("projectNumber", text()).put("name", text()).put("contractNumber", text());
        }
        return members;
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Which canary is where, in any letter case; the rest of the text is cut off. */
    List<String> leaksIn(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> all.stream()
                        .filter(canary -> text.toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT)))
                        .map(canary -> canary + " in " + text.substring(0, Math.min(300, text.length()))))
                .limit(20)
                .toList();
    }

    /** A JSON object that is written with single quotes. */
    static ObjectNode json(String members) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(members.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
