package com.customerp.sync.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.funqy.lambda.FunqyStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/**
 * What Lambda's Java runtime does with the JVM package: asks for an event, calls the handler, posts what came of it.
 * Runs in the function's own process and is all that is added to the package there, so it uses nothing else of the local
 * run and has no nested classes.
 */
public final class JvmRuntime {
    private JvmRuntime() {}

    /** Handles events until the runtime API is gone. */
    public static void main(String[] arguments) throws IOException {
        String invocations = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        FunqyStreamHandler handler = new FunqyStreamHandler();
        while (true) {
            HttpURLConnection next = connect(invocations + "next");
            String id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
            byte[] event = next.getInputStream().readAllBytes();
            try {
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                // Funqy hands no context on to functions.
                handler.handleRequest(new ByteArrayInputStream(event), answer, null);
                post(invocations + id + "/response", answer.toByteArray());
            } catch (Exception e) {
                Map<String, String> error =
                        Map.of("errorType", e.getClass().getName(), "errorMessage", String.valueOf(e.getMessage()));
                post(invocations + id + "/error", new ObjectMapper().writeValueAsBytes(error));
            }
        }
    }

    private static HttpURLConnection connect(String url) throws IOException {
        return (HttpURLConnection) URI.create(url).toURL().openConnection();
    }

    private static void post(String url, byte[] body) throws IOException {
        HttpURLConnection connection = connect(url);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        connection.getInputStream().readAllBytes();
    }
}
