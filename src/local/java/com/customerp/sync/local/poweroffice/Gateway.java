package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Hands out tokens and lets in who shows one (poweroffice-go-v2.md 2). */
final class Gateway implements Handler {
    private static final String TOKEN_PATH = "/OAuth/Token";
    private static final String SUBSCRIPTION = "Ocp-Apim-Subscription-Key";

    private final Clock clock;
    private final Supplier<PowerOfficeOptions> options;
    private final Handler api;
    private final Map<String, Instant> endOfTokens = new HashMap<>();
    private int handedOut;

    Gateway(Clock clock, Supplier<PowerOfficeOptions> options, Handler api) {
        this.clock = clock;
        this.options = options;
        this.api = api;
    }

    @Override
    public Response handle(Request request) {
        String subscription = request.header(SUBSCRIPTION).orElse("");
        if (!subscription.equals(options.get().subscriptionKey())) {
            return Response.empty(401);
        }
        if (request.path().equalsIgnoreCase(TOKEN_PATH)) {
            return request.method().equals("POST") ? token(request) : Answers.gateway(404, "Resource not found");
        }
        return isLetIn(request) ? api.handle(request) : Response.empty(401);
    }

    /** Ends all tokens at once. */
    synchronized void expireTokens() {
        endOfTokens.clear();
    }

    private synchronized boolean isLetIn(Request request) {
        String authorization = request.header("Authorization").orElse("");
        Instant end = endOfTokens.get(authorization.replaceFirst("(?i)^Bearer ", ""));
        return end != null && clock.instant().isBefore(end);
    }

    private synchronized Response token(Request request) {
        PowerOfficeOptions now = options.get();
        String pair = now.applicationKey() + ":" + now.clientKey();
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (!request.header("Authorization").orElse("").equals(basic)) {
            return error("invalid_client", "The application key or the client key is not valid.");
        }
        if (!request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return error("invalid_request", "A form body is expected.");
        }
        if (!request.text().equals("grant_type=client_credentials")) {
            return error("unsupported_grant_type", "The grant type must be client_credentials.");
        }
        handedOut++;
        String token = "simulated-token-" + handedOut;
        endOfTokens.put(token, clock.instant().plusSeconds(now.tokenLifeSeconds()));
        return Answers.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", now.tokenLifeSeconds()));
    }

    private static Response error(String error, String description) {
        return Answers.json(
                400, JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }
}
