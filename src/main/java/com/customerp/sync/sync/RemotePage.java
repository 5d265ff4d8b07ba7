package com.customerp.sync.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what to ask for the next page with, or null after the last
 */
public record RemotePage(
        List<RemoteRecord> records, @Nullable String next) {

    public RemotePage {
        records = List.copyOf(records);
    }
}
