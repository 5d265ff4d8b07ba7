package com.customerp.sync.sync.ops;

import com.customerp.sync.link.Link;
import com.customerp.sync.link.LinkStore;
import com.customerp.sync.link.State;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists records page by page: of one state or of all, of one pair or of all. */
record Listing(LinkStore links, Clock clock) {
    private static final int ABSENT = 50;
    private static final int MOST = 500;

    /**
     * Where a listing goes on.
     *
     * @param from page of the store, or null for the first
     * @param skip links of that page that were told already
     */
    private record Place(Entity entity, @Nullable String from, int skip) {
        private String token() {
            String text = entity.name() + "\n" + skip + "\n" + (from == null ? "" : from);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static Place parse(String token) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", 3);
                return new Place(
                        Entity.valueOf(parts[0]), parts[2].isEmpty() ? null : parts[2], Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new OpsException("next is not what an earlier answer gave");
            }
        }
    }

    ObjectNode answer(OpsRequest request) {
        int limit = request.limit(ABSENT, MOST);
        Optional<State> state = request.state();
        Predicate<Link> wanted = link -> state.isEmpty() || link.state() == state.get();
        List<Entity> entities = request.entity().map(List::of).orElse(List.of(Entity.values()));
        Optional<Place> place =
                request.text("next").map(Place::parse).or(() -> Optional.of(new Place(entities.get(0), null, 0)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode records = answer.putArray("records");
        while (place.isPresent() && records.size() < limit) {
            place = page(place.get(), wanted, limit, records, entities);
        }
        place.ifPresent(next -> answer.put("next", next.token()));
        return answer;
    }

    /** Tells of the links of one page; where it goes on after that, or empty at the end. */
    private Optional<Place> page(
            Place place, Predicate<Link> wanted, int limit, ArrayNode records, List<Entity> entities) {
        LinkStore.Page page = links.all(place.entity(), place.from());
        int index = place.skip();
        while (index < page.links().size() && records.size() < limit) {
            Link link = page.links().get(index++);
            if (wanted.test(link)) {
                records.add(told(link));
            }
        }
        if (index < page.links().size()) {
            return Optional.of(new Place(place.entity(), place.from(), index));
        }
        if (page.next() != null) {
            return Optional.of(new Place(place.entity(), page.next(), 0));
        }
        int following = entities.indexOf(place.entity()) + 1;
        return following > 0 && following < entities.size()
                ? Optional.of(new Place(entities.get(following), null, 0))
                : Optional.empty();
    }

    private ObjectNode told(Link link) {
        ObjectNode record = LinkAnswer.of(link);
        if (OpenRecords.isOpen(link)) {
            record.put("openSince", OpenRecords.since(link, clock.instant()).toString());
        }
        return record;
    }
}
