package com.customerp.sync.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerpErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "409 | {'type':'/problems/unique','field':'customerNumber','conflictingId':'C-0877'}  | CONFLICT  | customerNumber | C-0877",
                "409 | {'type':'/problems/referenced','title':'Record is in use'}                     | CONFLICT  | - | -",
                "409 | {'type':'/problems/request-in-progress'}                                       | TRANSIENT | - | -",
                "409 | {'type':'https://customerp.test/problems/request-in-progress'}                 | TRANSIENT | - | -",
                "400 | {'type':'/problems/cursor-expired'}                                            | TRANSIENT | - | -",
                "400 | {'title':'Malformed'}                                                          | INVALID   | - | -",
                "422 | {'type':'/problems/request-in-progress'}                                       | INVALID   | - | -",
                "422 | {'type':'/problems/validation','errors':[{'pointer':'/name','message':'m'},{'pointer':'/x'}]} | INVALID | /name | -",
                "422 | {'errors':[{'pointer':'/name\\r\\n2026-01-01 INFO all is well'}]}                | INVALID   | - | -",
                "409 | {'type':'/problems/unique','field':'<b>name</b>','conflictingId':'../C-1'}     | CONFLICT  | - | -",
                "422 | {'Type':'/problems/validation','Errors':7}                                     | INVALID   | - | -",
                "412 | {'type':'/problems/stale-etag'}                                                | STALE     | - | -",
                "404 | ''                                                                             | GONE      | - | -",
            })
    void aProblemSaysWhatItMeansAndWhatItIsAbout(int status, String body, Kind kind, String field, String holder) {
        RemoteException failure =
                CustomerpErrors.of(new Answer(status, Map.of(), body.replace('\'', '"')), CallKind.ONCE);
        assertEquals(kind, failure.kind());
        assertEquals(field, failure.field());
        assertEquals(holder, failure.holder());
        assertEquals(status, failure.status());
    }

    @Test
    void aMemberWithANameLongerThanAnyIsLeftOut() {
        String body = "{\"field\":\"" + "a".repeat(101) + "\"}";
        assertNull(CustomerpErrors.of(new Answer(422, Map.of(), body), CallKind.ONCE)
                .field());
    }
}
