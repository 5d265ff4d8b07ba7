package com.customerp.sync.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts many links with their pointers into a table at once, for tests that begin with a table that has been used. */
public final class LinkSeeding {
    private static final int BATCH = 25;

    private LinkSeeding() {}

    /** Puts links that have a counterpart; none of them may be there. */
    public static void put(DynamoDbClient client, String table, List<Link> links) {
        List<WriteRequest> writes = links.stream()
                .map(link -> link.change().version(1).build())
                .flatMap(link -> Stream.of(LinkItem.write(link), LinkItem.writePointer(link)))
                .map(LinkSeeding::put)
                .toList();
        for (int from = 0; from < writes.size(); from += BATCH) {
            List<WriteRequest> batch = new ArrayList<>(writes.subList(from, Math.min(writes.size(), from + BATCH)));
            client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
