package com.customerp.sync.http;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an answer that is not the one hoped for means, as far as both systems agree (design.md 5, mapping.md 1.9). Each
 * system's own error class adds what only that system says.
 */
public final class Failures {

    /** The least silence after a 429 (poweroffice-go-v2.md 3). */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private static final int LONGEST_DETAIL = 1000;

    private Failures() {}

    /**
     * The kind by status alone. HTML is always a gateway's word, so that its 404 deletes nothing; a 2xx gets here when
     * its body is not what the contract says.
     */
    public static Kind kind(Answer answer, CallKind call) {
        int status = answer.status();
        if (status == 401) {
            return Kind.UNAUTHORISED;
        }
        if (status == 429) {
            return Kind.RATE_LIMITED;
        }
        if (status / 100 != 4 || answer.html()) {
            return unknown(call);
        }
        return switch (status) {
            case 400, 422 -> Kind.INVALID;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> call == CallKind.LIST ? Kind.TRANSIENT : Kind.GONE;
            case 408 -> unknown(call);
            case 409 -> Kind.CONFLICT;
            case 412 -> Kind.STALE;
            case 425 -> Kind.TRANSIENT;
            default -> Kind.BUG;
        };
    }

    /** An exception of the kind that the status says. */
    public static RemoteException.Builder of(Side side, Answer answer, CallKind call) {
        return of(side, kind(answer, call), answer);
    }

    /** An exception of this kind with status, the system's own words and the pause it asks for. */
    public static RemoteException.Builder of(Side side, Kind kind, Answer answer) {
        RemoteException.Builder failure =
                RemoteException.of(side, kind).status(answer.status()).detail(detail(answer));
        if (kind == Kind.RATE_LIMITED) {
            failure.retryAfter(pause(answer));
        } else {
            answer.retryAfter().ifPresent(failure::retryAfter);
        }
        return failure;
    }

    /**
     * No answer came. A request that never left, because nobody took the connection, was not done whatever it was. The
     * cause is named by its type only: its message holds the address with its query.
     */
    public static RemoteException unanswered(Side side, RuntimeException failure, CallKind call) {
        Throwable root = failure;
        boolean left = true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            left &= !(cause instanceof ConnectException || cause instanceof UnknownHostException);
            root = cause;
        }
        return RemoteException.of(side, left ? unknown(call) : Kind.TRANSIENT)
                .detail("no answer: " + root.getClass().getSimpleName())
                .build();
    }

    /** How long nobody sends after this 429. */
    public static Duration pause(Answer answer) {
        return answer.retryAfter()
                .filter(pause -> pause.compareTo(LEAST_PAUSE) > 0)
                .orElse(LEAST_PAUSE);
    }

    private static Kind unknown(CallKind call) {
        return call == CallKind.ONCE ? Kind.UNCLEAR : Kind.TRANSIENT;
    }

    /** Title and detail of a problem, a gateway's message, or OAuth's error: whichever the body has. */
    private static String detail(Answer answer) {
        if (answer.html()) {
            return "an HTML page";
        }
        if (answer.empty()) {
            return "an empty answer";
        }
        JsonNode body = answer.json().orElse(null);
        if (body == null) {
            return "an answer that is not JSON";
        }
        String words = Stream.of("title", "detail", "message", "error", "error_description")
                .map(name -> Json.text(body, name).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
        return PlainText.of(words, LONGEST_DETAIL);
    }
}
