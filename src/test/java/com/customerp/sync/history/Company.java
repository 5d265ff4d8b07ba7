package com.customerp.sync.history;

import com.customerp.sync.customerp.CustomerpSettings;
import com.customerp.sync.customerp.CustomerpSystem;
import com.customerp.sync.history.Ledger.Place;
import com.customerp.sync.http.Attempts;
import com.customerp.sync.http.Gate;
import com.customerp.sync.link.InMemoryLinkStore;
import com.customerp.sync.link.InMemoryMatchIndex;
import com.customerp.sync.link.InMemoryWaitingList;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.Seal;
import com.customerp.sync.link.WaitingList;
import com.customerp.sync.local.customerp.CustomerpOptions;
import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Mappings;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.poweroffice.InMemoryRequestBudget;
import com.customerp.sync.poweroffice.NumberSeriesCache;
import com.customerp.sync.poweroffice.PowerOfficeSettings;
import com.customerp.sync.poweroffice.PowerOfficeSystem;
import com.customerp.sync.poweroffice.PowerOfficeSystems;
import com.customerp.sync.poweroffice.TokenSource;
import com.customerp.sync.sync.Bookkeeping;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.ConflictPolicy;
import com.customerp.sync.sync.Deadline;
import com.customerp.sync.sync.DeletePolicy;
import com.customerp.sync.sync.Engines;
import com.customerp.sync.sync.Policy;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteSystem;
import com.customerp.sync.sync.Summary;
import com.customerp.sync.sync.Sweep;
import com.customerp.sync.sync.Systems;
import com.customerp.sync.sync.TimeLimited;
import com.customerp.sync.sync.Visit;
import com.customerp.sync.world.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Both simulators, the store in memory and the sync between them, in one thread and under a time of their own. */
final class Company {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration REQUEST = Duration.ofMillis(20);
    private static final Duration WEBHOOK = Duration.ofSeconds(12);
    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Fingerprints FINGERPRINTS = new Fingerprints(KEY);
    private static final Map<Entity, Mapping> MAPPINGS =
            Arrays.stream(Entity.values()).collect(Collectors.toMap(Function.identity(), Mappings::of));

    final MovableClock clock = new MovableClock(START);
    final CustomerpSimulator customerp;
    final PowerOfficeSimulator powerOffice;
    final Webhooks webhooks;
    private final InMemoryMatchIndex index = new InMemoryMatchIndex();
    final InMemoryLinkStore links = new InMemoryLinkStore(clock, index);
    private final InMemoryWaitingList waiting = new InMemoryWaitingList();
    private final InMemoryRequestBudget budget = new InMemoryRequestBudget(clock, 9);
    private final Random random = new Random(7);
    private final Setting setting;
    private final Bug bug;
    private final PowerOfficeSettings keys;
    private final NumberSeriesCache numberSeries = new NumberSeriesCache(clock);
    private final TokenSource tokens;
    private int invocations;
    private int nonces;
    private int lastCalls;
    private Life life = Life.whole();
    private Life next = Life.whole();

    Company(Setting setting, Bug bug) {
        this.setting = setting;
        this.bug = bug;
        customerp = new CustomerpSimulator(Clock.offset(clock, setting.customerpSkew()), CustomerpOptions.forTests());
        PowerOfficeOptions options = PowerOfficeOptions.standard();
        powerOffice = new PowerOfficeSimulator(Clock.offset(clock, setting.powerOfficeSkew()), options);
        keys = new PowerOfficeSettings(
                URI.create("http://poweroffice.example/v2"),
                URI.create("http://poweroffice.example/OAuth/Token"),
                options.applicationKey(),
                options.clientKey(),
                options.subscriptionKey());
        tokens = new TokenSource(
                InProcess.tokens(
                        request -> life.of((Handler) powerOffice::handle).handle(request)),
                keys,
                clock);
        webhooks = new Webhooks(customerp.webhooks());
        Habits.of(setting.normalises()).accept(customerp, powerOffice);
    }

    static Mapping mapping(Entity entity) {
        return MAPPINGS.get(entity);
    }

    /** The fingerprint by which the sync knows that a side still shows this. */
    static String base(Place place, Field field, JsonNode shown) {
        return new Bookkeeping(mapping(place.entity()), FINGERPRINTS).base(place.side(), field, shown);
    }

    boolean createsInCustomerp() {
        return setting.createsInCustomerp();
    }

