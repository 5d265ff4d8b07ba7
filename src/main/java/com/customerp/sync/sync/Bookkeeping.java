package com.customerp.sync.sync;

import com.customerp.sync.link.Bases;
import com.customerp.sync.link.Seen;
import com.customerp.sync.mapping.Field;
import com.customerp.sync.mapping.Fingerprints;
import com.customerp.sync.mapping.LineTable;
import com.customerp.sync.mapping.Mapping;
import com.customerp.sync.mapping.MatchKey;
import com.customerp.sync.mapping.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the records of one pair into what is kept of them: fingerprints, never values (design.md 2). */
public final class Bookkeeping {
    private final Mapping mapping;
    private final Fingerprints fingerprints;

    public Bookkeeping(Mapping mapping, Fingerprints fingerprints) {
        this.mapping = mapping;
        this.fingerprints = fingerprints;
    }

    /** What a side holds in one field. */
    public String base(Side side, Field field, JsonNode value) {
        return fingerprints.of(mapping.entity(), field.name(), field.rule().canonical(side, value));
    }

    /** What both sides hold in one field. */
    Bases bases(Field field, JsonNode customerp, JsonNode powerOffice) {
        return new Bases(base(Side.CUSTOMERP, field, customerp), base(Side.POWEROFFICE, field, powerOffice));
    }

    /** The base of a side that has not been compared: no value equals it, so what the side holds counts as changed. */
    static String never() {
        return "";
    }

    /**
     * One reading of a record: a fingerprint over all mapped fields, a dot and another one over its lines where it shows
     * them, and its change time.
     */
    public Seen seen(Side side, RemoteRecord record) {
        String digest = fingerprints.of(mapping.entity(), "record:" + side.key(), all(side, mapping, record.body()));
        LineTable table = mapping.lines();
        if (table != null && table.read(side, record.body()).isArray()) {
            StringBuilder lines = new StringBuilder();
            Lines.inOrder(table, side, record.body())
                    .forEach(line -> lines.append(line.id()).append('\n').append(all(side, table.line(), line.body())));
            digest += "." + fingerprints.of(mapping.entity(), "lines:" + side.key(), lines.toString());
        }
        return new Seen(digest, record.version());
    }

    private String all(Side side, Mapping table, JsonNode body) {
        StringBuilder all = new StringBuilder();
        for (Field field : table.fields()) {
            all.append(field.name())
                    .append('=')
                    .append(base(side, field, field.read(side, body)))
                    .append('\n');
        }
        return all.toString();
    }

    /** The record's match keys: key name to fingerprint. Keys without a value are absent. */
    public Map<String, String> keys(Side side, JsonNode body) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (MatchKey key : mapping.keys()) {
            key.of(side, body).ifPresent(value -> keys.put(key.name(), keyFingerprint(key, value)));
        }
        return keys;
    }

    /** The fingerprint under which the match index knows a key's value. */
    String keyFingerprint(MatchKey key, String value) {
        return fingerprints.of(mapping.entity(), "key:" + key.name(), value);
    }
}
