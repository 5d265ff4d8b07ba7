package com.customerp.sync.local.lambda;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.LocalHttpServer;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's runtime API, version 2018-06-01, for one execution environment on 127.0.0.1: the function asks for the next
 * event and posts its answer or its error. Events wait in the order in which they came; a function that asks for one
 * after the other handles them one at a time, as on Lambda.
 */
public final class RuntimeApi implements Handler, AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern RESULT = Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");
    private static final Failure CLOSED = new Failure("Runtime.ExitError", "The execution environment has ended");
    private static final Response ACCEPTED = Response.of(202, "application/json", "{\"status\":\"OK\"}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String function;
    private final Duration timeout;
    private final Clock clock;
    private final LocalHttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> firstPoll = new CompletableFuture<>();
    private volatile @Nullable Failure ended;

    private record Invocation(String id, byte[] event, CompletableFuture<InvocationResult> result) {}

    /**
     * Starts to listen on a free port.
     *
     * @param function name, shown to the function in its ARN
     * @param timeout told to the function as the deadline of each invocation
     */
    public RuntimeApi(String function, Duration timeout, Clock clock) {
        this.function = function;
        this.timeout = timeout;
        this.clock = clock;
        this.server = LocalHttpServer.start(0, "runtime-api-" + function, this);
    }

    /** Value of {@code AWS_LAMBDA_RUNTIME_API} for the function: host and port. */
    public String address() {
        return server.uri().getAuthority();
    }

    /** Completes when the function asks for its first event: its start is over. */
    CompletableFuture<Void> firstPoll() {
        return firstPoll;
    }

    /** Hands an event to the function. The result comes when the function has answered or has ended. */
    public CompletableFuture<InvocationResult> invoke(JsonNode event) {
        Invocation invocation = new Invocation(
                UUID.randomUUID().toString(),
                event.toString().getBytes(StandardCharsets.UTF_8),
                new CompletableFuture<>());
        open.put(invocation.id(), invocation);
        invocation.result().whenComplete((result, error) -> open.remove(invocation.id()));
        waiting.add(invocation);
        Failure failure = ended;
        if (failure != null) {
            end(failure);
        }
        return invocation.result();
    }

    /**
     * Hands an event to the function and waits for the result, at most {@code patience}. After that the result is
     * {@code Sandbox.Timedout} and a late answer is refused; the function goes on, where Lambda would end it.
     */
    public InvocationResult invoke(JsonNode event, Duration patience) {
        Failure late = new Failure("Sandbox.Timedout", "Task timed out after " + patience.toSeconds() + " seconds");
        return invoke(event)
                .completeOnTimeout(late, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Ends every open and every later invocation with this failure: the function is gone. */
    public void end(Failure failure) {
        ended = failure;
        open.values().forEach(invocation -> invocation.result().complete(failure));
        waiting.clear();
    }

    @Override
    public void close() {
        end(CLOSED);
        server.close();
    }

    @Override
    public Response handle(Request request) {
        String call = request.method() + " " + request.path();
        if (call.equals("GET " + ROOT + "invocation/next")) {
            return next();
        }
        if (call.equals("POST " + ROOT + "init/error")) {
            end(failure(request));
            return ACCEPTED;
        }
        Matcher result = RESULT.matcher(request.path());
        if (!request.method().equals("POST") || !result.matches()) {
            return error(404, "ResourceNotFound");
        }
        InvocationResult outcome = result.group(2).equals("error") ? failure(request) : answer(request);
        Invocation invocation = open.get(result.group(1));
        boolean first = invocation != null && invocation.result().complete(outcome);
        return first ? ACCEPTED : error(400, "InvalidRequestID");
    }

    private Response next() {
        firstPoll.complete(null);
        try {
            Invocation invocation = waiting.take();
            while (invocation.result().isDone()) {
                invocation = waiting.take();
            }
            return new Response(200, Map.of("content-type", "application/json"), invocation.event())
                    .with("lambda-runtime-aws-request-id", invocation.id())
                    .with(
                            "lambda-runtime-deadline-ms",
                            Long.toString(clock.instant().plus(timeout).toEpochMilli()))
                    .with(
                            "lambda-runtime-invoked-function-arn",
                            "arn:aws:lambda:local:000000000000:function:" + function);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(500, "ContainerError");
        }
    }

    private static InvocationResult answer(Request request) {
        if (request.body().length == 0) {
            return new Answer(MissingNode.getInstance());
        }
        try {
            return new Answer(JSON.readTree(request.text()));
        } catch (JsonProcessingException e) {
            return new Failure("Runtime.InvalidPayload", "The answer is not JSON");
        }
    }

    private static Failure failure(Request request) {
        JsonNode error = answer(request) instanceof Answer answer ? answer.payload() : MissingNode.getInstance();
        return new Failure(
                error.path("errorType").asText("Runtime.Unknown"),
                error.path("errorMessage").asText(""));
    }

    private static Response error(int status, String type) {
        return Response.of(status, "application/json", "{\"errorType\":\"" + type + "\"}");
    }
}
