package com.customerp.sync.local.customerp;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The events of a CustomERP: one for each change, sent after the change on the thread that made it. Delivery can be told
 * to misbehave; an event keeps its {@code webhook-id} on every repetition and is signed anew for each attempt.
 */
public final class Webhooks {
    private final WebhookSigner signer;
    private final String idStart;
    private final AtomicLong count = new AtomicLong();
    private final Queue<Event> made = new ArrayDeque<>();
    private final List<Event> held = new ArrayList<>();
    private WebhookSink sink = (headers, body, collection) -> {};
    private Mode mode = Mode.AT_ONCE;

    /** What happens with new events. */
    public enum Mode {
        /** Sent once, after the change. */
        AT_ONCE,
        /** Sent twice. */
        TWICE,
        /** Kept until {@link Webhooks#release}. */
        HELD,
        /** Never sent. */
        LOST
    }

    /**
     * An event.
     *
     * @param id {@code webhook-id}
     */
    public record Event(String id, RecordChange change) {
        byte[] body() {
            return Json.bytes(Json.object()
                    .put("type", change.entity().key() + "." + change.action())
                    .put("timestamp", Times.text(change.at()))
                    .set("data", Json.object().put("id", change.id())));
        }
    }

    Webhooks(WebhookSigner signer, Clock clock) {
        this.signer = signer;
        this.idStart = "evt_" + clock.millis() + "_";
    }

    /** Sends all further events to {@code newSink}. */
    public synchronized void deliverTo(WebhookSink newSink) {
        sink = newSink;
    }

    /** What happens with new events from now on; events held before stay held. */
    public synchronized void deliver(Mode newMode) {
        mode = newMode;
    }

    /** Events that wait for {@link #release}, oldest first. */
    public synchronized List<Event> held() {
        return List.copyOf(held);
    }

    /** Sends what is held, oldest first. */
    public void release() {
        release(events -> events);
    }

    /** Sends of what is held that which {@code choice} makes of it: reordered, repeated, thinned out. */
    public void release(UnaryOperator<List<Event>> choice) {
        List<Event> events;
        synchronized (this) {
            events = List.copyOf(held);
            held.clear();
        }
        choice.apply(events).forEach(this::send);
    }

    /** Notes a change; nothing is sent yet. */
    synchronized void note(RecordChange change) {
        made.add(new Event(idStart + count.incrementAndGet(), change));
    }

    /** Sends what was noted, as the mode says. Not called while the change is still under way. */
    void flush() {
        for (Event event = next(); event != null; event = next()) {
            switch (currentMode()) {
                case AT_ONCE -> send(event);
                case TWICE -> {
                    send(event);
                    send(event);
                }
                case HELD -> hold(event);
                case LOST -> {
                    // The event is gone, as told.
                }
            }
        }
    }

    private synchronized Event next() {
        return made.poll();
    }

    private synchronized Mode currentMode() {
        return mode;
    }

    private synchronized void hold(Event event) {
        held.add(event);
    }

    private void send(Event event) {
        WebhookSink target;
        synchronized (this) {
            target = sink;
        }
        byte[] body = event.body();
        target.deliver(
                signer.headers(event.id(), body), body, event.change().entity().collection());
    }
}
