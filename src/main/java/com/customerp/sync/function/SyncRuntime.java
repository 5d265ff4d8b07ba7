package com.customerp.sync.function;

import com.customerp.sync.customerp.CustomerpConnection;
import com.customerp.sync.customerp.CustomerpSettings;
import com.customerp.sync.http.Attempts;
import com.customerp.sync.link.DynamoLinkStore;
import com.customerp.sync.link.DynamoMatchIndex;
import com.customerp.sync.link.DynamoWaitingList;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Seal;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.poweroffice.DynamoRequestBudget;
import com.customerp.sync.poweroffice.PowerOfficeConnection;
import com.customerp.sync.poweroffice.PowerOfficeSettings;
import com.customerp.sync.poweroffice.PowerOfficeSystem;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.PowerOfficeLists;
import com.customerp.sync.sync.RemoteSystem;
import com.customerp.sync.sync.Systems;
import com.customerp.sync.sync.TimeLimited;
import com.customerp.sync.sync.Waiter;
import com.customerp.sync.sync.ops.Ops;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final WaitingList waiting;
    private final MatchIndex index;
    private final CustomerpConnection customerp;
    private final PowerOfficeConnection powerOffice;
    private final Fingerprints fingerprints;
    private final Seal seal;
    private final Clock clock;
    private final Waiter waiter;
    private final RecordLog log = new RecordLog();

    SyncRuntime(Settings settings, DynamoDbClient dynamo, Attempts attempts, Clock clock, Waiter waiter) {
        this.settings = settings;
        this.clock = clock;
        this.waiter = waiter;
        this.links = new DynamoLinkStore(dynamo, settings.table(), clock);
        this.waiting = new DynamoWaitingList(dynamo, settings.table());
        this.index = new DynamoMatchIndex(dynamo, settings.table());
        this.fingerprints = new Fingerprints(settings.fingerprintKey().reveal());
        this.seal = new Seal(settings.fingerprintKey().reveal(), SyncRuntime::nonce);
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
    public Engines urgent() {
        Deadline deadline = new Deadline(clock, WEBHOOK_TIME);
        PowerOfficeSystem system = powerOffice.system(true);
        return engines(
                new TimeLimited(customerp.system(), Side.CUSTOMERP, deadline),
                new TimeLimited(system, Side.POWEROFFICE, deadline),
                system);
    }

    /** The core for a sweep. */
    public Engines patient() {
        PowerOfficeSystem system = powerOffice.system(false);
        return engines(customerp.system(), system, system);
    }

    /** What an operator's actions stand on: that of a sweep. */
    Ops ops(Deadline deadline) {
        PowerOfficeSystem system = powerOffice.system(false);
        return new Ops(
                parts(customerp.system(), system, system),
                this::pairing,
                deadline,
                UUID.randomUUID().toString());
    }

    private Engines engines(RemoteSystem customerpSystem, RemoteSystem powerOfficeSystem, PowerOfficeLists lists) {
        return new Engines(parts(customerpSystem, powerOfficeSystem, lists), this::pairing);
    }

    private Engines.Parts parts(RemoteSystem customerpSystem, RemoteSystem powerOfficeSystem, PowerOfficeLists lists) {
        return new Engines.Parts(
                fingerprints,
                seal,
                settings.table(),
                new Systems(customerpSystem, powerOfficeSystem),
                lists,
                links,
                waiting,
                index,
                log,
                clock,
                waiter,
                () -> ThreadLocalRandom.current().nextDouble(),
                UUID.randomUUID().toString());
    }

    private Optional<Engines.Pairing> pairing(Entity entity) {
        Settings.EntitySettings own = settings.entity(entity);
        return own.enabled() ? Optional.of(new Engines.Pairing(Mappings.of(entity), own.policy())) : Optional.empty();
    }

    /** Seldom needed, so the generator is not kept: one in a native image must not be made at build time. */
    private static byte[] nonce() {
        byte[] nonce = new byte[Seal.NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    Settings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }
}
