package com.customerp.sync.sync;

import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Refusal;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says why a write was refused: which field, under which reason (mapping.md 1.9 and the tables of the pairs). */
final class Refusals {
    private final Mapping mapping;

    Refusals(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The problem under which the record is parked. */
    Problem explain(RemoteException refusal, Effect effect) {
        if (effect instanceof Effect.Relock) {
            return problem(Reason.LOCKED, mapping.lock().field(), refusal);
        }
        return refusal.side() == Side.CUSTOMERP ? inCustomerp(refusal) : powerOffice(refusal, effect.carried());
    }

    /**
     * Fields of a refused patch that may be what PowerOffice does not take, by name: they are held and the rest is tried
     * without them. Only what would be cleared, or be part of an object that is not there yet (mapping.md 2).
     */
    Map<String, Problem> held(RemoteException refusal, Effect.Patch patch, RemoteRecord target) {
        Map<String, Problem> held = new LinkedHashMap<>();
        for (Carry carry : patch.carried()) {
            boolean clears = carry.value().isNull();
            boolean adds = !target.body()
                    .at(carry.field().pointer(patch.side()).head())
                    .isObject();
            if (patch.side() == Side.POWEROFFICE && carry.field().is(Trait.HELD_WHEN_REFUSED) && (clears || adds)) {
                held.put(
                        carry.field().name(),
                        problem(Reason.REFUSED, carry.field().name(), refusal));
            }
        }
        return held;
    }

    /** The problem when it was CustomERP that refused. */
    static Problem inCustomerp(RemoteException refusal) {
        String field = refusal.field() == null
                ? ""
                : refusal.field().replaceFirst("^/", "").replace('/', '.');
        boolean taken = refusal.holder() != null;
        return new Problem(
                taken ? Reason.TAKEN : Reason.REFUSED,
                field,
                taken ? "another CustomERP record has this value" : "CustomERP refused the value",
                refusal.detail(),
                taken ? List.of(refusal.holder()) : List.of());
    }

    private Problem powerOffice(RemoteException refusal, List<Carry> sent) {
        for (Refusal known : mapping.refusals()) {
            boolean wasSent =
                    sent.stream().anyMatch(carry -> carry.field().name().equals(known.field()));
            if (wasSent && known.words().matcher(refusal.detail()).find()) {
                return new Problem(known.reason(), known.field(), known.sentence(), refusal.detail(), List.of());
            }
        }
        return problem(Reason.REFUSED, blamed(refusal.detail(), sent), refusal);
    }

    private static Problem problem(Reason reason, String field, RemoteException refusal) {
        return new Problem(reason, field, "PowerOffice refused the write", refusal.detail(), List.of());
    }

    /** The field whose PowerOffice name stands in the text, or the only one that was sent. */
    private static String blamed(String detail, List<Carry> sent) {
        String words = detail.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return sent.stream()
                .map(Carry::field)
                .filter(field -> {
                    String path = field.powerOfficePath();
                    return words.contains(
                            path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
                })
                .map(field -> field.name())
                .findFirst()
                .orElse(sent.size() == 1 ? sent.get(0).field().name() : "");
    }
}
