package com.customerp.sync.mapping;

/**
 * {@code text n} (mapping.md 1.3). The bound is checked in both directions: a longer text of CustomERP breaks its
 * contract, and PowerOffice declares the same limits where it declares any.
 *
 * @param max n, in Unicode code points
 */
record TextRule(int max) implements TextBased {

    @Override
    public String form(String trimmed) {
        return Texts.normal(trimmed);
    }

    @Override
    public String carry(Side target, String trimmed) {
        Texts.atMost(max, trimmed);
        return trimmed;
    }
}
