package com.customerp.sync.customerp;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Failures;
import com.customerp.sync.http.Json;
import com.customerp.sync.mapping.RecordId;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What CustomERP's answers mean when they are not the ones hoped for (customerp.openapi.yaml, "Problems"). */
final class CustomerpErrors {

    /** A member's name or a JSON Pointer to it; anything else is left out, as it is logged and answered. */
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9_./~-]{1,100}");

    private CustomerpErrors() {}

    /**
     * The failure that an answer tells of; a 2xx counts as unreadable.
     *
     * <p>{@code request-in-progress} passes by itself. So does {@code cursor-expired}, by starting the list again. On
     * 409 {@code unique} field and holder are named, on 422 the first refused member.
     */
    static RemoteException of(Answer answer, CallKind call) {
        JsonNode problem = answer.json().orElse(MissingNode.getInstance());
        String type = Json.text(problem, "type").orElse("about:blank");
        Kind kind = passes(answer.status(), type) ? Kind.TRANSIENT : Failures.kind(answer, call);
        return Failures.of(Side.CUSTOMERP, kind, answer)
                .field(Json.text(problem, "field")
                        .or(() -> firstPointer(problem))
                        .filter(name -> MEMBER.matcher(name).matches())
                        .orElse(null))
                .holder(Json.text(problem, "conflictingId")
                        .filter(RecordId::isAllowed)
                        .orElse(null))
                .build();
    }

    private static boolean passes(int status, String type) {
        return (status == 409 && type.endsWith("/problems/request-in-progress"))
                || (status == 400 && type.endsWith("/problems/cursor-expired"));
    }

    private static Optional<String> firstPointer(JsonNode problem) {
        return Json.text(problem.path("errors").path(0), "pointer");
    }
}
