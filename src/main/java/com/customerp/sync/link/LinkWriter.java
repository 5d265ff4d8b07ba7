package com.customerp.sync.link;

import com.customerp.sync.link.LinkStore.TakenException;
import java.util.Collection;
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
 * Writes a link and its pointer so that both always agree, and with them the match keys that its records show.
 *
 * <p>What becomes of the pointer depends on what is stored, and that is not read first: it is guessed, and the guess is
 * part of the condition. When only the guess was wrong, the refusal shows the stored item and the second try knows.
 */
record LinkWriter(DynamoDbClient client, String table) {
    /** What came of one try: written, lost to another function, or to be tried again knowing the stored item. */
    private record Outcome(Result result, Optional<Map<String, AttributeValue>> stored) {
        static final Outcome WRITTEN = new Outcome(Result.WRITTEN, Optional.empty());
        static final Outcome LOST = new Outcome(Result.LOST, Optional.empty());
        static final Outcome KEYS_LOST = new Outcome(Result.KEYS_LOST, Optional.empty());

        boolean isWritten() {
            return result == Result.WRITTEN;
        }
    }

    private enum Result {
        WRITTEN,
        LOST,
        /** Only the match keys stood against it. */
        KEYS_LOST
    }

    /**
     * Stores {@code next} over version {@code version}, and these match keys; false, and the link is not stored, when
     * another function was faster at it.
     */
    boolean save(Link next, long version, Collection<MatchKeys> keys) {
        LinkExpectation guess = LinkExpectation.guess(next, version);
        MatchKeysTransaction together = MatchKeysTransaction.of(table, keys);
        Outcome outcome = twice(next, version, guess, known -> put(next, known, together.items()));
        MatchKeysWriter writer = new MatchKeysWriter(client, table);
        if (outcome.result() == Result.KEYS_LOST) {
            // Many records may share a value: where another function is at one, each has its turn.
            writer.replace(keys);
            return twice(next, version, guess, known -> put(next, known, List.of()))
                    .isWritten();
        }
        if (outcome.isWritten()) {
            writer.removeEmpty(together);
        }
        return outcome.isWritten();
    }

    /** Stores {@code next} over version {@code version}, in the place of a provisional link that holds its pointer. */
    boolean replace(Link provisional, Link next, long version) {
        LinkExpectation unlinked = new LinkExpectation(version, null, null, false);
        LinkExpectation held = LinkExpectation.samePointer(provisional, provisional.version());
        TransactWriteItem item = putItem(next, unlinked);
        TransactWriteItem removal = deleteItem(provisional, held);
        TransactWriteItem pointer = LinkExpectation.pointer(table, next, provisional.customerpId());
        try {
            return transact(next, List.of(item, removal, pointer), List.of()).isWritten();
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
        return twice(link, link.version(), guess, known -> remove(link, known)).isWritten();
    }

    private Outcome twice(Link link, long version, LinkExpectation guess, Function<LinkExpectation, Outcome> write) {
        Outcome first = write.apply(guess);
        Optional<LinkExpectation> known = first.stored()
                .filter(item -> LinkItem.version(item) == version)
                .map(LinkItem::read)
                .map(LinkExpectation::known);
        return known.map(write).orElse(first);
    }

    private Outcome put(Link next, LinkExpectation expected, List<TransactWriteItem> keys) {
        List<TransactWriteItem> pointers = expected.pointerWrites(table, next);
        if (pointers.isEmpty() && keys.isEmpty()) {
            return putAlone(next, expected);
        }
        return transact(
                next,
                Stream.concat(Stream.of(putItem(next, expected)), pointers.stream())
                        .toList(),
                keys);
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
            return e.hasItem() ? new Outcome(Result.LOST, Optional.of(e.item())) : Outcome.LOST;
        } catch (TransactionConflictException e) {
            return Outcome.LOST;
        }
    }

    private Outcome remove(Link link, LinkExpectation expected) {
        String conflicts = PartitionKey.conflicts(link.entity(), link.customerpId());
        Stream<String> gone = Stream.concat(expected.pointerKey(link.entity()).stream(), Stream.of(conflicts));
        return transact(
                link,
                Stream.concat(
                                Stream.of(deleteItem(link, expected)),
                                gone.map(pk -> LinkExpectation.deletion(table, pk)))
                        .toList(),
                List.of());
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

    /**
     * Writes all or nothing.
     *
     * @param own the link first, then its pointers
     */
    private Outcome transact(Link link, List<TransactWriteItem> own, List<TransactWriteItem> keys) {
        try {
            client.transactWriteItems(request -> request.transactItems(
                    Stream.concat(own.stream(), keys.stream()).toList()));
            return Outcome.WRITTEN;
        } catch (TransactionCanceledException e) {
            return cancelled(link, own.size(), e);
        }
    }

    /** Says what a cancelled transaction means; of its own items but the link only a pointer can fail. */
    private static Outcome cancelled(Link link, int own, TransactionCanceledException e) {
        List<String> codes = Cancellation.lost(e).subList(0, own);
        if (Cancellation.CONDITION_FAILED.equals(codes.get(0))) {
            CancellationReason lost = e.cancellationReasons().get(0);
            return lost.hasItem() ? new Outcome(Result.LOST, Optional.of(lost.item())) : Outcome.LOST;
        }
        if (codes.contains(Cancellation.CONFLICT)) {
            return Outcome.LOST;
        }
        if (codes.contains(Cancellation.CONDITION_FAILED)) {
            throw new TakenException(link.entity(), String.valueOf(link.powerOfficeId()));
        }
        return Outcome.KEYS_LOST;
    }
}
