package com.customerp.sync.sync;

import com.customerp.sync.link.Link;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Invoicing;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.mapping.Side;
import com.customerp.sync.mapping.Slot;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What became of a PowerOffice record that is gone from its collection: an order that was invoiced is an invoice now, with
 * or without its old key (mapping.md 8.6).
 */
final class Successor {
    private final Mapping mapping;
    private final RemoteFacts facts;
    private final PowerOfficeLists lists;

    /** It cannot be told what became of the record: a person has to look. */
    static final class UnclearException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        UnclearException(Problem problem) {
            super(problem.sentence(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    Successor(Engine.Wiring wiring) {
        this.mapping = wiring.mapping();
        this.facts = wiring.engines().facts;
        this.lists = wiring.parts().lists();
    }

    /** Whether records of this pair can have one. */
    boolean exists() {
        return mapping.invoicing() != null;
    }

    /**
     * The successor of a record that is gone.
     *
     * @throws UnclearException when there are several, or when our role does not show them
     */
    Optional<RemoteRecord> of(Link link, RemoteRecord customerp) {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            return lists.invoice(link.powerOfficeId()).or(() -> search(link, customerp));
        } catch (RemoteException refused) {
            if (refused.kind() != RemoteException.Kind.FORBIDDEN) {
                throw refused;
            }
            throw new UnclearException(new Problem(
                    Reason.REFUSED,
                    mapping.lock().field(),
                    "it is gone, and whether it was invoiced cannot be seen: the role for outgoing invoices is missing",
                    refused.detail(),
                    List.of()));
        }
    }

    /** What became of a record of which nobody knows whether it was created, if our key tells (mapping.md 8.3). */
    Optional<RemoteRecord> ofUnclear(Link link, RemoteRecord customerp) {
        return exists() ? bySlot(invoices(customerp), link).stream().findFirst() : Optional.empty();
    }

    private List<RemoteRecord> invoices(RemoteRecord customerp) {
        return customerNumber(customerp).map(lists::invoicesOf).orElse(List.of());
    }

    private List<RemoteRecord> bySlot(List<RemoteRecord> invoices, Link link) {
        return invoices.stream()
                .filter(invoice -> mapping.slot()
                        .read(invoice.body())
                        .filter(Slot.text(link.customerpId())::equals)
                        .isPresent())
                .toList();
    }

    private Optional<RemoteRecord> search(Link link, RemoteRecord customerp) {
        List<RemoteRecord> invoices = invoices(customerp);
        List<RemoteRecord> found = bySlot(invoices, link);
        if (found.isEmpty()) {
            found = invoices.stream()
                    .filter(invoice -> isNumbered(customerp.body(), invoice.body()))
                    .toList();
        }
        if (found.size() > 1) {
            throw new UnclearException(new Problem(
                    Reason.AMBIGUOUS,
                    mapping.lock().field(),
                    "it is gone, and several invoices could be what became of it",
                    null,
                    found.stream().map(RemoteRecord::id).toList()));
        }
        return found.stream().findFirst();
    }

    private Optional<String> customerNumber(RemoteRecord customerp) {
        Field customer = mapping.field(mapping.invoicing().customer());
        return customer.rule()
                .reference()
                .flatMap(entity -> facts.counterpart(
                        entity, customer.read(Side.CUSTOMERP, customerp.body()).asText()))
                .map(body -> body.at(mapping.invoicing().customerNumberPath()).asText(""))
                .filter(number -> !number.isEmpty());
    }

    /** The invoice carries PowerOffice's number of the order, which CustomERP was told. */
    private boolean isNumbered(JsonNode customerp, JsonNode invoice) {
        Invoicing way = mapping.invoicing();
        Field number = mapping.field(way.number());
        String known = number.canonical(Side.CUSTOMERP, customerp);
        return known != null && known.equals(number.rule().canonical(Side.POWEROFFICE, invoice.at(way.invoicePath())));
    }
}
