package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.http.Gate;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Sends requests to PowerOffice with a good token, repeats what fails in passing, and classifies the rest. */
final class PowerOfficeClient {

    /** One request, with the two headers that every request carries. */
    interface Request {
        Response send(String authorization, String subscriptionKey);
    }

    private final String subscriptionKey;
    private final TokenSource tokens;
    private final Gate gate;
    private final Attempts attempts;

    PowerOfficeClient(PowerOfficeSettings settings, TokenSource tokens, Gate gate, Attempts attempts) {
        this.subscriptionKey = settings.subscriptionKey();
        this.tokens = tokens;
        this.gate = gate;
        this.attempts = attempts;
    }

    /**
     * What {@code reader} makes of a 2xx answer. The reader throws {@link PowerOfficeErrors#of} when the answer is not
     * what the contract says, so that it is repeated like other passing faults.
     */
    <T> T exchange(CallKind call, Request request, Function<Answer, T> reader) {
        return attempts.of(() -> {
            Answer answer = authorised(call, request);
            if (!answer.done()) {
                throw PowerOfficeErrors.of(answer, call);
            }
            return reader.apply(answer);
        });
    }

    int requestsSent() {
        return gate.requestsSent();
    }

    int requestsThrottled() {
        return gate.requestsThrottled();
    }

    /** A 401 means that nothing was done, so the request goes again, once, with a new token. */
    private Answer authorised(CallKind call, Request request) {
        String token = tokens.token(gate);
        Answer answer = send(call, request, token);
        return answer.status() == 401 ? send(call, request, tokens.renewed(token, gate)) : answer;
    }

    private Answer send(CallKind call, Request request, String token) {
        return gate.send(call, () -> request.send("Bearer " + token, subscriptionKey));
    }
}
