package com.customerp.sync.local;

import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import java.net.URI;

/** Commands that edit a customer on either side, ready to be copied. */
final class CurlExamples {
    private CurlExamples() {}

    /** @param powerOfficeId the counterpart of the customer {@code customerpId} */
    static String of(URI customerp, URI powerOffice, URI token, String customerpId, String powerOfficeId) {
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        return """
                Edit in CustomERP (arrives by webhook):
                  curl -sS -X PATCH %s/customers/%s -H 'Authorization: Bearer %s' \\
                    -H 'Content-Type: application/merge-patch+json' -d '{"phone":"+47 22 00 99 99"}'

                Edit in PowerOffice (arrives with the next sweep):
                  TOKEN=$(curl -sS -u %s:%s -d grant_type=client_credentials %s \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -sS -X PATCH %s/Customers/%s -H "Authorization: Bearer $TOKEN" \\
                    -H 'Ocp-Apim-Subscription-Key: %s' -H 'Content-Type: application/json-patch+json' \\
                    -d '[{"op":"replace","path":"/EmailAddress","value":"ny@eksempel.example"}]'
                """.formatted(
                        customerp,
                        customerpId,
                        LocalConfiguration.CUSTOMERP_TOKEN,
                        keys.applicationKey(),
                        keys.clientKey(),
                        token,
                        powerOffice,
                        powerOfficeId,
                        keys.subscriptionKey());
    }
}
