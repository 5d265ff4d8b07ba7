package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Ways in which a CustomERP can mislead that its contract does not rule out by shape. */
public final class Glitches {

    private Glitches() {}

    /** A page that shows the first half of its items and claims to be the last. */
    public static Fault halfList() {
        return Fault.rewrites(response -> changed(response, page -> {
            ArrayNode items = page.withArray("items");
            int half = items.size() / 2;
            while (items.size() > half) {
                items.remove(items.size() - 1);
            }
            page.putNull("nextCursor");
        }));
    }

    /** A page without items that claims to be the last. */
    public static Fault emptyList() {
        return Fault.rewrites(response -> changed(response, page -> {
            page.putArray("items");
            page.putNull("nextCursor");
        }));
    }

    private static Response changed(Response response, Consumer<ObjectNode> change) {
        if (response.status() != 200) {
            return response;
        }
        ObjectNode page = Json.object(response.text());
        change.accept(page);
        return response.withBody(Json.bytes(page));
    }
}
