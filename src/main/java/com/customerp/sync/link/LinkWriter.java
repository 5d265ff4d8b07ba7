package com.customerp.sync.link;

import com.customerp.sync.link.LinkStore.TakenException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Writes a link and its pointer so that both always agree.
 *
 * <p>What becomes of the pointer depends on what is stored, and that is not read first: it is guessed, and the guess is
 * part of the condition. When only the guess was wrong, the refusal shows the stored item and the second try knows.
 */
record LinkWriter(DynamoDbClient client, String table) {
    /** What came of one try: written, lost to another function, or to be tried again knowing the stored item. */
    private record Outcome(boolean written, Optional<Map<String, AttributeValue>> stored) {
        static final Outcome WRITTEN = new Outcome(true, Optional.empty());
        static final Outcome LOST = new Outcome(false, Optional.empty());
    }

    /** Stores {@code next} over version {@code version}; false when another function was faster. */
    boolean save(Link next, long version) {
        return twice(next, version, LinkExpectation.guess(next, version), known -> put(next, known));
    }

    /** Stores {@code next} over version {@code version}, in the place of a provisional link that holds its pointer. */
    boolean replace(Link provisional, Link next, long version) {
        LinkExpectation unlinked = new LinkExpectation(version, null, null, false);
        LinkExpectation held = LinkExpectation.samePointer(provisional, provisional.version());
        TransactWriteItem item = putItem(next, unlinked);
        TransactWriteItem removal = deleteItem(provisional, held);
        TransactWriteItem pointer = LinkExpectation.pointer(table, next, provisional.customerpId());
        try {
            return transact(next, item, List.of(removal, pointer)).written();
        } catch (TakenException provisionalIsNotAsItWas) {
            return false;
        }
    }

    /** Deletes the link with its pointer and conflicts; false when another function was faster. */
    boolean delete(Link link) {
        if (!link.isStored()) {
            return false;
        }
        LinkExpectation guess = LinkExpectation.samePointer(link, link.version());
        return twice(link, link.version(), guess, known -> remove(link, known));
    }

    private boolean twice(Link link, long version, LinkExpectation guess, Function<LinkExpectation, Outcome> write) {
        Outcome first = write.apply(guess);
        Optional<LinkExpectation> known = first.stored()
                .filter(item -> LinkItem.version(item) == version)
                .map(LinkItem::read)
                .map(LinkExpectation::known);
        return known.map(write).orElse(first).written();
    }

    private Outcome put(Link next, LinkExpectation expected) {
        List<TransactWriteItem> pointers = expected.pointerWrites(table, next);
        if (pointers.isEmpty()) {
            return putAlone(next, expected);
        }
        return transact(next, putItem(next, expected), pointers);
    }

    private TransactWriteItem putItem(Link next, LinkExpectation expected) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(LinkItem.fitting(next))
                        .conditionExpression(expected.condition())
                        .expressionAttributeValues(expected.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private Outcome putAlone(Link next, LinkExpectation expected) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(LinkItem.fitting(next))
                    .conditionExpression(expected.condition())
                    .expressionAttributeValues(expected.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Outcome.WRITTEN;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? new Outcome(false, Optional.of(e.item())) : Outcome.LOST;
        } catch (TransactionConflictException e) {
            return Outcome.LOST;
        }
    }

    private Outcome remove(Link link, LinkExpectation expected) {
        String conflicts = PartitionKey.conflicts(link.entity(), link.customerpId());
        Stream<String> gone = Stream.concat(expected.pointerKey(link.entity()).stream(), Stream.of(conflicts));
        return transact(
                link,
                deleteItem(link, expected),
                gone.map(pk -> LinkExpectation.deletion(table, pk)).toList());
    }

    private TransactWriteItem deleteItem(Link link, LinkExpectation expected) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(PartitionKey.of(PartitionKey.link(link.entity(), link.customerpId())))
                        .conditionExpression(expected.condition())
                        .expressionAttributeValues(expected.values())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private Outcome transact(Link link, TransactWriteItem first, List<TransactWriteItem> others) {
        try {
            client.transactWriteItems(request -> request.transactItems(
                    Stream.concat(Stream.of(first), others.stream()).toList()));
            return Outcome.WRITTEN;
        } catch (TransactionCanceledException e) {
            return cancelled(link, e);
        }
    }

    /** Says what a cancelled transaction means; the link stands first in it, and of the others only the pointer can fail. */
    private static Outcome cancelled(Link link, TransactionCanceledException e) {
        List<String> codes = Cancellation.lost(e);
        if (Cancellation.CONDITION_FAILED.equals(codes.get(0))) {
            CancellationReason lost = e.cancellationReasons().get(0);
            return lost.hasItem() ? new Outcome(false, Optional.of(lost.item())) : Outcome.LOST;
        }
        if (codes.contains(Cancellation.CONFLICT)) {
            return Outcome.LOST;
        }
        throw new TakenException(link.entity(), String.valueOf(link.powerOfficeId()));
    }
}
