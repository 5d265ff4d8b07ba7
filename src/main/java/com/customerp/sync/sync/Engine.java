package com.customerp.sync.sync;

import com.customerp.sync.mapping.Mapping;

/** Puts the core together for one pair. The same engine serves webhooks, sweeps and tests. */
public final class Engine {
    private final Reconciler reconciler;
    private final Sweep sweep;
    private final Policy policy;

    /** What the parts of the core for one pair share. */
    record Wiring(
            Engines.Parts parts,
            Engines engines,
            Mapping mapping,
            Policy policy,
            Bookkeeping bookkeeping,
            Decider decider,
            Applier applier,
            Refusals refusals,
            CurrentReader reader,
            Candidates candidates,
            Matcher matcher,
            IndexAhead index,
            IndexFiller filler,
            Indexer indexer,
            Claims claims,
            Notes notes,
            Rows rows,
            Quiet quiet,
            CreationsUnderWay underWay) {}

    Engine(Engines.Parts parts, Engines.Pairing pairing, Engines engines) {
        Wiring wiring = wire(parts, pairing, engines);
        Siblings siblings = new Siblings(wiring);
        PairWork pairs = new PairWork(wiring, siblings);
        this.reconciler =
                new Reconciler(wiring, pairs, new UnlinkedWork(wiring, pairs, siblings), new Newborn(wiring, pairs));
        this.policy = pairing.policy();
        this.sweep = new Sweep(wiring, reconciler, siblings);
    }

    private static Wiring wire(Engines.Parts parts, Engines.Pairing pairing, Engines engines) {
        Mapping mapping = pairing.mapping();
        Bookkeeping bookkeeping = new Bookkeeping(mapping, parts.fingerprints());
        Rows rows = new Rows(engines.readings, mapping.entity());
        IndexAhead index = new IndexAhead(parts.index());
        Indexer indexer = new Indexer(mapping, bookkeeping, index);
        Candidates candidates = new Candidates(parts, engines, mapping, bookkeeping, rows, index, indexer);
        Quiet quiet = new Quiet(mapping, bookkeeping, parts.clock());
        return new Wiring(
                parts,
                engines,
                mapping,
                pairing.policy(),
                bookkeeping,
                new Decider(mapping, bookkeeping, pairing.policy(), engines.references, engines.facts),
                new Applier(mapping, bookkeeping, parts.systems()),
                new Refusals(mapping),
                new CurrentReader(parts.systems(), quiet, parts.waiter()),
                candidates,
                new Matcher(parts, engines, mapping, bookkeeping, candidates),
                index,
                new IndexFiller(mapping, parts, indexer),
                indexer,
                new Claims(parts.links(), parts.clock(), parts.owner()),
                new Notes(mapping, bookkeeping, parts.clock(), parts.random()),
                rows,
                quiet,
                new CreationsUnderWay(engines, parts, mapping.entity()));
    }

    /** Reconciles single records. */
    public Reconciler reconciler() {
        return reconciler;
    }

    /** What is set for the pair. */
    Policy policy() {
        return policy;
    }

    /** Reconciles what changed, or everything. */
    public Sweep sweep() {
        return sweep;
    }
}
