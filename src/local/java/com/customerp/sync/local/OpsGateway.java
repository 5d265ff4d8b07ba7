package com.customerp.sync.local;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.function.Function;

/**
 * Stands in for {@code aws lambda invoke} of the {@code ops} function: {@code POST /ops} with the event as the body. In AWS
 * no address leads to this function.
 */
public final class OpsGateway implements Handler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/ops";

    private final Function<JsonNode, InvocationResult> function;
    private final Handler others;

    /**
     * A gateway before another one.
     *
     * @param others handles every other path
     */
    public OpsGateway(Function<JsonNode, InvocationResult> function, Handler others) {
        this.function = function;
        this.others = others;
    }

    @Override
    public Response handle(Request request) {
        if (!request.path().equals(PATH)) {
            return others.handle(request);
        }
        if (!request.method().equals("POST")) {
            return json(405, "{\"error\":\"send the event with POST\"}");
        }
        try {
            JsonNode event = JSON.readTree(request.body());
            return function.apply(event) instanceof Answer answer
                    ? json(200, pretty(answer.payload()))
                    : json(500, "{\"error\":\"the function failed: see its output\"}");
        } catch (IOException notJson) {
            return json(400, "{\"error\":\"the body is not JSON\"}");
        }
    }

    private static String pretty(JsonNode answer) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
    }

    private static Response json(int status, String body) {
        return Response.of(status, "application/json", body);
    }
}
