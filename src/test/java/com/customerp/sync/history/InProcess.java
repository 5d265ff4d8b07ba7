package com.customerp.sync.history;

import com.customerp.sync.customerp.CustomerpApi;
import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.poweroffice.PowerOfficeApi;
import com.customerp.sync.poweroffice.TokenApi;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three REST clients without a socket: what they would send goes to a simulator in the same process. */
final class InProcess {
    private static final String PROBLEM_OR_JSON = "application/json, application/problem+json";

    private InProcess() {}

    /** CustomERP's client. */
    static CustomerpApi customerp(Handler simulator) {
        return new CustomerpApi() {
            @Override
            public Response list(String authorization, String collection, Map<String, String> query) {
                return send("GET", collection, query, authorization, null, null);
            }

            @Override
            public Response read(String authorization, String collection, String id) {
                return send("GET", collection + "/" + id, Map.of(), authorization, null, null);
            }

            @Override
            public Response create(String authorization, String idempotencyKey, String collection, String body) {
                return send(
                        "POST",
                        collection,
                        Map.of(),
                        authorization,
                        List.of("Idempotency-Key", idempotencyKey),
                        List.of("application/json", body));
            }

            @Override
            public Response patch(
                    String authorization, @Nullable String etag, String collection, String id, String body) {
                return send(
                        "PATCH",
                        collection + "/" + id,
                        Map.of(),
                        authorization,
                        etag == null ? null : List.of(HttpHeaders.IF_MATCH, etag),
                        List.of("application/merge-patch+json", body));
            }

            @Override
            public Response delete(String authorization, String collection, String id) {
                return send("DELETE", collection + "/" + id, Map.of(), authorization, null, null);
            }

            private Response send(
                    String method,
                    String path,
                    Map<String, String> query,
                    String authorization,
                    @Nullable List<String> header,
                    @Nullable List<String> body) {
                return InProcess.send(simulator, method, "/api/v1/" + path, query, authorization, header, body);
            }
        };
    }

    /** PowerOffice's client. */
    static PowerOfficeApi powerOffice(Handler simulator) {
        return new PowerOfficeApi() {
            @Override
            public Response list(String authorization, String key, String collection, Map<String, String> query) {
                return send("GET", collection, query, authorization, key, null);
            }

            @Override
            public Response read(String authorization, String key, String path) {
                return send("GET", path, Map.of(), authorization, key, null);
            }

            @Override
            public Response create(String authorization, String key, String path, String body) {
                return send("POST", path, Map.of(), authorization, key, List.of("application/json", body));
            }

            @Override
            public Response patch(String authorization, String key, String path, String body) {
                return send("PATCH", path, Map.of(), authorization, key, List.of("application/json-patch+json", body));
            }

            @Override
            public Response delete(String authorization, String key, String path) {
                return send("DELETE", path, Map.of(), authorization, key, null);
            }

            private Response send(
                    String method,
                    String path,
                    Map<String, String> query,
                    String authorization,
                    String key,
                    @Nullable List<String> body) {
                List<String> header = List.of(PowerOfficeApi.SUBSCRIPTION_KEY, key);
                return InProcess.send(simulator, method, "/v2/" + path, query, authorization, header, body);
            }
        };
    }

    /** The client of PowerOffice's token address. */
    static TokenApi tokens(Handler simulator) {
        return (basic, key, grantType) -> send(
                simulator,
                "POST",
                "/OAuth/Token",
                Map.of(),
                basic,
                List.of(PowerOfficeApi.SUBSCRIPTION_KEY, key),
                List.of("application/x-www-form-urlencoded", "grant_type=" + grantType));
    }

    private static Response send(
            Handler simulator,
            String method,
            String path,
            Map<String, String> query,
            String authorization,
            @Nullable List<String> header,
            @Nullable List<String> body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.forEach((name, value) -> parameters.put(name, List.of(value)));
        Request request = new Request(
                        method,
                        path,
                        parameters,
                        Map.of(HttpHeaders.AUTHORIZATION, List.of(authorization)),
                        new byte[0])
                .with(HttpHeaders.ACCEPT, PROBLEM_OR_JSON);
        if (header != null) {
            request = request.with(header.get(0), header.get(1));
        }
        if (body != null) {
            request = request.withBody(body.get(0), body.get(1).getBytes(StandardCharsets.UTF_8));
        }
        return new PlainResponse(simulator.handle(request));
    }
}
