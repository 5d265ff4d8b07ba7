package com.customerp.sync.sync;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import java.util.Optional;

/** What the rules of the pairs ask PowerOffice for beside the record itself. */
public interface PowerOfficeLists {

    /**
     * The number series of a role.
     *
     * @return lowest and highest number of each; empty when PowerOffice does not show them
     */
    Optional<List<Range>> numberSeries(Entity role);

    /** PowerOffice's keys of the contact persons of a contact. */
    List<String> contactPersons(String contactId);

    /**
     * The invoice of this id.
     *
     * @throws RemoteException of kind {@code FORBIDDEN} when our role does not show invoices
     */
    Optional<RemoteRecord> invoice(String id);

    /** The invoices of a customer, likewise. */
    List<RemoteRecord> invoicesOf(String customerNumber);

    /** Numbers from {@code from} to {@code to}, both included. */
    record Range(long from, long to) {
        boolean holds(long number) {
            return from <= number && number <= to;
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }
}
