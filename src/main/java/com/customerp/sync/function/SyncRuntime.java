package com.customerp.sync.function;

import com.customerp.sync.customerp.CustomerpConnection;
import com.customerp.sync.customerp.CustomerpSettings;
import com.customerp.sync.http.Attempts;
import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.DynamoMatchIndex;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.poweroffice.DynamoRequestBudget;
import com.customerp.sync.poweroffice.PowerOfficeConnection;
import com.customerp.sync.poweroffice.PowerOfficeSettings;
import com.customerp.sync.poweroffice.PowerOfficeSystem;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.Engine;
import com.customerp.sync.sync.LinkReferences;
import com.customerp.sync.sync.PowerOfficeLists;
import com.customerp.sync.sync.RemoteFacts;
import com.customerp.sync.sync.RemoteSystem;
import com.customerp.sync.sync.Systems;
import com.customerp.sync.sync.TimeLimited;
import com.customerp.sync.sync.Waiter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the real adapters behind the core; one for each function instance. */
@Singleton
public class SyncRuntime {
    /** API Gateway gives up after 30 s; the last request may take 15 s, and none starts after 80 % of this. */
    private static final Duration WEBHOOK_TIME = Duration.ofSeconds(12);

    private final Settings settings;
    private final LinkStore links;
    private final MatchIndex index;
    private final CustomerpConnection customerp;
    private final PowerOfficeConnection powerOffice;
    private final Fingerprints fingerprints;
    private final Clock clock;
    private final Waiter waiter;
    private final RecordLog log = new RecordLog();

    SyncRuntime(
            Settings settings,
            DynamoDbClient dynamo,
            Attempts attempts,
            IndexThreads threads,
            Clock clock,
            Waiter waiter) {
        this.settings = settings;
        this.clock = clock;
        this.waiter = waiter;
        this.links = new DynamoLinkStore(dynamo, settings.table(), clock);
        this.index = new DynamoMatchIndex(dynamo, settings.table(), threads.executor());
        this.fingerprints = new Fingerprints(settings.fingerprintKey().reveal());
        this.customerp = new CustomerpConnection(
                new CustomerpSettings(
                        settings.customerp().url(), settings.customerp().token().reveal()),
                waiter,
                clock,
                attempts);
        Settings.PowerOffice keys = settings.powerOffice();
        this.powerOffice = new PowerOfficeConnection(
                new PowerOfficeSettings(
                        keys.url(),
                        keys.tokenUrl(),
                        keys.applicationKey().reveal(),
                        keys.clientKey().reveal(),
                        keys.subscriptionKey().reveal()),
                new DynamoRequestBudget(dynamo, settings.table(), clock, keys.requestsPerSecond()),
                waiter,
                clock,
                attempts);
    }

    /** The core for a webhook: somebody waits for its answer, so its requests go first and end in time. */
    public Engine urgent(Entity entity) {
        Deadline deadline = new Deadline(clock, WEBHOOK_TIME);
        PowerOfficeSystem system = powerOffice.system(true);
        return engine(
                entity,
                new TimeLimited(customerp.system(), Side.CUSTOMERP, deadline),
                new TimeLimited(system, Side.POWEROFFICE, deadline),
                system);
    }

    /** The core for a sweep. */
    public Engine patient(Entity entity) {
        PowerOfficeSystem system = powerOffice.system(false);
        return engine(entity, customerp.system(), system, system);
    }

    private Engine engine(
            Entity entity, RemoteSystem customerpSystem, RemoteSystem powerOfficeSystem, PowerOfficeLists lists) {
        return new Engine(new Engine.Parts(
                Mappings.of(entity),
                fingerprints,
                new Systems(customerpSystem, powerOfficeSystem),
                links,
                index,
                settings.entity(entity).policy(),
                new LinkReferences(links),
                new RemoteFacts(links, new Systems(customerpSystem, powerOfficeSystem), lists),
                log,
                clock,
                waiter,
                () -> ThreadLocalRandom.current().nextDouble(),
                UUID.randomUUID().toString()));
    }

    Settings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }
}
