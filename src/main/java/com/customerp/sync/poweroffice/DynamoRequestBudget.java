package com.customerp.sync.poweroffice;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The budget of all functions in one item: the time of the next free slot. Slots are evenly spaced, and each request takes
 * one, by one conditional update that DynamoDB serialises.
 *
 * <p>An urgent caller takes the next slot even when it lies in the future, and waits for it. Others are only served when
 * the next slot is due, so they stand back as long as urgent ones are ahead.
 *
 * <p>A caller takes one slot at a time. With several at once the right would stay with the caller, and one that is held
 * up would send its rest late, on top of what others send then: more than the limit in one second. One slot is used
 * within the time of a request or hardly late, and an even pace is what the limit rewards. The price is one write to
 * DynamoDB per request to PowerOffice.
 *
 * <p>A slot that was waited for is worth nothing when PowerOffice has asked for silence meanwhile, so the item holds the
 * end of the last silence too.
 */
public final class DynamoRequestBudget implements RequestBudget {
    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("budget#poweroffice"));
    private static final String NEXT_SLOT = "nextSlot";
    private static final String SILENT_UNTIL = "silentUntil";
    /** A second, and what one request may be later than another on its way: slots a second apart must arrive so. */
    private static final int SECOND = 1080;

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;
    private final long spacing;

    /** The latest next slot heard of. The stored one never goes back, so a refusal that is certain needs no request. */
    private final AtomicLong heard = new AtomicLong(Long.MIN_VALUE);

    /**
     * A budget in one table.
     *
     * @param requestsPerSecond how many requests all functions may send in any second; positive
     */
    public DynamoRequestBudget(DynamoDbClient client, String table, Clock clock, int requestsPerSecond) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.spacing = (SECOND + requestsPerSecond - 1) / requestsPerSecond;
    }

    @Override
    public Duration take(boolean urgent) {
        long now = clock.millis();
        if (heard.get() <= now && takeDue(now)) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(urgent ? takeNext(now) - now : now - heard.get());
    }

    /** Costs a read, and only those that had to wait ask. */
    @Override
    public boolean stands() {
        Map<String, AttributeValue> item = client.getItem(request ->
                        request.tableName(table).key(KEY).consistentRead(true).projectionExpression(SILENT_UNTIL))
                .item();
        return !item.containsKey(SILENT_UNTIL) || number(item, SILENT_UNTIL) <= clock.millis();
    }

    /** Slots before the end of the silence may have been taken already: their holders learn of it by {@link #stands}. */
    @Override
    public void pause(Duration silence) {
        // Rounded up: a moment cut to whole milliseconds would end the silence before its time.
        long until = clock.instant().plus(silence).plusNanos(999_999).toEpochMilli();
        // The next slot is never before the end of a silence, so whoever raises it raises both.
        if (!raise(NEXT_SLOT, "SET nextSlot = :until, silentUntil = :until", until)) {
            raise(SILENT_UNTIL, "SET silentUntil = :until", until);
        }
        hear(until);
    }

    /** Whether an attribute was earlier than this, and is changed. */
    private boolean raise(String attribute, String change, long until) {
        try {
            client.updateItem(request -> update(request)
                    .updateExpression(change)
                    .conditionExpression("attribute_not_exists(" + attribute + ") OR " + attribute + " < :until")
                    .expressionAttributeValues(Map.of(":until", number(until))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** Takes a slot at once, if the next one is due; else hears when it is. */
    private boolean takeDue(long now) {
        try {
            client.updateItem(request -> update(request)
                    .updateExpression("SET nextSlot = :next")
                    .conditionExpression("attribute_not_exists(nextSlot) OR nextSlot <= :now")
                    .expressionAttributeValues(Map.of(":next", number(now + spacing), ":now", number(now)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            hear(now + spacing);
            return true;
        } catch (ConditionalCheckFailedException e) {
            hear(number(e.item(), NEXT_SLOT));
            return false;
        }
    }

    /** Takes the next slot, which lies in the future as was heard, and says when it is. */
    private long takeNext(long now) {
        long slot = number(
                client.updateItem(request -> update(request)
                                .updateExpression("SET nextSlot = nextSlot + :spacing")
                                .conditionExpression("nextSlot > :now")
                                .expressionAttributeValues(Map.of(":spacing", number(spacing), ":now", number(now)))
                                .returnValues(ReturnValue.UPDATED_OLD))
                        .attributes(),
                NEXT_SLOT);
        hear(slot + spacing);
        return slot;
    }

    private UpdateItemRequest.Builder update(UpdateItemRequest.Builder request) {
        return request.tableName(table).key(KEY);
    }

    private void hear(long slot) {
        heard.accumulateAndGet(slot, Math::max);
    }

    private static long number(Map<String, AttributeValue> item, String attribute) {
        return Long.parseLong(item.get(attribute).n());
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
