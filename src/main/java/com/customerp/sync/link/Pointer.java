package com.customerp.sync.link;

import org.jspecify.annotations.Nullable;

/**
 * The item that leads from PowerOffice's key to the link.
 *
 * @param powerOfficeId PowerOffice's key
 * @param customerpId the linked CustomERP id
 * @param seen {@link Link#powerOfficeSeen()}, so that an unchanged row needs no second read; null before the first one
 */
public record Pointer(
        String powerOfficeId, String customerpId, @Nullable Seen seen) {}
