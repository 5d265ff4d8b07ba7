package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Fault;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/** Faults in PowerOffice's own spelling; the common ones are in {@link Fault}. */
public final class PowerOfficeFaults {
    private PowerOfficeFaults() {}

    /** 429 in the gateway's words, without {@code Retry-After}; nothing happens in the simulator. */
    public static Fault throttled() {
        return Fault.answers(Answers.gateway(429, "Rate limit is exceeded. Try again in 1 seconds."));
    }

    /** 429 in the gateway's words with {@code Retry-After}; nothing happens in the simulator. */
    public static Fault throttled(int retryAfterSeconds) {
        return Fault.answers(Answers.gateway(429, "Rate limit is exceeded. Try again in 1 seconds.")
                .with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** 500 as problem details; nothing happens in the simulator. */
    public static Fault serverError() {
        return Fault.answers(Answers.problem(new Refusal(500, "Internal server error", "Something failed."), false));
    }

    /** 502 in the gateway's words; nothing happens in the simulator. */
    public static Fault badGateway() {
        return Fault.answers(Answers.gateway(502, "Bad gateway"));
    }

    /** The first half of the rows, as if there were no more; {@code X-Pagination} goes too. */
    public static Fault halfList() {
        return Fault.rewrites(response -> {
            JsonNode rows = response.status() == 200 ? Bodies.parse(response.body()) : null;
            if (rows == null || !rows.isArray()) {
                return response;
            }
            ArrayNode half = JsonNodeFactory.instance.arrayNode();
            for (int row = 0; row < rows.size() / 2; row++) {
                half.add(rows.get(row));
            }
            return half.isEmpty() ? Response.empty(204) : Answers.json(200, half);
        });
    }

    /** The answer breaks off in the middle of its body. */
    public static Fault cutBody() {
        return Fault.rewrites(response -> {
            String text = response.text();
            return response.withBody(text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A list without rows: 204. */
    public static Fault emptyList() {
        return Fault.answers(Response.empty(204));
    }
}
