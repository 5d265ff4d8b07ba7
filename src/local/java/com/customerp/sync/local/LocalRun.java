package com.customerp.sync.local;

import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.sample.SampleCompany;
import com.customerp.sync.mapping.Entity;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the sync on one machine: loads the sample company, then carries every edit over until it is stopped. */
public final class LocalRun {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
    private static final Path LOG = Path.of("target", "local-run.log");

    /** Every so many-th sweep is a full one: it finds what change times do not tell. */
    private static final int FULL = 10;

    private final LocalSystem system;
    private final Console console;
    private final List<Entity> entities;
    private int sweeps;

    private LocalRun(LocalSystem system, Console console, List<Entity> entities) {
        this.system = system;
        this.console = console;
        this.entities = entities;
    }

    /** Exit code 0: every record is accounted for. 1: not. 2: the options cannot be understood. */
    public static void main(String[] arguments) throws Exception {
        LocalOptions options;
        try {
            options = LocalOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + LocalOptions.USAGE);
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(LocalOptions.USAGE);
            return;
        }
        try {
            System.exit(run(options) ? 0 : 1);
        } catch (UncheckedIOException e) {
            System.err.println("The local run cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(LocalOptions options) throws Exception {
        Map<Entity, Integer> totals = options.entities().stream()
                .collect(Collectors.toMap(entity -> entity, entity -> SampleCompany.expected(entity)
                        .records()));
        try (Console console = new Console(System.out, LOG, totals)) {
            FunctionPackage code = LocalSystem.functions();
            if (!code.isNative() && !code.isShared()) {
                console.say("Recording which classes a function loads, once for each build ...");
                record(code, console);
                code = LocalSystem.functions();
            }
            console.say("Starting the table, CustomERP, PowerOffice and the functions ...");
            try (LocalSystem system = LocalSystem.start(options, code, console::functionLine)) {
                Runtime.getRuntime().addShutdownHook(new Thread(system::close));
                LocalRun run = new LocalRun(system, console, options.entities());
                boolean accountedFor = run.firstLoad();
                if (!options.once()) {
                    system.subscribe();
                    run.follow();
                }
                return accountedFor;
            }
        }
    }

    /** Lets one function load a part of the company. What it does not record is only loaded more slowly. */
    private static void record(FunctionPackage code, Console console) {
        LocalOptions part = new LocalOptions(true, false, 0, List.of(Entity.EMPLOYEE), false);
        try (LocalSystem system = LocalSystem.start(part, code.recording(), line -> {})) {
            system.seed();
            InvocationResult result = system.sweep(Entity.EMPLOYEE);
            if (!(result instanceof Answer)) {
                console.say("They could not be recorded: " + result);
            }
        }
    }

    /** Sweeps until all is loaded; says whether every record is accounted for. */
    private boolean firstLoad() {
        Clock clock = Clock.systemUTC();
        FirstLoad load = new FirstLoad(entities, system, console::say, clock);
        load.prepare();
        system.seed();
        console.say("First load:");
        Instant start = clock.instant();
        boolean accountedFor = load.run();
        Duration took = Duration.between(start, clock.instant());
        console.say(String.format(
                Locale.ROOT,
                "%.1f s, at most %d requests to PowerOffice in any second.",
                took.toMillis() / 1000.0,
                system.mostRequestsInOneSecond()));
        return accountedFor;
    }

    /** Runs until the process is stopped, or sweeps cannot go on. */
    private void follow() throws Exception {
        console.follow();
        console.say(system.examples(entities));
        console.say(system.operations());
        console.say("Every change is shown here. Ctrl-C stops everything; the functions' whole output is in " + LOG);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> endless = timer.scheduleWithFixedDelay(
                    this::sweep, BETWEEN_SWEEPS.toMillis(), BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
            endless.get();
        } finally {
            timer.shutdownNow();
        }
    }

    private void sweep() {
        sweeps++;
        String mode = sweeps % FULL == 0 ? "full" : "changes";
        for (Entity entity : entities) {
            InvocationResult result = system.sweep(entity, mode);
            if (!(result instanceof Answer) && !system.isClosing()) {
                console.say("The sweep of " + entity.collection() + " failed: " + result);
            }
        }
    }
}
