package com.customerp.sync.poweroffice;

import java.net.URI;

/**
 * Where PowerOffice is and who we are (functions.md).
 *
 * @param url base URL ending in {@code /v2}
 * @param tokenUrl OAuth token URL
 * @param applicationKey user of the token request; never shown
 * @param clientKey password of the token request; never shown
 * @param subscriptionKey goes with every request; never shown
 */
public record PowerOfficeSettings(
        URI url, URI tokenUrl, String applicationKey, String clientKey, String subscriptionKey) {

    @Override
    public String toString() {
        return "PowerOfficeSettings[url=" + url + ", tokenUrl=" + tokenUrl + "]";
    }
}
