package com.customerp.sync.local;

import com.customerp.sync.local.poweroffice.PowerOfficeOptions;
import com.customerp.sync.local.poweroffice.Resource;
import com.customerp.sync.mapping.Entity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands that edit a record of each entity on either side, ready to be copied. */
final class CurlExamples {
    private static final Map<Entity, Edits> EDITS = Map.of(
            Entity.EMPLOYEE, new Edits("{\"jobTitle\":\"Fagsjef\"}", "/PhoneNumber", "\"+47 900 00 999\""),
            Entity.CUSTOMER, new Edits("{\"phone\":\"+47 22 00 99 99\"}", "/EmailAddress", "\"ny@eksempel.example\""),
            Entity.CONTACT, new Edits("{\"jobTitle\":\"Styreleder\"}", "/PhoneNumber", "\"+47 900 00 998\""),
            Entity.PRODUCT, new Edits("{\"salesPrice\":199.5}", "/Name", "\"Eksempelskrue ny\""),
            Entity.PROJECT, new Edits("{\"progressPercent\":50}", "/Name", "\"Prøveprosjekt nytt\""),
            Entity.ORDER, new Edits("{\"deliveryDate\":\"2026-04-01\"}", "/PurchaseOrderReference", "\"BEST-NY\""));

    private CurlExamples() {}

    /** One edit in CustomERP, as a merge patch, and one in PowerOffice. */
    private record Edits(String customerp, String path, String value) {}

    /** A linked record: its id in CustomERP, and where PowerOffice has it below its resource. */
    record Example(Entity entity, String customerpId, String powerOfficePath) {}

    /**
     * A line of a linked order.
     *
     * @param mergePatch of the whole order in CustomERP
     * @param powerOfficePath of the line, below the resource of orders
     */
    record LineExample(String customerpId, String mergePatch, String powerOfficePath) {}

    static String of(Addresses addresses, List<Example> examples, List<LineExample> lines) {
        return customerp(addresses)
                + examples.stream()
                        .map(example -> call(
                                "erp",
                                example.entity().collection() + "/" + example.customerpId(),
                                EDITS.get(example.entity()).customerp()))
                        .collect(Collectors.joining())
                + lines.stream()
                        .map(line -> call("erp", "orders/" + line.customerpId(), line.mergePatch()))
                        .collect(Collectors.joining())
                + powerOffice(addresses)
                + examples.stream()
                        .map(example -> {
                            Edits edits = EDITS.get(example.entity());
                            return call(
                                    "po",
                                    Resource.of(example.entity()).path() + "/" + example.powerOfficePath(),
                                    replace(edits.path(), edits.value()));
                        })
                        .collect(Collectors.joining())
                + lines.stream()
                        .map(line -> call(
                                "po",
                                Resource.of(Entity.ORDER).path() + "/" + line.powerOfficePath(),
                                replace("/ProductUnitPrice", "250")))
                        .collect(Collectors.joining());
    }

    private static String customerp(Addresses addresses) {
        return """
                Edit in CustomERP (arrives by webhook):
                  erp() { curl -sS -w '\\n' -X PATCH "%s/$1" -H 'Authorization: Bearer %s' \\
                    -H 'Content-Type: application/merge-patch+json' -d "$2"; }
                """.formatted(addresses.customerp(), LocalConfiguration.CUSTOMERP_TOKEN);
    }

    private static String powerOffice(Addresses addresses) {
        PowerOfficeOptions keys = PowerOfficeOptions.standard();
        return """
                Edit in PowerOffice (arrives with the next sweep; an order's line with the next full one, within a minute):
                  KEY='Ocp-Apim-Subscription-Key: %s'
                  TOKEN=$(curl -sS -u %s:%s -H "$KEY" -d grant_type=client_credentials %s \\
                    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  po() { curl -sS -w '\\n' -X PATCH "%s/$1" -H "Authorization: Bearer $TOKEN" -H "$KEY" \\
                    -H 'Content-Type: application/json-patch+json' -d "$2"; }
                """.formatted(
                        keys.subscriptionKey(),
                        keys.applicationKey(),
                        keys.clientKey(),
                        addresses.token(),
                        addresses.powerOffice());
    }

    private static String call(String function, String path, String body) {
        return "  " + function + " " + path + " '" + body + "'\n";
    }

    private static String replace(String path, String value) {
        return "[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }
}
