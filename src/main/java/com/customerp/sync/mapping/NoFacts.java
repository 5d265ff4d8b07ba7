package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Knows nothing beyond the records. */
enum NoFacts implements Facts {
    INSTANCE;

    @Override
    public Optional<String> seriesWithout(Entity role, long number) {
        return Optional.empty();
    }

    @Override
    public boolean hasLinkedContacts(String powerOfficeId) {
        return false;
    }

    @Override
    public boolean isInUseAs(Entity role, String powerOfficeId) {
        return false;
    }

    @Override
    public Optional<JsonNode> inCustomerp(Entity entity, String customerpId) {
        return Optional.empty();
    }

    @Override
    public Optional<JsonNode> counterpart(Entity entity, String customerpId) {
        return Optional.empty();
    }

    @Override
    public List<JsonNode> inPowerOffice(Entity entity, String filter, String value) {
        return List.of();
    }

    @Override
    public Optional<String> key(Entity entity, String customerpId) {
        return Optional.empty();
    }

    @Override
    public Optional<String> owner(Entity entity, String customerpId) {
        return Optional.empty();
    }
}
