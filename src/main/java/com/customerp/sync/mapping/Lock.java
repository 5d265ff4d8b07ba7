package com.customerp.sync.mapping;

import java.util.Set;

/**
 * A status under which PowerOffice lets nothing else of a record change: it is unlocked, changed and locked again
 * (mapping.md 8.4, 8.7).
 *
 * @param field CustomERP's field of the status, an enum
 * @param locked CustomERP's word for the status that locks
 * @param open CustomERP's word for the status that unlocks
 * @param last CustomERP's word for the status that ends the record for good, which PowerOffice's field cannot hold
 */
public record Lock(String field, String locked, String open, String last) {
    public Lock {
        if (Set.of(locked, open, last).size() != 3) {
            throw new IllegalArgumentException("a lock needs three different words");
        }
    }
}
