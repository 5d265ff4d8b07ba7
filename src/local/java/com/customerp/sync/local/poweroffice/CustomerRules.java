package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Rules of customers: poweroffice-go-v2.md 7. */
final class CustomerRules implements Rules {
    static final String DELIVERY = "InvoiceDeliveryType";
    private static final Set<String> OF_THE_PAYER = Set.of("AvtaleGiro", "Efaktura");
    private static final int MAX_COPIES = 10;

    @Override
    public void apply(Write write) {
        new ContactRules(Numbers.typeOf(Resource.CUSTOMERS)).apply(write);
        checkNames(write);
        checkContactPersons(write);
        checkDelivery(write);
        if (write.touches(Numbers.NUMBER)
                && isEfaktura(write)
                && !write.value(Numbers.NUMBER).equals(write.was(Numbers.NUMBER))) {
            write.refuse("Number cannot be changed for a customer with eFaktura.");
        }
        if (write.touches("InvoiceEmailAddressCC")
                && write.value("InvoiceEmailAddressCC").asText().split(";").length > MAX_COPIES) {
            write.refuse("InvoiceEmailAddressCC takes at most " + MAX_COPIES + " addresses.");
        }
    }

    private static void checkNames(Write write) {
        if (!write.touches("IsPerson", "Name", "FirstName", "LastName")) {
            return;
        }
        if (write.value("IsPerson").asBoolean()) {
            if (write.isBlank("FirstName") || write.isBlank("LastName")) {
                write.refuse("FirstName and LastName are required when IsPerson is true.");
            }
        } else if (write.isBlank("Name")) {
            write.refuse("Name is required when IsPerson is false.");
        }
    }

    /** Only companies have contact persons, so one that has some stays a company. */
    private static void checkContactPersons(Write write) {
        boolean becomesPerson =
                write.touches("IsPerson") && write.value("IsPerson").asBoolean();
        if (becomesPerson
                && !write.isCreate()
                && !ContactPersonRules.of(write.tenant(), write.value("Id")).isEmpty()) {
            write.refuse("IsPerson cannot be set while there are contact persons.");
        }
    }

    private static void checkDelivery(Write write) {
        boolean noAddress = write.isBlank("EmailAddress") && write.isBlank("InvoiceEmailAddress");
        if (write.isCreate() && write.isBlank(DELIVERY)) {
            chooseDelivery(write.after());
        }
        String type = write.value(DELIVERY).asText();
        if (write.touches(DELIVERY)) {
            checkChoice(write, type);
        }
        if (type.equals("PdfByEmail") && noAddress && write.touches(DELIVERY, "EmailAddress", "InvoiceEmailAddress")) {
            write.refuse("InvoiceDeliveryType PdfByEmail requires EmailAddress or InvoiceEmailAddress.");
        }
        if (type.equals("EHF") && write.touches(DELIVERY, "OrganizationNumber")) {
            checkEhf(write);
        }
    }

    /** What is chosen when nothing is sent: by e-mail if there is an address. */
    static void chooseDelivery(ObjectNode row) {
        boolean noAddress = Write.isBlank(row.path("EmailAddress")) && Write.isBlank(row.path("InvoiceEmailAddress"));
        row.put(DELIVERY, noAddress ? "Print" : "PdfByEmail");
    }

    private static void checkChoice(Write write, String type) {
        if (OF_THE_PAYER.contains(type)
                || OF_THE_PAYER.contains(write.was(DELIVERY).asText())) {
            write.refuse("InvoiceDeliveryType AvtaleGiro and Efaktura are set by the payer and cannot be changed.");
        }
        boolean needsIntegration = type.equals("External") || type.equals("Factoring");
        if (needsIntegration && !write.tenant().deliveryIntegrations.contains(type)) {
            write.refuse("InvoiceDeliveryType " + type + " requires an integration that the client does not have.");
        }
    }

    private static void checkEhf(Write write) {
        String digits = write.value("OrganizationNumber").asText().replaceAll("\\D", "");
        if (write.isBlank("OrganizationNumber")) {
            write.refuse("InvoiceDeliveryType EHF requires OrganizationNumber.");
        } else if (write.tenant().notInElma.contains(digits)) {
            write.refuse("InvoiceDeliveryType EHF requires an OrganizationNumber that is registered in ELMA.");
        }
    }

    private static boolean isEfaktura(Write write) {
        return write.was(DELIVERY).asText().equals("Efaktura");
    }
}
