package com.customerp.sync.local.lambda;

import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One packaged function in a process of its own, started with the environment that Lambda gives it and nothing else of
 * this process's environment.
 */
public final class FunctionProcess implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** A process that keeps its classes takes seconds to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final RuntimeApi api;
    private final Process process;
    private final Thread reader;

    private FunctionProcess(RuntimeApi api, Process process, Thread reader) {
        this.api = api;
        this.process = process;
        this.reader = reader;
    }

    /**
     * Starts a function; events may be handed to it at once.
     *
     * @param function its name in functions.md, for example {@code customer-webhook}
     * @param configuration environment variables of functions.md, "Configuration"; they win over Lambda's own
     * @param log takes each line that the function prints, from a thread of its own
     */
    public static FunctionProcess start(
            FunctionPackage code, String function, Map<String, String> configuration, Consumer<String> log) {
        RuntimeApi api = new RuntimeApi(function, LONGEST, Clock.systemUTC());
        ProcessBuilder builder = new ProcessBuilder(code.command())
                .directory(code.task().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment(code, function, api));
        builder.environment().putAll(configuration);
        try {
            Process process = builder.start();
            Thread reader = new Thread(() -> forward(process, api, log), "log-" + function);
            reader.setDaemon(true);
            reader.start();
            return new FunctionProcess(api, process, reader);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException("cannot start " + function, e);
        }
    }

    /** See {@link RuntimeApi#invoke(JsonNode)}. When the process ends, the result is {@code Runtime.ExitError}. */
    public CompletableFuture<InvocationResult> invoke(JsonNode event) {
        return api.invoke(event);
    }

    /** See {@link RuntimeApi#invoke(JsonNode, Duration)}. */
    public InvocationResult invoke(JsonNode event, Duration patience) {
        return api.invoke(event, patience);
    }

    /** Completes when the function asks for its first event: its start is over. */
    public CompletableFuture<Void> firstPoll() {
        return api.firstPoll();
    }

    /** Memory that the process holds; known on Linux only. */
    public long residentKilobytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the memory of the function", e);
        }
    }

    /** Ends the process in the middle of whatever it does; open invocations end as {@code Runtime.ExitError}. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits until the process has ended and its last line was handed on; returns its exit code. */
    public int await() {
        try {
            int code = process.waitFor();
            reader.join();
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return process.isAlive() ? -1 : process.exitValue();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        api.close();
    }

    private static Map<String, String> environment(FunctionPackage code, String function, RuntimeApi api) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", function),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
                Map.entry("LAMBDA_TASK_ROOT", code.task().toString()),
                Map.entry("_HANDLER", JavaRuntime.HANDLER),
                Map.entry("QUARKUS_FUNQY_EXPORT", function),
                Map.entry("DISABLE_SIGNAL_HANDLERS", "true"),
                Map.entry("AWS_REGION", "eu-north-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "local"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("TZ", ":UTC"));
    }

    /** Ends with the process's output, which is when the process ends. */
    private static void forward(Process process, RuntimeApi api, Consumer<String> log) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.accept(line);
            }
        } catch (IOException e) {
            log.accept("The function's output cannot be read any more: " + e.getMessage());
        }
        api.end(new Failure("Runtime.ExitError", "The function's process has ended"));
    }
}
