package com.customerp.sync.mapping;

/** A condition over the whole merged record, for example a precondition of PowerOffice (mapping.md 3.5). */
@FunctionalInterface
public interface RecordRule {
    void apply(Draft draft);
}
