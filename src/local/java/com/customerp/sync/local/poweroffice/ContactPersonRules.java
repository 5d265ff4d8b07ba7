package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rules of contact persons: only companies have them, and one of them is the default (poweroffice-go-v2.md 7). */
final class ContactPersonRules implements Rules {
    private static final String DEFAULT = "IsDefault";

    @Override
    public void apply(Write write) {
        JsonNode contactId = write.value("ContactId");
        if (write.isCreate()) {
            ObjectNode owner = write.tenant()
                    .store(Resource.CUSTOMERS)
                    .read(contactId.asText())
                    .orElseThrow(() -> Refusal.notFound("Contact with id " + contactId.asText() + " was not found."));
            if (owner.path("IsPerson").asBoolean()) {
                write.refuse("Contact persons belong to companies only.");
            }
        }
    }

    /** The contact persons of a contact. */
    static List<ObjectNode> of(Tenant tenant, JsonNode contactId) {
        return tenant.store(Resource.CONTACT_PERSONS).owned(contactId.asText());
    }

    /** A default contact person takes the mark from the others of the same contact. */
    @Override
    public void stored(Tenant tenant, ObjectNode row) {
        if (!row.path(DEFAULT).asBoolean()) {
            return;
        }
        Store persons = tenant.store(Resource.CONTACT_PERSONS);
        for (ObjectNode other : of(tenant, row.path("ContactId"))) {
            if (!other.path("Id").equals(row.path("Id")) && other.path(DEFAULT).asBoolean()) {
                ObjectNode changed = other.deepCopy().put(DEFAULT, false).put(Tables.CHANGED, tenant.timestamp());
                persons.put(changed.path("Id").asText(), changed, tenant.moment());
            }
        }
    }
}
