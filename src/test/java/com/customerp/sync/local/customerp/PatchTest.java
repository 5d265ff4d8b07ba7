package com.customerp.sync.local.customerp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.customerp.sync.mapping.Entity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest extends OverHttp {
    private static final String PATH = "/customers/C-1";

    @BeforeEach
    void seed() {
        simulator.seed(
                Entity.CUSTOMER,
                "C-1",
                object("{'name':'Fjord Bygg AS','customerNumber':'10042','discountPercent':5,"
                        + "'address':{'line1':'Kaigata 1','city':'Bergen','countryCode':'NO'}}"));
    }

    @Test
    void only_the_members_sent_change_and_null_clears() {
        clock.pass(Duration.ofSeconds(3));
        Answer patched = patch(PATH, json("{'phone':'+47 22 00 00 01','discountPercent':null}"));

        assertStatus(200, patched);
        assertEquals("+47 22 00 00 01", patched.json().path("phone").asText());
        assertTrue(patched.json().path("discountPercent").isNull());
        assertEquals("Fjord Bygg AS", patched.json().path("name").asText());
        assertEquals(
                "2026-03-02T09:00:03.000Z", patched.json().path("updatedAt").asText());
        assertEquals(
                "2026-03-02T09:00:00.000Z", patched.json().path("createdAt").asText());
        assertEquals(patched.json(), get(PATH).json());
    }

    @Test
    void one_member_of_the_address_leaves_the_others_and_null_clears_it_all() {
        patch(PATH, json("{'address':{'city':'Oslo','countryCode':null}}"));

        assertEquals(
                object("{'line1':'Kaigata 1','line2':null,'postalCode':null,'city':'Oslo','countryCode':null}"),
                get(PATH).json().path("address"));
        patch(PATH, json("{'address':null}"));
        assertTrue(get(PATH).json().path("address").isNull());
        patch(PATH, json("{'address':{'city':'Bergen'}}"));
        assertEquals("Bergen", get(PATH).json().at("/address/city").asText());
        patch(PATH, json("{'address':{'city':' '}}"));
        assertTrue(get(PATH).json().path("address").isNull());
    }

    @Test
    void a_stale_etag_is_412_and_the_current_one_is_good() {
        String stale = get(PATH).etag();
        simulator.user("kari").edit(Entity.CUSTOMER, "C-1", object("{'phone':'1'}"));

        Answer refused = patch(PATH, stale, json("{'phone':'2'}"));

        assertStatus(412, refused);
        assertEquals("/problems/stale-etag", refused.type());
        assertEquals("1", get(PATH).json().path("phone").asText());
        assertStatus(200, patch(PATH, get(PATH).etag(), json("{'phone':'2'}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"a\"", "abc", "\"a\", \"b\"", "\"\""})
    void if_match_takes_one_strong_etag_only(String ifMatch) {
        assertStatus(400, patch(PATH, ifMatch, "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':'Fjord Bygg AS'}",
                "{'name':'  Fjord Bygg AS '}",
                "{'discountPercent':5.0}",
                "{'phone':null}",
                "{'phone':''}",
                "{'address':{'city':'Bergen'}}",
                "{'address':{}}",
                "{'colour':'red','id':'C-2','updatedAt':null}"
            })
    void a_patch_that_changes_nothing_leaves_change_time_and_etag_alone(String patch) {
        Answer before = get(PATH);
        clock.pass(Duration.ofSeconds(1));

        Answer after = patch(PATH, before.etag(), json(patch));

        assertStatus(200, after);
        assertEquals(before.etag(), after.etag());
        assertEquals(before.json(), after.json());
    }

    @Test
    void every_change_moves_the_etag_and_a_value_put_back_does_not_bring_the_old_one_back() {
        String first = get(PATH).etag();
        String second = patch(PATH, json("{'phone':'1'}")).etag();
        String third = patch(PATH, json("{'phone':null}")).etag();

        assertEquals(3, List.of(first, second, third).stream().distinct().count());
    }

    @Test
    void texts_are_trimmed_and_empty_texts_are_null() {
        Answer patched = patch(PATH, json("{'name':'  Fjord  AS ','phone':'   ','website':''}"));

        assertEquals("Fjord  AS", patched.json().path("name").asText());
        assertTrue(patched.json().path("phone").isNull());
        assertTrue(patched.json().path("website").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':null}", "{'name':''}", "{'name':'  '}"})
    void a_required_member_cannot_be_cleared(String patch) {
        Answer refused = patch(PATH, json(patch));

        assertStatus(422, refused);
        assertEquals("/problems/validation", refused.type());
        assertEquals(List.of("/name"), refused.pointers());
        assertEquals("Fjord Bygg AS", get(PATH).json().path("name").asText());
    }

    @Test
    void a_refused_patch_changes_nothing_and_names_every_refused_value() {
        String etag = get(PATH).etag();

        Answer refused = patch(
                PATH, json("{'phone':'1','name':null,'address':{'countryCode':'Norway'},'discountPercent':1.23456}"));

        assertStatus(422, refused);
        assertEquals(
                List.of("/address/countryCode", "/discountPercent", "/name"),
                refused.pointers().stream().sorted().toList());
        assertEquals(etag, get(PATH).etag());
    }

    @Test
    void a_taken_number_is_409_but_the_records_own_is_not() {
        simulator.seed(Entity.CUSTOMER, "C-2", object("{'name':'Other AS','customerNumber':'10043'}"));

        Answer taken = patch(PATH, json("{'customerNumber':'10043'}"));

        assertStatus(409, taken);
        assertEquals("C-2", taken.json().path("conflictingId").asText());
        assertStatus(200, patch(PATH, json("{'customerNumber':'10042'}")));
        assertStatus(200, patch(PATH, json("{'customerNumber':'10044'}")));
        assertStatus(200, patch("/customers/C-2", json("{'customerNumber':'10042'}")));
    }

    @Test
    void another_content_type_or_a_malformed_body_is_400() {
        assertStatus(400, send(request("PATCH", PATH, "{}").setHeader("Content-Type", "application/json")));
        assertStatus(400, patch(PATH, "[]"));
    }

    @Test
    void a_deleted_record_is_404() {
        delete(PATH);

        assertStatus(404, patch(PATH, json("{'phone':'1'}")));
        assertStatus(404, get(PATH));
    }

    @Test
    void the_writer_is_named() {
        simulator.user("kari").edit(Entity.CUSTOMER, "C-1", object("{'phone':'1'}"));
        assertEquals("kari", get(PATH).json().path("updatedBy").asText());
        patch(PATH, json("{'phone':'2'}"));
        assertNotEquals("kari", get(PATH).json().path("updatedBy").asText());
    }
}
