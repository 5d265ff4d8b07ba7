package com.customerp.sync.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * PowerOffice's member that holds our key (mapping.md 1.5).
 *
 * @param path for example {@code /ExternalImportReference}
 */
public record Slot(String path) {
    private static final String PREFIX = "customerp:";

    /** The text that stands in the slot for a CustomERP id, for example {@code customerp:C-1001}. */
    public static String text(String customerpId) {
        return PREFIX + customerpId;
    }

    public JsonPointer pointer() {
        return JsonPointer.compile(path);
    }

    /** What stands in the slot, trimmed; empty when nothing does. */
    public Optional<String> read(JsonNode powerOfficeBody) {
        return Optional.of(powerOfficeBody.at(path).asText("").trim())
                .filter(text -> !text.isEmpty() && !text.equals("null"));
    }

    /** The CustomERP id in a slot of ours; empty when it belongs to somebody else. */
    public static Optional<String> customerpId(String slotText) {
        return slotText.startsWith(PREFIX) ? Optional.of(slotText.substring(PREFIX.length())) : Optional.empty();
    }
}
