package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Ends a request with RFC 9457 problem details; {@code type} is one that the contract lists. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode members;

    ProblemException(int status, String type, String title, String detail) {
        super(status + " " + type + ": " + detail, null, false, false);
        this.status = status;
        this.members = Json.object()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, "about:blank", "Bad request", detail);
    }

    static ProblemException notFound() {
        return new ProblemException(404, "about:blank", "Not found", "There is no such record.");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Members of the problem, to read or to add to. */
    public ObjectNode members() {
        return members;
    }

    Response response() {
        return new Response(status, Map.of("content-type", "application/problem+json"), Json.bytes(members));
    }
}
