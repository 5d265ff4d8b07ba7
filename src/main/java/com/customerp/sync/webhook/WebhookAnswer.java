package com.customerp.sync.webhook;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the answers of a webhook function in payload format 2.0 (functions.md). None holds a value of a record or the
 * text of an exception.
 */
public final class WebhookAnswer {

    /** Results that are noted and not finished: answered 202 instead of 200. */
    private static final Set<String> NOTED = Set.of("retry", "waiting", "parked");

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            404, "Not Found",
            405, "Method Not Allowed",
            413, "Content Too Large",
            503, "Service Unavailable");

    private WebhookAnswer() {}

    /**
     * What came of the record: 202 for {@code retry}, {@code waiting} and {@code parked}, else 200.
     *
     * @param id CustomERP's id
     * @param result as in functions.md, for example {@code patched}
     * @param problem why the record is parked; null for every other result
     */
    public static ObjectNode of(Entity entity, String id, String result, @Nullable Problem problem) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("entity", entity.key())
                .put("id", id)
                .put("result", result);
        if (problem != null) {
            body.put("reason", problem.reason().code()).put("field", problem.field());
        }
        return answer(NOTED.contains(result) ? 202 : 200, "application/json", body);
    }

    /** A request that was not taken. */
    public static ObjectNode of(WebhookOutcome.Refused refused) {
        ObjectNode answer = problem(refused.status());
        if (refused.status() == 405) {
            answer.withObject("/headers").put("allow", "POST");
        }
        return answer;
    }

    /** Not even a note could be written; CustomERP sends the webhook again. */
    public static ObjectNode unavailable(Duration retryAfter) {
        ObjectNode answer = problem(503);
        answer.withObject("/headers").put("retry-after", Long.toString(Math.max(1, retryAfter.toSeconds())));
        return answer;
    }

    private static ObjectNode problem(int status) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", TITLES.get(status))
                .put("status", status);
        return answer(status, "application/problem+json", body);
    }

    private static ObjectNode answer(int status, String contentType, ObjectNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("statusCode", status);
        answer.putObject("headers").put("content-type", contentType);
        return answer.put("body", body.toString()).put("isBase64Encoded", false);
    }
}
