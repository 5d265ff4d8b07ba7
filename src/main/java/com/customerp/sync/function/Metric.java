package com.customerp.sync.function;

/**
 * What the functions measure, under the names that {@code infra/observability.yaml} shows and watches. Of what an
 * invocation did, only counts above zero are sent: CloudWatch charges a metric by the hour in which it is sent.
 */
enum Metric {
    CREATED("Created", "Count"),
    MATCHED("Matched", "Count"),
    PATCHED_CUSTOMERP("PatchedCustomerp", "Count"),
    PATCHED_POWEROFFICE("PatchedPoweroffice", "Count"),
    ARCHIVED("Archived", "Count"),
    CONFLICTS("Conflicts", "Count"),
    WAITING("Waiting", "Count"),
    PARKED("Parked", "Count"),
    RETRY("Retry", "Count"),
    REQUESTS_CUSTOMERP("RequestsCustomerp", "Count"),
    REQUESTS_POWEROFFICE("RequestsPoweroffice", "Count"),
    /** Requests that were refused for their rate (429). */
    THROTTLED_CUSTOMERP("ThrottledCustomerp", "Count"),
    THROTTLED_POWEROFFICE("ThrottledPoweroffice", "Count"),
    /** Sweeps that left work to the next one. */
    INCOMPLETE("Incomplete", "Count"),
    /** Since when changes in CustomERP may be unknown. Both lags grow alike while one system keeps a sweep from its end. */
    LAG_CUSTOMERP("LagSecondsCustomerp", "Seconds"),
    LAG_POWEROFFICE("LagSecondsPoweroffice", "Seconds"),
    /** Records that stand so now, counted by {@code status} of {@code ops}, zero included. */
    WAITING_RECORDS("WaitingRecords", "Count"),
    PARKED_RECORDS("ParkedRecords", "Count"),
    RETRY_RECORDS("RetryRecords", "Count"),
    OLDEST_OPEN("OldestOpenSeconds", "Seconds");

    private final String key;
    private final String unit;

    Metric(String key, String unit) {
        this.key = key;
        this.unit = unit;
    }

    /** Its name in CloudWatch. */
    String key() {
        return key;
    }

    /** Its unit, as CloudWatch spells it. */
    String unit() {
        return unit;
    }
}
