package com.customerp.sync.local;

import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Answer;
import com.customerp.sync.local.sample.SampleCompany;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs the sync on one machine: loads the sample company, then carries every edit over until it is stopped. */
public final class LocalRun {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(5);
    private static final Path LOG = Path.of("target", "local-run.log");

    private final LocalSystem system;
    private final Console console;

    private LocalRun(LocalSystem system, Console console) {
        this.system = system;
        this.console = console;
    }

    /** Exit code 0: every customer is accounted for. 1: not. 2: the options cannot be understood. */
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
        try (Console console = new Console(
                System.out, LOG, SampleCompany.expected(Entity.CUSTOMER).records())) {
            console.say("Starting the table, CustomERP, PowerOffice and the functions ...");
            try (LocalSystem system = LocalSystem.start(options, LocalSystem.functions(), console::functionLine)) {
                Runtime.getRuntime().addShutdownHook(new Thread(system::close));
                LocalRun run = new LocalRun(system, console);
                boolean accountedFor = run.firstLoad();
                if (!options.once()) {
                    run.follow();
                }
                return accountedFor;
            }
        }
    }

    /** Sweeps until one is complete; says whether every customer is accounted for. */
    private boolean firstLoad() {
        console.say("First load of " + SampleCompany.expected(Entity.CUSTOMER).records() + " customers:");
        Instant start = Instant.now();
        InvocationResult result = system.sweep();
        while (result instanceof Answer answer
                && !answer.payload().path("complete").asBoolean()) {
            result = system.sweep();
        }
        Duration took = Duration.between(start, Instant.now());
        if (!(result instanceof Answer answer)) {
            console.say("The first load stopped: " + result);
            return false;
        }
        FirstLoadReport report = system.report();
        console.say(String.format("%nDone in %.1f s: %s%n", took.toMillis() / 1000.0, counts(answer.payload())));
        console.say(report.table());
        console.say(report.isAccountedFor() ? "Every customer is accounted for." : "Not every customer is settled.");
        return report.isAccountedFor();
    }

    private String counts(JsonNode answer) {
        return answer.path("created") + " created, " + answer.path("matched") + " matched, " + answer.path("parked")
                + " parked; " + answer.at("/requests/customerp") + " requests to CustomERP, "
                + answer.at("/requests/poweroffice") + " to PowerOffice, at most " + system.mostRequestsInOneSecond()
                + " in any second";
    }

    /** Runs until the process is stopped, or the schedule function is gone. */
    private void follow() throws Exception {
        console.follow();
        console.say(system.examples());
        console.say("Every change is shown here. Ctrl-C stops everything; the functions' whole output is in " + LOG);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> sweeps = timer.scheduleWithFixedDelay(
                    this::sweep, BETWEEN_SWEEPS.toMillis(), BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS);
            sweeps.get();
        } finally {
            timer.shutdownNow();
        }
    }

    private void sweep() {
        InvocationResult result = system.sweep();
        if (!(result instanceof Answer)) {
            console.say("The sweep failed: " + result);
        }
    }
}