    /** The next invocation is killed after so many calls. */
    void killNextAfter(int calls) {
        next = Life.endsAfter(calls);
    }

    /** The next invocation has to wait after so many calls, while something else happens from beginning to end. */
    void letNextWaitAfter(int calls, Runnable meanwhile) {
        next = Life.waits(calls, meanwhile);
    }

    /** The next invocation comes to its end. */
    void letNextLive() {
        next = Life.whole();
    }

    /** Calls of the invocation that ran last. */
    int lastCalls() {
        return lastCalls;
    }

    /** The webhook function is told of a record. */
    void webhook(Entity entity, String id) {
        run(() -> {
            Deadline deadline = new Deadline(clock, WEBHOOK);
            PowerOfficeSystem system = powerOfficeSystem(true);
            Cause cause = new Cause("webhook", "webhook-" + invocations, true);
            engines(
                            new TimeLimited(customerpSystem(), Side.CUSTOMERP, deadline),
                            new TimeLimited(asShown(system), Side.POWEROFFICE, deadline),
                            system)
                    .reconcile(entity, Visit.webhook(id, cause));
        });
    }

    /** The schedule function runs, with so much time. */
    Optional<Summary> sweep(Entity entity, Sweep.Mode mode, Duration time) {
        Summary[] summary = new Summary[1];
        run(() -> {
            PowerOfficeSystem system = powerOfficeSystem(false);
            summary[0] = engines(customerpSystem(), asShown(system), system)
                    .of(entity)
                    .sweep()
                    .run(mode, new Deadline(clock, time), "sweep-" + invocations);
        });
        return Optional.ofNullable(summary[0]);
    }

    private void run(Runnable function) {
        invocations++;
        Life waiting = life;
        Life mine = next;
        life = mine;
        next = Life.whole();
        try {
            function.run();
        } catch (Life.Crash killed) {
            // As asked for; what it left behind is for the next one.
        } catch (RemoteException refused) {
            // A system is away: the function ends as failed and is called again.
            if (refused.kind() == RemoteException.Kind.BUG) {
                throw refused;
            }
        } finally {
            lastCalls = mine.calls();
            life = waiting;
        }
    }

    private Engines engines(RemoteSystem customerpSystem, RemoteSystem powerOfficeSystem, PowerOfficeSystem lists) {
        Policy policy = new Policy(ConflictPolicy.NEWEST, DeletePolicy.ARCHIVE, setting.createsInCustomerp());
        return new Engines(
                new Engines.Parts(
                        FINGERPRINTS,
                        new Seal(KEY, () -> ByteBuffer.allocate(Seal.NONCE_BYTES)
                                .putInt(0, ++nonces)
                                .array()),
                        "history",
                        new Systems(customerpSystem, powerOfficeSystem),
                        lists,
                        bug.links(life.of(LinkStore.class, links)),
                        bug.waiting(life.of(WaitingList.class, waiting)),
                        bug.index(life.of(MatchIndex.class, index)),
                        bug.journal(),
                        clock,
                        clock::pass,
                        random::nextDouble,
                        "invocation-" + invocations),
                entity -> Optional.of(new Engines.Pairing(mapping(entity), policy)));
    }

    private RemoteSystem customerpSystem() {
        CustomerpSettings own = new CustomerpSettings(
                URI.create("http://customerp.example/api/v1"),
                CustomerpOptions.forTests().token());
        return bug.system(
                Side.CUSTOMERP,
                new CustomerpSystem(
                        InProcess.customerp(life.of(takingTime(customerp::handle))),
                        own,
                        new Gate(Side.CUSTOMERP, Gate.unlimited(clock), clock::pass),
                        new Attempts()));
    }

    private PowerOfficeSystem powerOfficeSystem(boolean urgent) {
        return PowerOfficeSystems.of(
                InProcess.powerOffice(life.of(takingTime(powerOffice::handle))),
                keys,
                tokens,
                numberSeries,
                new Gate(Side.POWEROFFICE, budget.turns(urgent), clock::pass),
                new Attempts());
    }

    private RemoteSystem asShown(PowerOfficeSystem system) {
        Clock own = Clock.offset(clock, setting.powerOfficeSkew());
        return bug.system(Side.POWEROFFICE, setting.listsLag() ? LateLists.of(system, own) : system);
    }

    private Handler takingTime(Handler system) {
        return request -> {
            clock.pass(REQUEST);
            return system.handle(request);
        };
    }
}
