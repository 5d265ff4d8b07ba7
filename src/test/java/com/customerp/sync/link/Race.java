package com.customerp.sync.link;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets threads do something at the same moment. */
public final class Race {
    /** How many take part. */
    public static final int RUNNERS = 8;

    private Race() {}

    /**
     * Runs {@code runner} once per thread, with the numbers from 0.
     *
     * @return what each came to, in the order of the numbers; what one throws is thrown
     */
    public static <T> List<T> run(IntFunction<T> runner) {
        CyclicBarrier start = new CyclicBarrier(RUNNERS);
        ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < RUNNERS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return runner.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("a runner failed", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
