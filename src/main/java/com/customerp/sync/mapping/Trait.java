package com.customerp.sync.mapping;

/** What is special about carrying a field, beside its value rule. */
public enum Trait {
    /** Null is refused: the record is parked as {@code missing}. */
    REQUIRED,
    /** Null from CustomERP is not carried: PowerOffice's value is put back. */
    NEVER_CLEARED,
    /** Goes in a PATCH of its own, so that its refusal does not stop other fields (mapping.md 1.4). */
    OWN_PATCH,
    /** Not part of a create body. */
    UPDATE_ONLY,
    /** Set by create only: whoever changes it later, the record is parked as {@code not_allowed} (mapping.md 4.3). */
    FIXED,
    /** PowerOffice may refuse to add or to clear it: the field is held then and the rest is carried (mapping.md 2). */
    HELD_WHEN_REFUSED,
    /** A reference without which the record waits; others are held (mapping.md 1.7). */
    WAITED_FOR,
    /** True takes it from the other records of the same owner, on both sides (mapping.md 4.1 isPrimary). */
    EXCLUSIVE
}
