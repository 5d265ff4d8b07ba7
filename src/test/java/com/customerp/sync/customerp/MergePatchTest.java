package com.customerp.sync.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.http.Json;
import com.customerp.sync.sync.Change;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergePatchTest {

    @Test
    void membersOfAnObjectAreNested() {
        assertEquals(
                "{\"name\":\"A\",\"address\":{\"city\":\"Bergen\",\"line2\":null},\"isArchived\":true,\"discountPercent\":5.25}",
                Json.write(MergePatch.of(List.of(
                        change("/name", "\"A\""),
                        change("/address/city", "\"Bergen\""),
                        change("/address/line2", "null"),
                        change("/isArchived", "true"),
                        change("/discountPercent", "5.25")))));
    }

    private static Change change(String path, String json) {
        return new Change(JsonPointer.compile(path), Json.read(json).orElseThrow());
    }
}
