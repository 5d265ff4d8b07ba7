package com.customerp.sync.world;

import com.customerp.sync.sync.Waiter;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the functions under test the world's clock; waiting moves it instead of taking time. */
public class WorldTime {

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Clock clock() {
        return World.current() == null ? Clock.systemUTC() : World.current().clock;
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Waiter waiter() {
        return World.current() == null
                ? Waiter.blocking()
                : duration -> World.current().clock.pass(duration);
    }
}
