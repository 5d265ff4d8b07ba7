package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.http.Answer;
import com.customerp.sync.http.CallKind;
import com.customerp.sync.sync.RemoteException;
import com.customerp.sync.sync.RemoteException.Kind;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerOfficeErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "External import reference customerp:C-1001 is already used by contact with id 20550001. | ExternalImportReference | 20550001",
                "ExternalImportReference 'customerp:C-1001' is already in use by contact 20550001        | ExternalImportReference | 20550001",
                "The ExternalImportReference must be unique (ContactId: 20550001)                        | ExternalImportReference | 20550001",
                "Contact with Id=20550001 already has ExternalImportReference customerp:C-1001           | ExternalImportReference | 20550001",
                "Number 10042 is invalid. ExternalImportReference x is already used by id 7              | ExternalImportReference | 7",
                "ExternalImportReference customerp:C-1001 is not unique                                  | ExternalImportReference | -",
                "ExternalImportReference customerp:1001 is not unique                                    | ExternalImportReference | -",
                "External code customerp:P-1 is already used by id 5                                     | ExternalCode            | 5",
                "Number 10042 is already used by another customer                                        | Number                  | -",
                "CustomerNo 10042 already in use by contact id 20550009                                  | Number                  | 20550009",
                "Code BEAM-6M is already in use                                                          | Code                    | -",
                "ExternalImportReference is too long                                                     | -                       | -",
                "Number 99 lies outside every series                                                     | -                       | -",
                "EmailAddress is not an e-mail address                                                   | -                       | -",
            })
    void aUsedValueIsNamedWithTheRecordThatHoldsIt(String detail, String field, String holder) {
        String body = "{\"title\":\"Customer validation error(s)\",\"detail\":\"" + detail + "\",\"status\":400}";
        RemoteException failure = PowerOfficeErrors.of(new Answer(400, Map.of(), body), CallKind.ONCE);
        assertEquals(Kind.INVALID, failure.kind());
        assertEquals(field, failure.field());
        assertEquals(holder, failure.holder());
        assertEquals("Customer validation error(s): " + detail, failure.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | The target location specified by path segment 'MailAddress' was not found. | true",
                "400 | Target Location /MailAddress/City NOT FOUND                                | true",
                "400 | City was not found                                                        | false",
                "404 | The target location was not found                                         | false",
            })
    void aPathThatLeadsToNothingIsKnownByItsText(int status, String detail, boolean missing) {
        String body = "{\"Detail\":\"" + detail + "\"}";
        assertEquals(
                missing,
                PowerOfficeErrors.missingTarget(
                        PowerOfficeErrors.of(new Answer(status, Map.of(), body), CallKind.REPEATABLE)));
    }
}
