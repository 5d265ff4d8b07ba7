package com.customerp.sync.poweroffice;

import com.customerp.sync.sync.Change;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Changes as RFC 6902 operations (mapping.md 1.4): {@code replace} only, JSON types kept, null clears. */
final class JsonPatch {

    private static final JsonPointer MAIL_ADDRESS = JsonPointer.compile("/MailAddress");

    private JsonPatch() {}

    /** One {@code replace} for each change, in the order given. */
    static ArrayNode replacing(List<Change> changes) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        changes.forEach(change -> add(patch, "replace", change.path(), change.value()));
        return patch;
    }

    /**
     * The same for a record that has no address yet: a single {@code add} of {@code /MailAddress} with the members that
     * have a value, in the place of the first of them (mapping.md 2).
     *
     * @return empty when the changes set no member of an address
     */
    static Optional<ArrayNode> addingMailAddress(List<Change> changes) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        ObjectNode address = JsonNodeFactory.instance.objectNode();
        for (Change change : changes) {
            if (!MAIL_ADDRESS.equals(change.path().head())) {
                add(patch, "replace", change.path(), change.value());
            } else if (!change.value().isNull()) {
                if (address.isEmpty()) {
                    add(patch, "add", MAIL_ADDRESS, address);
                }
                address.set(change.path().last().getMatchingProperty(), change.value());
            }
        }
        return address.isEmpty() ? Optional.empty() : Optional.of(patch);
    }

    private static void add(ArrayNode patch, String operation, JsonPointer path, JsonNode value) {
        patch.addObject().put("op", operation).put("path", path.toString()).set("value", value);
    }
}
