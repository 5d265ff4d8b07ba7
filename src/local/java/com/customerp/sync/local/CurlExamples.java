package com.customerp.sync.local;

import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import java.net.URI;

/** Commands that edit a customer on either side, ready to be copied. */
final class CurlExamples {
    private CurlExamples() {}

    /** @param powerOfficeId the counterpart of the customer {@code customerpId} */
    static String of(URI customerp, URI powerOffice, URI token, String customerpId, String powerOfficeId) {
        return customerp(customerp, customerpId) + "\n" + powerOffice(powerOffice, token, powerOfficeId);
    }

    private static String customerp(URI api, String id) {
        return """
                Edit in CustomERP (arrives by webhook):
                  curl -sS -w '\\n' -X PATCH %s/customers/%s -H 'Authorization: Bearer %s' \\
                    -H 'Content-Type: application/merge-patch+json' -d '{"phone":"+47 22 00 99 99"}'
                """.formatted(api, id, LocalConfiguration.CUSTOMERP_TOKEN);
    }

    private static String powerOffice(URI api, URI token, String id) {
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        return """
                Edit in PowerOffice (arrives with the next sweep):
                  KEY='Ocp-Apim-Subscription-Key: %s'
                  TOKEN=$(curl -sS -u %s:%s -H "$KEY" -d grant_type=client_credentials %s \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -sS -w '\\n' -X PATCH %s/Customers/%s -H "Authorization: Bearer $TOKEN" -H "$KEY" \\
                    -H 'Content-Type: application/json-patch+json' \\
                    -d '[{"op":"replace","path":"/EmailAddress","value":"ny@eksempel.example"}]'
                """.formatted(keys.subscriptionKey(), keys.applicationKey(), keys.clientKey(), token, api, id);
    }
}
