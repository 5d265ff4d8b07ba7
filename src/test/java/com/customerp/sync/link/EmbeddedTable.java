package com.customerp.sync.link;

import com.customerp.sync.local.dynamodb.EmbeddedDynamoDb;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Hands a test an empty table as a {@link Table} parameter. One embedded DynamoDB serves all tests of the run, because
 * it takes seconds to start.
 */
public final class EmbeddedTable implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EmbeddedTable.class);
    private static final AtomicInteger TABLES = new AtomicInteger();

    /** An empty table and a client that reaches it. */
    public record Table(DynamoDbClient client, String name) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Table.class;
    }

    @Override
    public Table resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DynamoDbClient client = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(EmbeddedDynamoDb.class, ignored -> EmbeddedDynamoDb.start(), EmbeddedDynamoDb.class)
                .client();
        String name = "test-" + TABLES.incrementAndGet();
        TableSchema.createIfMissing(client, name);
        return new Table(client, name);
    }
}
