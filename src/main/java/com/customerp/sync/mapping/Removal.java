package com.customerp.sync.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What follows when the other side's record was deleted (mapping.md 1.8 and "delete and archive" of each pair). */
public sealed interface Removal {

    /**
     * The record is archived.
     *
     * @param values how: CustomERP's field to its value there
     * @param rules what may stop it
     */
    record Archive(Map<String, JsonNode> values, List<RecordRule> rules) implements Removal {
        public Archive {
            values = Map.copyOf(values);
            rules = List.copyOf(rules);
        }
    }

    /** The record is deleted while it is not locked; a locked one needs a person (mapping.md 8.6). */
    record Delete() implements Removal {}
}
