package com.customerp.sync.local;

import com.customerp.sync.local.lambda.FunctionPackage;
import com.customerp.sync.local.lambda.FunctionProcess;
import com.customerp.sync.local.lambda.InvocationResult;
import com.customerp.sync.local.lambda.InvocationResult.Failure;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The packaged functions, by name. Each is a process of its own that starts with its first event. */
final class Functions implements AutoCloseable {
    private static final Failure STOPPED = new Failure("Runtime.ExitError", "The functions have been stopped");

    private final FunctionPackage code;
    private final Map<String, String> environment;
    private final Consumer<String> log;
    private final Map<String, FunctionProcess> started = new HashMap<>();
    private boolean stopped;

    /**
     * Starts nothing yet.
     *
     * @param environment of every function
     * @param log takes each line that a function prints
     */
    Functions(FunctionPackage code, Map<String, String> environment, Consumer<String> log) {
        this.code = code;
        this.environment = environment;
        this.log = log;
    }

    /** Hands an event to a function and waits for what comes of it, at most {@code patience}. */
    InvocationResult invoke(String function, JsonNode event, Duration patience) {
        return process(function).map(process -> process.invoke(event, patience)).orElse(STOPPED);
    }

    /** Starts a function ahead of its first event. */
    void prepare(String function) {
        process(function);
    }

    /** The process of a function, started if it is not; empty when all have been stopped. */
    synchronized Optional<FunctionProcess> process(String function) {
        if (stopped) {
            return Optional.empty();
        }
        return Optional.of(
                started.computeIfAbsent(function, name -> FunctionProcess.start(code, name, environment, log)));
    }

    @Override
    public synchronized void close() {
        stopped = true;
        started.values().forEach(FunctionProcess::close);
        started.clear();
    }
}
