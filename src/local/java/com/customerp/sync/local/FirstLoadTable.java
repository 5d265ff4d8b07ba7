package com.customerp.sync.local;

import com.customerp.sync.mapping.Entity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a first load did and where it left every record, one row for each entity. */
final class FirstLoadTable {
    private static final String ROW = "  %-10s %7s %8s %8s %8s %8s %10s %12s %12s %8s%n";

    private FirstLoadTable() {}

    /** @param counts what was done, for each entity of the reports */
    static String of(List<FirstLoadReport> reports, Map<Entity, FirstLoad.Counts> counts) {
        StringBuilder table = new StringBuilder(row("", "", "", "", "", "", "requests", "requests", "writes to", ""));
        table.append(row(
                "",
                "records",
                "created",
                "matched",
                "parked",
                "waiting",
                "CustomERP",
                "PowerOffice",
                "PowerOffice",
                "seconds"));
        for (FirstLoadReport report : reports) {
            FirstLoad.Counts did = counts.get(report.entity());
            table.append(row(
                    report.entity().collection(),
                    report.records(),
                    did.created(),
                    did.matched(),
                    report.count("parked"),
                    report.count("waiting"),
                    did.customerpRequests(),
                    did.powerOfficeRequests(),
                    did.writes(),
                    String.format(Locale.ROOT, "%.1f", did.seconds())));
        }
        reports.forEach(report -> report.standings().forEach((standing, count) -> {
            if (!standing.equals("linked")) {
                table.append(String.format("  %s %s: %d%n", report.entity().collection(), standing, count));
            }
        }));
        return table.toString();
    }

    private static String row(Object... cells) {
        return String.format(ROW, cells);
    }
}
