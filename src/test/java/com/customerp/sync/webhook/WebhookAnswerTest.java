package com.customerp.sync.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Problem;
import com.customerp.sync.mapping.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "created, 200",
        "linked, 200",
        "patched, 200",
        "unchanged, 200",
        "archived, 200",
        "closed, 200",
        "excluded, 200",
        "retry, 202",
        "waiting, 202"
    })
    void a_result_is_answered_as_functions_md_says(String result, int status) throws Exception {
        ObjectNode answer = WebhookAnswer.of(Entity.CUSTOMER, "C-1001", result, null);
        assertEquals(
                json("{'statusCode':%d,'headers':{'content-type':'application/json'},'isBase64Encoded':false}", status),
                withoutBody(answer));
        assertEquals(json("{'entity':'customer','id':'C-1001','result':'%s'}", result), body(answer));
    }

    @Test
    void a_parked_record_carries_reason_and_field() throws Exception {
        Problem problem = Problem.of(Reason.OUT_OF_SERIES, "customerNumber", "The number lies in no series");
        ObjectNode answer = WebhookAnswer.of(Entity.CUSTOMER, "C-1001", "parked", problem);
        assertEquals(202, answer.path("statusCode").asInt());
        assertEquals(
                json("{'entity':'customer','id':'C-1001','result':'parked','reason':'out_of_series',"
                        + "'field':'customerNumber'}"),
                body(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "401, Unauthorized",
        "404, Not Found",
        "405, Method Not Allowed",
        "413, Content Too Large"
    })
    void a_refusal_is_a_problem_of_type_title_and_status_only(int status, String title) throws Exception {
        ObjectNode answer = WebhookAnswer.of(new WebhookOutcome.Refused(status));
        assertEquals(status, answer.path("statusCode").asInt());
        assertEquals(
                "application/problem+json", answer.at("/headers/content-type").asText());
        assertEquals(json("{'type':'about:blank','title':'%s','status':%d}", title, status), body(answer));
    }

    @ParameterizedTest
    @CsvSource({"400, ''", "401, ''", "404, ''", "405, POST", "413, ''"})
    void only_405_names_the_allowed_method(int status, String allow) {
        ObjectNode answer = WebhookAnswer.of(new WebhookOutcome.Refused(status));
        assertEquals(allow, answer.at("/headers/allow").asText());
    }

    @ParameterizedTest
    @CsvSource({"PT30S, 30", "PT0S, 1", "PT0.5S, 1"})
    void when_nothing_could_be_noted_the_answer_says_when_to_come_again(Duration wait, String seconds)
            throws Exception {
        ObjectNode answer = WebhookAnswer.unavailable(wait);
        assertEquals(503, answer.path("statusCode").asInt());
        assertEquals(
                "application/problem+json", answer.at("/headers/content-type").asText());
        assertEquals(seconds, answer.at("/headers/retry-after").asText());
        assertEquals(json("{'type':'about:blank','title':'Service Unavailable','status':503}"), body(answer));
    }

    private static JsonNode json(String text, Object... values) throws Exception {
        return JSON.readTree(String.format(text.replace('\'', '"'), values));
    }

    private static JsonNode body(ObjectNode answer) throws Exception {
        return JSON.readTree(answer.path("body").asText());
    }

    private static ObjectNode withoutBody(ObjectNode answer) {
        return answer.deepCopy().without("body");
    }
}
