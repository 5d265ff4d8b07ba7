package com.customerp.sync.sync;

import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.mapping.Facts;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.References;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/** Puts the core together for one pair. The same engine serves webhooks, sweeps and tests. */
public final class Engine {
    private final Reconciler reconciler;
    private final Sweep sweep;

    /**
     * What the core is given.
     *
     * @param owner one name for each invocation, for leases
     * @param random numbers from 0 to 1, to spread retries
     */
    public record Parts(
            Mapping mapping,
            Fingerprints fingerprints,
            Systems systems,
            LinkStore links,
            MatchIndex index,
            Policy policy,
            References references,
            Facts facts,
            Journal journal,
            Clock clock,
            Waiter waiter,
            DoubleSupplier random,
            String owner) {

        Bookkeeping bookkeeping() {
            return new Bookkeeping(mapping, fingerprints);
        }
    }

    /** What several parts of the core share. */
    record Wiring(
            Decider decider,
            Matcher matcher,
            IndexFiller filler,
            Indexer indexer,
            Claims claims,
            Notes notes,
            RowCache rows,
            Quiet quiet) {}

    public Engine(Parts parts) {
        Wiring wiring = wire(parts);
        PairWork pairs = new PairWork(parts, wiring);
        this.reconciler = new Reconciler(parts, wiring, pairs, new UnlinkedWork(parts, wiring, pairs));
        this.sweep = new Sweep(
                parts,
                reconciler,
                new SweepLists(parts, wiring),
                new SweepChunk(parts, wiring.matcher(), wiring.rows()));
    }

    private static Wiring wire(Parts parts) {
        Bookkeeping bookkeeping = parts.bookkeeping();
        RowCache rows = new RowCache(parts.clock());
        Indexer indexer = new Indexer(parts.mapping(), bookkeeping, parts.index());
        return new Wiring(
                new Decider(parts.mapping(), bookkeeping, parts.policy(), parts.references(), parts.facts()),
                new Matcher(parts, bookkeeping, rows),
                new IndexFiller(parts.mapping(), parts.systems(), parts.links(), indexer),
                indexer,
                new Claims(parts.links(), parts.clock(), parts.owner()),
                new Notes(parts.mapping(), bookkeeping, parts.clock(), parts.random()),
                rows,
                new Quiet(bookkeeping, parts.clock()));
    }

    /** Reconciles single records. */
    public Reconciler reconciler() {
        return reconciler;
    }

    /** Reconciles what changed, or everything. */
    public Sweep sweep() {
        return sweep;
    }
}
