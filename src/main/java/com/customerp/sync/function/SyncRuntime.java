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
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.poweroffice.DynamoRequestBudget;
import com.customerp.sync.poweroffice.PowerOfficeConnection;
import com.customerp.sync.poweroffice.PowerOfficeSettings;
import com.customerp.sync.poweroffice.PowerOfficeSystem;
import com.customerp.sync.sync.Engine;
import com.customerp.sync.sync.LinkReferences;
import com.customerp.sync.sync.RemoteFacts;
import com.customerp.sync.sync.RemoteSystem;
import com.customerp.sync.sync.Systems;
import com.customerp.sync.sync.Waiter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the real adapters behind the core; one for each function instance. */
@Singleton
public class SyncRuntime {
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

    /**
     * The core for one pair.
     *
     * @param urgent whether somebody waits for the answer: its requests go before those of sweeps
     */
    public Engine engine(Entity entity, boolean urgent) {
        Mapping mapping = Mappings.of(entity);
        RemoteSystem customerpSystem = customerp.system();
        PowerOfficeSystem powerOfficeSystem = powerOffice.system(urgent);
        return new Engine(new Engine.Parts(
                mapping,
                fingerprints,
                new Systems(customerpSystem, powerOfficeSystem),
                links,
                index,
                settings.entity(entity).policy(),
                new LinkReferences(links),
                new RemoteFacts(links, customerpSystem, powerOfficeSystem),
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
