package com.customerp.sync.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'entity':'customer','customerpId':'C-1','powerofficeId':'205','cause':'webhook','result':'patched',"
                        + "'fields':['name','phone'],'requests':2,'ms':84}"
                        + "| customer C-1 = 205 patched: name, phone (webhook, 2 requests, 84 ms)",
                "{'entity':'customer','customerpId':'C-1','powerofficeId':null,'cause':'changes','result':'parked',"
                        + "'reason':'missing','field':'email','requests':0,'ms':3}"
                        + "| customer C-1 parked as missing email (changes, 0 requests, 3 ms)"
            })
    void a_record_is_shown_in_one_sentence(String json, String readable) {
        String line = "2026-03-02 09:15:31,000 INFO  [sync.record] (main) " + json.replace('\'', '"');
        assertEquals(readable, RecordLine.parse(line).orElseThrow().readable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "started in 1 s", "{", "{}", "got {\"entity\":\"customer\"}", "7"})
    void any_other_line_is_no_record(String line) {
        assertEquals(Optional.empty(), RecordLine.parse(line));
    }
}
