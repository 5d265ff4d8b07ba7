package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * Rules of customers and employees alike: numbers and archiving.
 *
 * @param seriesType the type of series their numbers come from
 */
record ContactRules(String seriesType) implements Rules {

    @Override
    public void apply(Write write) {
        if (write.touches(Numbers.NUMBER)) {
            number(write);
        }
        boolean archives =
                write.touches("IsArchived") && write.value("IsArchived").asBoolean();
        if (archives && write.tenant().withBalance.contains(write.value("Id").asText())) {
            write.refuse("IsArchived cannot be set while the contact has a ledger balance.");
        }
    }

    private void number(Write write) {
        Numbers numbers = write.tenant().numbers();
        JsonNode number = write.value(Numbers.NUMBER);
        if (!write.isBlank(Numbers.NUMBER)) {
            if (!numbers.allows(seriesType, number.longValue())) {
                write.refuse("Number is in no number series of type " + seriesType + ".");
            }
        } else if (write.isCreate()) {
            Store records = write.tenant().store(write.resource());
            OptionalLong next = numbers.next(seriesType, write.value(Numbers.SERIES_MEMBER), records);
            next.ifPresentOrElse(
                    free -> write.after().put(Numbers.NUMBER, free),
                    () -> write.refuse("The number series has no number left."));
        } else {
            write.refuse("Number cannot be empty.");
        }
    }
}
