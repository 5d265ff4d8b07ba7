package com.customerp.sync.history;

import com.customerp.sync.local.customerp.CustomerpSimulator;
import com.customerp.sync.local.customerp.Normalisation;
import com.customerp.sync.local.poweroffice.PowerOfficeSimulator;
import com.customerp.sync.local.poweroffice.Quirk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What servers make of values by themselves (mapping.md 10); any combination can be on. */
final class Habits {
    private static final List<Quirk> POWER_OFFICE = List.of(
            Quirk.TRIMS,
            Quirk.EMPTY_BECOMES_NULL,
            Quirk.COLLAPSES_BLANKS,
            Quirk.PHONE_WITHOUT_BLANKS,
            Quirk.EMAIL_LOWER_CASE,
            Quirk.WEBSITE_WITH_SLASH,
            Quirk.DECIMALS_WITH_POINT,
            Quirk.LINES_MOVE_ORDER_TIME,
            Quirk.PROJECT_PATCH_WITHOUT_BODY,
            Quirk.ADDRESS_ONLY_BY_ADD);
    private static final List<Normalisation> CUSTOMERP =
            List.of(Normalisation.UPPER_CASE_EMAIL, Normalisation.PHONE_WITHOUT_BLANKS);

    private Habits() {}

    /** How many combinations there are. */
    static int combinations() {
        return 1 << (POWER_OFFICE.size() + CUSTOMERP.size());
    }

    /** Switches habits on, one for each bit. */
    static BiConsumer<CustomerpSimulator, PowerOfficeSimulator> of(int bits) {
        List<Quirk> quirks = chosen(POWER_OFFICE, bits >> CUSTOMERP.size());
        List<Normalisation> normalisations = chosen(CUSTOMERP, bits);
        return (customerp, powerOffice) -> {
            customerp.normalise(normalisations.toArray(Normalisation[]::new));
            powerOffice.change(options -> options.with(quirks.toArray(Quirk[]::new)));
        };
    }

    private static <T> List<T> chosen(List<T> all, int bits) {
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) == 1) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }
}
