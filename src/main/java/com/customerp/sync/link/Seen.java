package com.customerp.sync.link;

import org.jspecify.annotations.Nullable;

/**
 * The version of one side's record that the last finished decision looked at.
 *
 * @param digest fingerprint of all mapped values
 * @param version change time as the system shows it (CustomERP: {@code updatedAt}; PowerOffice: the change times of the
 *     record and of its address); orders two readings of one record, so that a late reading is known as such
 */
public record Seen(String digest, @Nullable String version) {}
