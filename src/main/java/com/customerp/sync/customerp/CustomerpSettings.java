package com.customerp.sync.customerp;

import java.net.URI;

/**
 * Where CustomERP is and who we are (functions.md).
 *
 * @param url base URL without a slash at its end
 * @param token bearer token; never shown
 */
public record CustomerpSettings(URI url, String token) {

    @Override
    public String toString() {
        return "CustomerpSettings[url=" + url + "]";
    }
}
