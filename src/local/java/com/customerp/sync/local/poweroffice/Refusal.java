package com.customerp.sync.local.poweroffice;

/** A request is answered with problem details (poweroffice-go-v2.md 11). */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    Refusal(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** The request itself is not understood. */
    static Refusal badRequest(String detail) {
        return new Refusal(400, "One or more validation errors occurred.", detail);
    }

    /** A rule about the record is broken. */
    static Refusal invalid(Resource resource, String detail) {
        return new Refusal(400, resource.noun() + " validation error(s)", detail);
    }

    static Refusal notFound(String detail) {
        return new Refusal(404, "Object(s) not found", detail);
    }

    static Refusal conflict(Resource resource, String detail) {
        return new Refusal(409, resource.noun() + " conflict", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return getMessage();
    }
}
