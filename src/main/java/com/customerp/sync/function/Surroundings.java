package com.customerp.sync.function;

import com.customerp.sync.link.TableSchema;
import com.customerp.sync.sync.Waiter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the core is given of the world around it; tests hand in others. */
public class Surroundings {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Waiter waiter() {
        return Waiter.blocking();
    }

    /** Another DynamoDB than AWS's has nobody who made the table: local run and tests. In AWS the template does. */
    void createTable(
            @Observes StartupEvent start,
            Settings settings,
            DynamoDbClient dynamo,
            @ConfigProperty(name = "quarkus.dynamodb.endpoint-override") Optional<String> otherEndpoint) {
        if (otherEndpoint.isPresent()) {
            TableSchema.createIfMissing(dynamo, settings.table());
        }
    }
}
