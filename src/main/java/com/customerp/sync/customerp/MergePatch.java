package com.customerp.sync.customerp;

import com.customerp.sync.sync.Change;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Changes as an RFC 7396 merge patch: {@code /address/city} becomes {@code {"address":{"city":…}}}. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode of(List<Change> changes) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Change change : changes) {
            patch.withObject(change.path().head()).set(change.path().last().getMatchingProperty(), change.value());
        }
        return patch;
    }
}
