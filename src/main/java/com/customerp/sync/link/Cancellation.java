package com.customerp.sync.link;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Why DynamoDB cancelled a transaction. */
final class Cancellation {
    static final String CONDITION_FAILED = "ConditionalCheckFailed";
    static final String CONFLICT = "TransactionConflict";

    private static final String NONE = "None";

    private Cancellation() {}

    /**
     * What stood against each part of a transaction that was lost to another writer, in the order of the parts.
     *
     * @throws TransactionCanceledException this one, when it was cancelled for another reason
     */
    static List<String> lost(TransactionCanceledException e) {
        List<String> codes =
                e.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.isEmpty() || !List.of(NONE, CONDITION_FAILED, CONFLICT).containsAll(codes)) {
            throw e;
        }
        return codes;
    }
}
