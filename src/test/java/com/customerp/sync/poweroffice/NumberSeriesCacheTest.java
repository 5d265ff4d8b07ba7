package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Side;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.world.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NumberSeriesCacheTest {

    private static final List<NumberSeries> SERIES = List.of(new NumberSeries(10_000, 19_999, "Customer"));

    private final ManualClock clock = new ManualClock();
    private final NumberSeriesCache cache = new NumberSeriesCache(clock);
    private final AtomicInteger reads = new AtomicInteger();
    private final Supplier<List<NumberSeries>> good = () -> {
        reads.incrementAndGet();
        return SERIES;
    };
    private final Supplier<List<NumberSeries>> refused = () -> {
        reads.incrementAndGet();
        throw RemoteException.of(Side.POWEROFFICE, Kind.FORBIDDEN).build();
    };

    @Test
    void theSeriesAreReadOnceADay() {
        assertEquals(Optional.of(SERIES), cache.get(good));
        clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertEquals(Optional.of(SERIES), cache.get(good));
        assertEquals(1, reads.get());
        clock.pass(Duration.ofSeconds(1));
        cache.get(good);
        assertEquals(2, reads.get());
    }

    @Test
    void seriesThatCannotBeReadAreUnknownAndNotAskedForAtEveryRecord() {
        assertEquals(Optional.empty(), cache.get(refused));
        assertEquals(Optional.empty(), cache.get(good));
        assertEquals(1, reads.get());
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Optional.of(SERIES), cache.get(good));
    }

    @Test
    void oldSeriesServeUntilNewOnesCanBeRead() {
        cache.get(good);
        clock.pass(Duration.ofDays(2));
        assertEquals(Optional.of(SERIES), cache.get(refused));
    }
}
