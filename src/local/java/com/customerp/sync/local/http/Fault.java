package com.customerp.sync.local.http;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** One way to misbehave: stands between the caller and the simulator. {@link Faults} says when it does. */
@FunctionalInterface
public interface Fault {

    /** Answers in place of {@code simulator}, which it may ask before, after or not at all. */
    Response answer(Request request, Handler simulator);

    /** This answer, and nothing happens in the simulator. */
    static Fault answers(Response response) {
        return (request, simulator) -> response;
    }

    /** This answer although the simulator did what was asked. */
    static Fault answersAfter(Response response) {
        return (request, simulator) -> {
            simulator.handle(request);
            return response;
        };
    }

    /** The simulator's own answer, changed: half a list, an empty list, other values. */
    static Fault rewrites(UnaryOperator<Response> change) {
        return (request, simulator) -> change.apply(simulator.handle(request));
    }

    /** 429 with {@code Retry-After} in seconds; nothing happens in the simulator. */
    static Fault tooManyRequests(int retryAfterSeconds) {
        return answers(problem(429, "Too many requests").with("retry-after", Integer.toString(retryAfterSeconds)));
    }

    /** 503 with {@code Retry-After} in seconds; nothing happens in the simulator. */
    static Fault unavailable(int retryAfterSeconds) {
        return answers(problem(503, "In maintenance").with("retry-after", Integer.toString(retryAfterSeconds)));
    }

    /** 500 as problem details; nothing happens in the simulator. */
    static Fault serverError() {
        return answers(problem(500, "Internal error"));
    }

    /** A page in HTML, as proxies and log-in walls send, with any status. */
    static Fault html(int status) {
        return answers(Response.of(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html><body><h1>" + status + "</h1></body></html>"));
    }

    /** 200 with JSON as its type and no body. */
    static Fault emptyOk() {
        return answers(Response.of(200, "application/json", ""));
    }

    /** The connection ends before the simulator did anything. */
    static Fault resetBefore() {
        return (request, simulator) -> {
            throw new ConnectionResetException();
        };
    }

    /** The connection ends after the simulator did what was asked. */
    static Fault resetAfter() {
        return (request, simulator) -> {
            simulator.handle(request);
            throw new ConnectionResetException();
        };
    }

    /** The simulator's own answer, late. */
    static Fault latency(Duration duration, Pause pause) {
        return (request, simulator) -> {
            pause.await(duration);
            return simulator.handle(request);
        };
    }

    private static Response problem(int status, String title) {
        return Response.of(
                status, "application/problem+json", "{\"title\":\"" + title + "\",\"status\":" + status + "}");
    }
}
