package com.customerp.sync.poweroffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.http.Json;
import com.customerp.sync.sync.Change;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonPatchTest {

    private static final List<Change> CHANGES = List.of(
            change("/Name", "\"A\""),
            change("/MailAddress/City", "\"Bergen\""),
            change("/MailAddress/AddressLine2", "null"),
            change("/MailAddress/ZipCode", "\"0155\""),
            change("/Number", "10042"),
            change("/Allowance", "null"),
            change("/IsVatFree", "false"));

    @Test
    void everyChangeIsAReplaceInOrderWithItsJsonType() {
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"A\"},"
                        + "{\"op\":\"replace\",\"path\":\"/MailAddress/City\",\"value\":\"Bergen\"},"
                        + "{\"op\":\"replace\",\"path\":\"/MailAddress/AddressLine2\",\"value\":null},"
                        + "{\"op\":\"replace\",\"path\":\"/MailAddress/ZipCode\",\"value\":\"0155\"},"
                        + "{\"op\":\"replace\",\"path\":\"/Number\",\"value\":10042},"
                        + "{\"op\":\"replace\",\"path\":\"/Allowance\",\"value\":null},"
                        + "{\"op\":\"replace\",\"path\":\"/IsVatFree\",\"value\":false}]",
                Json.write(JsonPatch.replacing(CHANGES)));
    }

    @Test
    void aMissingAddressIsAddedOnceWithWhatHasAValue() {
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"A\"},"
                        + "{\"op\":\"add\",\"path\":\"/MailAddress\",\"value\":{\"City\":\"Bergen\",\"ZipCode\":\"0155\"}},"
                        + "{\"op\":\"replace\",\"path\":\"/Number\",\"value\":10042},"
                        + "{\"op\":\"replace\",\"path\":\"/Allowance\",\"value\":null},"
                        + "{\"op\":\"replace\",\"path\":\"/IsVatFree\",\"value\":false}]",
                Json.write(JsonPatch.addingMailAddress(CHANGES).orElseThrow()));
    }

    @Test
    void thereIsNoAddressToAddWithoutAValue() {
        assertEquals(
                Optional.empty(),
                JsonPatch.addingMailAddress(List.of(change("/Name", "\"A\""), change("/MailAddress/City", "null"))));
    }

    private static Change change(String path, String json) {
        return new Change(JsonPointer.compile(path), Json.read(json).orElseThrow());
    }
}
