package com.customerp.sync.local.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Programmed misbehaviour: rules that say which requests meet which {@link Fault} and how often. The oldest rule that
 * applies wins; a rule that has run out is forgotten. For example {@code faults.when(isPost).skip(1).times(2)
 * .then(Fault.resetAfter())} breaks the second and the third POST.
 */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();

    /** Starts a rule for requests that match; it is in force from {@link Rule#then} on. */
    public Rule when(Predicate<Request> matches) {
        return new Rule(matches);
    }

    /** Starts a rule for every request. */
    public Rule always() {
        return when(request -> true);
    }

    /** Ends all misbehaviour. */
    public void clear() {
        synchronized (rules) {
            rules.clear();
        }
    }

    /** The simulator as it misbehaves. */
    public Handler around(Handler simulator) {
        return request -> {
            Fault fault = next(request);
            return fault == null ? simulator.handle(request) : fault.answer(request, simulator);
        };
    }

    private Fault next(Request request) {
        synchronized (rules) {
            for (Rule rule : rules) {
                if (rule.matches.test(request) && rule.applies()) {
                    rules.removeIf(Rule::hasRunOut);
                    return rule.fault;
                }
            }
            return null;
        }
    }

    /** When a fault happens and how often; for ever unless {@link #times} is called. */
    public final class Rule {
        private final Predicate<Request> matches;
        private int toSkip;
        private int left = Integer.MAX_VALUE;
        private Fault fault;

        private Rule(Predicate<Request> matches) {
            this.matches = matches;
        }

        /** Lets the first {@code count} matching requests through. */
        public Rule skip(int count) {
            toSkip = count;
            return this;
        }

        /** Ends after {@code count} faults. */
        public Rule times(int count) {
            left = count;
            return this;
        }

        /** Puts the rule in force. */
        public void then(Fault what) {
            fault = what;
            synchronized (rules) {
                rules.add(this);
            }
        }

        private boolean applies() {
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            if (left != Integer.MAX_VALUE) {
                left--;
            }
            return true;
        }

        private boolean hasRunOut() {
            return left == 0;
        }
    }
}
