package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.Json;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import com.customerp.sync.sync.RemoteRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @Test
    void noContentIsAnEmptyList() {
        assertEquals(List.of(), Rows.list(new Answer(204, Map.of(), "")));
        assertEquals(List.of(), Rows.list(new Answer(200, Map.of(), "[]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "{\"items\":[]}",
                "[{\"Id\":1},",
                "[{\"Name\":\"A\"}]",
                "[7]",
                "[{\"Id\":null}]",
                "<html></html>",
                "null"
            })
    void anythingElseThanRowsIsNoList(String body) {
        RemoteException failure = assertThrows(RemoteException.class, () -> Rows.list(new Answer(200, Map.of(), body)));
        assertEquals(Kind.TRANSIENT, failure.kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'Id':1,'LastChangedDateTimeOffset':'2026-03-02T10:10:00.1234567+01:00'} | 2026-03-02T09:10:00.123456700Z",
                "{'Id':1,'LastChangedDateTimeOffset':'2026-03-02T09:10:00Z'}              | 2026-03-02T09:10:00.000000000Z",
                "{'Id':1,'LastChangedDateTimeOffset':'2026-03-02T09:10:00Z','MailAddress':{'LastChangedDateTimeOffset':'2026-03-03T00:00:00+00:00'}} | 2026-03-02T09:10:00.000000000Z 2026-03-03T00:00:00.000000000Z",
                "{'Id':1,'LastChangedDateTimeOffset':'2026-03-02T09:10:00Z','MailAddress':null} | 2026-03-02T09:10:00.000000000Z",
                "{'Id':1,'LastChangedDateTimeOffset':'yesterday'}                         | -",
                "{'Id':1}                                                                 | -",
            })
    void theVersionIsTheChangeTimesAsInstants(String body, String version) {
        assertEquals(version, row(body).version());
    }

    @Test
    void camelCaseIsReadLikePascalCase() {
        RemoteRecord row =
                row("{'id':7,'name':'A','mailAddress':{'city':'Bergen'},'lines':[{'sortOrder':1}],'Iban':1,'iban':2}");
        assertEquals("7", row.id());
        assertEquals(
                Json.read(
                                "{\"Id\":7,\"Name\":\"A\",\"MailAddress\":{\"City\":\"Bergen\"},\"Lines\":[{\"SortOrder\":1}],\"Iban\":1}")
                        .orElseThrow(),
                row.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                             | true  | true",
                "-                                             | false | false",
                "{'totalPages':3}                              | false | true",
                "{'TotalPages':'2'}                            | true  | false",
                "{'nextPageLink':'https://poweroffice.test/x'} | false | true",
                "{'NextPageLink':null}                         | true  | false",
                "{'nextPageLink':''}                           | true  | false",
                "{'somethingElse':1}                           | true  | true",
                "nonsense                                      | true  | true",
                "[1]                                           | false | false",
            })
    void afterPageTwoAnotherOneFollowsAsTheHeaderSaysElseAfterAFullOne(String header, boolean full, boolean more) {
        Map<String, String> headers = header == null ? Map.of() : Map.of("x-pagination", header.replace('\'', '"'));
        assertEquals(more, Rows.more(new Answer(200, headers, "[]"), 2, full));
    }

    @Test
    void aDecimalKeepsItsDigits() {
        assertEquals(
                "0.30000000000000004",
                row("{'Id':1,'A':0.30000000000000004}").body().path("A").asText());
        assertTrue(row("{'Id':9007199254740993}").id().endsWith("993"));
    }

    private static RemoteRecord row(String body) {
        return Rows.single(new Answer(200, Map.of(), body.replace('\'', '"'))).orElseThrow();
    }
}
