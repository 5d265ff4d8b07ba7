package com.customerp.sync.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long the package takes from its start to its first poll, and its memory then; {@code -Dit.test=StartTimes}
 * runs it, nothing else does. Figures are the machine's, so nothing is asserted but that it starts.
 */
class StartTimes {
    private static final int STARTS = 10;

    @TempDir
    private static Path directory;

    private final LongSupplier nanoseconds = System::nanoTime;

    @Test
    void measure() throws Exception {
        FunctionPackage code = FunctionPackage.unpack(Path.of("target/function.zip"), directory);
        print("package " + (code.isNative() ? "native" : "JVM, our runtime"), code);
        if (!code.isNative()) {
            print("package JVM, AWS's runtime", code.onAwsRuntime());
        }
    }

    private void print(String name, FunctionPackage code) throws Exception {
        long[] milliseconds = new long[STARTS];
        long[] kilobytes = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            long before = nanoseconds.getAsLong();
            try (FunctionProcess function =
                    FunctionProcess.start(code, "customer-webhook", FunctionProcessIT.CONFIGURATION, line -> {})) {
                function.firstPoll().get(2, TimeUnit.MINUTES);
                milliseconds[start] =
                        Duration.ofNanos(nanoseconds.getAsLong() - before).toMillis();
                kilobytes[start] = function.residentKilobytes();
            }
        }
        System.out.println(
                name + ": start to first poll in ms " + figures(milliseconds) + ", RSS in KB " + figures(kilobytes));
    }

    private static String figures(long[] values) {
        long[] sorted = LongStream.of(values).sorted().toArray();
        return "median " + sorted[sorted.length / 2] + ", min " + sorted[0] + ", max " + sorted[sorted.length - 1]
                + " of " + Arrays.toString(values);
    }
}
