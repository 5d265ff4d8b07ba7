package com.customerp.sync.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.customerp.sync.sync.Cause;
import com.customerp.sync.sync.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record is one line of the log, whatever its ids, its members' names and the webhook's id hold. */
class RecordLogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C-1\r\n{\"entity\":\"customer\",\"result\":\"created\"}",
                "C-1\u001b[2J\u001b[31m",
                "C-1\u2028x\u2029y\u0085z",
                "C-1\u009b2J\u0007\u0000\u007f",
                "C-1\u202e\"}",
                "C-1\ud83d"
            })
    void aTextFromOutsideStaysInItsLine(String hostile) {
        String line = line(hostile).toString();
        assertTrue(
                line.codePoints().noneMatch(RecordLogTest::leavesTheLine),
                () -> "a character leaves its line: " + line);
    }

    @Test
    void aTextFromOutsideFillsNoLog() {
        assertTrue(line("x".repeat(100_000)).toString().length() < 2_000);
    }

    @Test
    void anOrdinaryRecordIsShownAsItIs() {
        assertEquals(
                "{\"entity\":\"customer\",\"customerpId\":\"C-1\",\"powerofficeId\":\"C-1\",\"cause\":\"webhook\","
                        + "\"result\":\"parked\",\"reason\":\"taken\",\"field\":\"C-1\",\"error\":\"none\","
                        + "\"fields\":[\"C-1\"],\"requests\":2,\"ms\":84,\"correlationId\":\"C-1\"}",
                line("C-1").toString());
    }

    private static boolean leavesTheLine(int character) {
        return Character.isISOControl(character)
                || switch (Character.getType(character)) {
                    case Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.FORMAT,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }

    /** Every text of a line that comes from outside. */
    private static ObjectNode line(String text) {
        Outcome outcome = new Outcome(
                Outcome.Result.PARKED,
                text,
                List.of(text),
                Set.of(),
                0,
                Problem.of(Reason.TAKEN, text, "a sentence"),
                new Outcome.Fault("none", true));
        return RecordLog.line(
                Entity.CUSTOMER, text, new Cause("webhook", text, true), outcome, 2, Duration.ofMillis(84));
    }
}
