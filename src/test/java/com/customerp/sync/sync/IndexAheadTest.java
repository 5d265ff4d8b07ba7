package com.customerp.sync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.customerp.sync.link.InMemoryMatchIndex;
import com.customerp.sync.link.MatchIndex;
import com.customerp.sync.link.MatchIndex.Entry;
import com.customerp.sync.link.MatchKeys;
import com.customerp.sync.mapping.Entity;
import com.customerp.sync.mapping.Side;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexAheadTest {
    private static final Entity CUSTOMER = Entity.CUSTOMER;
    private static final Side SIDE = Side.POWEROFFICE;
    private static final Entry F1 = new Entry(CUSTOMER, SIDE, "email", "f1");

    private final MatchIndex stored = new InMemoryMatchIndex();
    private final Counting counting = new Counting(stored);
    private final IndexAhead ahead = new IndexAhead(counting);

    @BeforeEach
    void read() {
        stored.put(CUSTOMER, SIDE, Map.of("11", Map.of("email", "f1"), "12", Map.of("email", "f2")));
        ahead.readAhead(List.of(F1), CUSTOMER, SIDE, List.of("11", "12", "13"));
        counting.reads = 0;
    }

    @Test
    void what_was_read_ahead_is_not_read_again() {
        assertEquals(Set.of("11"), find("f1"));
        assertEquals(List.of(), ahead.put(CUSTOMER, SIDE, Map.of("11", Map.of("email", "f1"))));
        assertEquals(List.of(entering("13", "f3")), ahead.put(CUSTOMER, SIDE, Map.of("13", Map.of("email", "f3"))));
        assertEquals(0, counting.reads);
        assertEquals(Set.of("13"), find("f3"));
        assertEquals(1, counting.reads);
    }

    @Test
    void what_was_not_read_ahead_is_read() {
        assertEquals(Set.of("12"), find("f2"));
        assertEquals(List.of(entering("14", "f1")), ahead.put(CUSTOMER, SIDE, Map.of("14", Map.of("email", "f1"))));
        assertEquals(2, counting.reads);
    }

    @Test
    void a_value_is_read_again_after_a_record_has_entered_or_left_it() {
        ahead.put(CUSTOMER, SIDE, Map.of("12", Map.of("email", "f1")));
        assertEquals(Set.of("11", "12"), find("f1"));
        ahead.put(CUSTOMER, SIDE, Map.of("11", Map.of("email", "f2"), "12", Map.of()));
        assertEquals(Set.of(), find("f1"));
    }

    @Test
    void what_another_function_has_written_meanwhile_is_replaced_all_the_same() {
        stored.put(CUSTOMER, SIDE, Map.of("13", Map.of("email", "f9")));
        ahead.put(CUSTOMER, SIDE, Map.of("13", Map.of("email", "f3")));
        assertEquals(
                Map.of("email", "f3"),
                stored.keys(CUSTOMER, SIDE, List.of("13")).get("13"));
    }

    @Test
    void a_created_record_is_written_without_a_look() {
        ahead.created(CUSTOMER, SIDE, "15");
        ahead.put(CUSTOMER, SIDE, Map.of("15", Map.of("email", "f1")));
        assertEquals(0, counting.reads);
        assertEquals(Set.of("11", "15"), find("f1"));
    }

    @Test
    void reading_ahead_again_sees_what_others_have_written() {
        stored.put(CUSTOMER, SIDE, Map.of("16", Map.of("email", "f1")));
        assertEquals(Set.of("11"), find("f1"));
        ahead.readAhead(List.of(F1), CUSTOMER, SIDE, List.of());
        assertEquals(Set.of("11", "16"), find("f1"));
    }

    private static MatchKeys entering(String id, String fingerprint) {
        return new MatchKeys(CUSTOMER, SIDE, id, Map.of(), Map.of("email", fingerprint));
    }

    private Set<String> find(String fingerprint) {
        return ahead.find(CUSTOMER, SIDE, "email", fingerprint);
    }

    private static final class Counting implements MatchIndex {
        private final MatchIndex index;
        private int reads;

        Counting(MatchIndex index) {
            this.index = index;
        }

        @Override
        public Map<Entry, Set<String>> findAll(Collection<Entry> entries) {
            reads++;
            return index.findAll(entries);
        }

        @Override
        public Map<String, Map<String, String>> keys(Entity entity, Side side, Collection<String> ids) {
            reads++;
            return index.keys(entity, side, ids);
        }

        @Override
        public void replace(Collection<MatchKeys> changes) {
            index.replace(changes);
        }
    }
}
