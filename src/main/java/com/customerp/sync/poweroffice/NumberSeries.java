package com.customerp.sync.poweroffice;

/**
 * A range from which PowerOffice lets numbers be chosen (poweroffice-go-v2.md 7).
 *
 * @param fromInclusive lowest number
 * @param toInclusive highest number
 * @param type contact role: {@code Customer}, {@code Employee} or {@code Supplier}
 */
public record NumberSeries(long fromInclusive, long toInclusive, String type) {}
