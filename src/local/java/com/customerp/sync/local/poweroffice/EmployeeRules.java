package com.customerp.sync.local.poweroffice;

import java.util.stream.Stream;

/** Rules of employees: poweroffice-go-v2.md 7 and 13.3. */
final class EmployeeRules implements Rules {
    private static final String REPORT = "InternationalIdReportToAltinn";
    private static final String[] FOREIGN_ID = {
        "InternationalIdType", "InternationalIdNumber", "InternationalIdCountryCode"
    };

    @Override
    public void apply(Write write) {
        new ContactRules(Numbers.typeOf(Resource.EMPLOYEES)).apply(write);
        boolean incomplete = Stream.of(FOREIGN_ID).anyMatch(write::isBlank);
        if (write.value(REPORT).asBoolean() && incomplete && (write.touches(REPORT) || write.touches(FOREIGN_ID))) {
            write.refuse(REPORT + " requires " + String.join(", ", FOREIGN_ID) + ".");
        }
    }
}
