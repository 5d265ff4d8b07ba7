package com.customerp.sync.poweroffice;

import com.customerp.sync.sync.RemoteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps the number series for a day (mapping.md 3.5: read daily). A client whose role does not show them goes on
 * without: PowerOffice's own refusal decides then. Thread-safe.
 */
public final class NumberSeriesCache {

    private static final Logger LOG = Logger.getLogger(NumberSeriesCache.class);
    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    private final Clock clock;
    private Optional<List<NumberSeries>> series = Optional.empty();
    private Instant goodUntil = Instant.MIN;

    public NumberSeriesCache(Clock clock) {
        this.clock = clock;
    }

    /** The series, read by {@code reader} when they are older than a day; empty while they cannot be read. */
    synchronized Optional<List<NumberSeries>> get(Supplier<List<NumberSeries>> reader) {
        if (!clock.instant().isBefore(goodUntil)) {
            try {
                series = Optional.of(reader.get());
                goodUntil = clock.instant().plus(FRESH);
            } catch (RemoteException e) {
                LOG.warnf("Number series cannot be read: %s", e.getMessage());
                goodUntil = clock.instant().plus(AFTER_FAILURE);
            }
        }
        return series;
    }
}
