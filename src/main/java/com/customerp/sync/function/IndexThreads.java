package com.customerp.sync.function;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few threads that write the match index side by side; started when first used. */
@Singleton
public class IndexThreads {
    private static final int THREADS = 8;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "match-index");
        thread.setDaemon(true);
        return thread;
    });

    Executor executor() {
        return executor;
    }

    @PreDestroy
    void stop() {
        executor.shutdown();
    }
}
