package com.customerp.sync.poweroffice;

import com.customerp.sync.http.Answer;
import com.customerp.sync.sync.RemoteRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A range from which PowerOffice lets numbers be chosen (poweroffice-go-v2.md 7).
 *
 * @param fromInclusive lowest number
 * @param toInclusive highest number
 * @param type contact role: {@code Customer}, {@code Employee} or {@code Supplier}
 */
public record NumberSeries(long fromInclusive, long toInclusive, String type) {

    /** The ranges of a list; rows that name none are left out. */
    static List<NumberSeries> listIn(Answer answer) {
        List<NumberSeries> series = new ArrayList<>();
        for (RemoteRecord row : Rows.list(answer)) {
            JsonNode from = row.body().path("FromInclusive");
            JsonNode to = row.body().path("ToInclusive");
            if (from.isIntegralNumber() && to.isIntegralNumber()) {
                String type = row.body().path("SubLedgerNumberSeriesType").asText("");
                series.add(new NumberSeries(from.asLong(), to.asLong(), type));
            }
        }
        return List.copyOf(series);
    }
}
