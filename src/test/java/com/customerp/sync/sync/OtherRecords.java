package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The same body for whatever other record is asked for, and the answer that leads a rule furthest to every question.
 *
 * @param body what the other records look like
 */
record OtherRecords(JsonNode body) implements Facts {

    @Override
    public Optional<String> seriesWithout(Entity role, long number) {
        return number % 2 == 0 ? Optional.of("1-9") : Optional.empty();
    }

    @Override
    public boolean hasLinkedContacts(String powerOfficeId) {
        return true;
    }

    @Override
    public boolean isInUseAs(Entity role, String powerOfficeId) {
        return true;
    }

    @Override
    public Optional<JsonNode> inCustomerp(Entity entity, String customerpId) {
        return Optional.of(body);
    }

    @Override
    public Optional<JsonNode> counterpart(Entity entity, String customerpId) {
        return Optional.of(body);
    }

    @Override
    public List<JsonNode> inPowerOffice(Entity entity, String filter, String value) {
        return List.of(body);
    }

    @Override
    public Optional<String> key(Entity entity, String customerpId) {
        return Optional.of(body.path("Id").asText());
    }

    @Override
    public Optional<String> owner(Entity entity, String customerpId) {
        return Optional.of(body.path("ContactId").asText());
    }
}
