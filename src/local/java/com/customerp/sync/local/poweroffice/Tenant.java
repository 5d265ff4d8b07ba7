package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.poweroffice.Member.Trait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The data of one Go client and what a test decided about it. Not thread-safe. */
final class Tenant {
    private static final DateTimeFormatter SEVEN_DECIMALS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT);

    private final Map<Resource, Store> stores = new EnumMap<>(Resource.class);
    private final Map<String, Map<Long, JsonNode>> catalogues = new HashMap<>();
    private final Map<String, Long> lastKeys = new HashMap<>();
    private final Supplier<PowerOfficeOptions> options;
    private final Clock clock;
    private final Numbers numbers;
    private long reads;

    /** Contact keys with a ledger balance. */
    final Set<String> withBalance = new HashSet<>();
    /** Records with transactions, as {@code path/id}. */
    final Set<String> used = new HashSet<>();
    /** Organization numbers that cannot receive EHF. */
    final Set<String> notInElma = new HashSet<>();
    /** Delivery types whose integration the client has. */
    final Set<String> deliveryIntegrations = new HashSet<>();
    /** Prices of product groups, by their id. */
    final SortedMap<Long, ObjectNode> groupPrices = new TreeMap<>();
    /** Whether the client has no sales account that products without one of their own could take. */
    boolean noSalesAccount;
    /** Resources that answer 403. */
    final Set<Resource> forbidden = EnumSet.noneOf(Resource.class);

    Tenant(Clock clock, Supplier<PowerOfficeOptions> options) {
        this.clock = clock;
        this.options = options;
        for (Resource resource : Resource.values()) {
            stores.put(
                    resource,
                    new Store(
                            resource.shape().members().stream()
                                    .filter(member -> member.is(Trait.UNIQUE))
                                    .map(Member::name)
                                    .toList(),
                            resource.owner().orElse(null)));
        }
        Store series = store(Resource.NUMBER_SERIES);
        Store.Moment always = new Store.Moment(Instant.MIN, Long.MIN_VALUE);
        Numbers.standard().forEach(row -> series.put(row.path("Id").asText(), row, always));
        numbers = new Numbers(series);
    }

    Store store(Resource resource) {
        return stores.get(resource);
    }

    Numbers numbers() {
        return numbers;
    }

    boolean has(Quirk quirk) {
        return options.get().has(quirk);
    }

    /** The time as it is shown: 7 decimals and the offset of the clock's zone. */
    String timestamp() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone()).format(SEVEN_DECIMALS);
    }

    /** The day it is in the zone of the clock. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** For writes. */
    Store.Moment moment() {
        return new Store.Moment(clock.instant(), reads);
    }

    /** Counts one read and says up to which writes it sees. */
    Store.Moment seen() {
        reads++;
        Duration staleFor = options.get().staleFor();
        Instant until = staleFor.isZero() ? Instant.MAX : clock.instant().minus(staleFor);
        return new Store.Moment(until, reads - 1 - options.get().staleReads());
    }

    /** A new key of a kind, from {@code first} upwards. */
    long nextKey(String kind, long first) {
        return lastKeys.merge(kind, first, (last, start) -> last + 1);
    }

    /** Adds an entry that references can name. */
    void addToCatalogue(String catalogue, long id, JsonNode code) {
        catalogues.computeIfAbsent(catalogue, name -> new HashMap<>()).put(id, code);
    }

    /** The record that a reference names; empty: there is none, or only an entry of a catalogue. */
    Optional<ObjectNode> named(String target, JsonNode id) {
        return Resource.of(target).flatMap(resource -> store(resource).read(id.asText()));
    }

    /** Another record that holds what only one may hold: of the resource, or of the same owner. */
    Optional<String> otherHolder(Resource resource, Member member, ObjectNode row) {
        JsonNode value = row.path(member.name());
        if (Write.isBlank(value)) {
            return Optional.empty();
        }
        String id = row.path("Id").asText();
        if (member.is(Trait.UNIQUE)) {
            return store(resource).holder(member.name(), value).filter(holder -> !holder.equals(id));
        }
        if (member.is(Trait.UNIQUE_WITHIN_OWNER)) {
            String owner = row.path(resource.owner().orElseThrow()).asText();
            return store(resource).owned(owner).stream()
                    .filter(other -> other.path(member.name()).equals(value))
                    .map(other -> other.path("Id").asText())
                    .filter(holder -> !holder.equals(id))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** The group of products that name none, which is the one with the lowest key; empty: there are no groups. */
    Optional<Long> defaultProductGroup() {
        return groupPrices.isEmpty() ? Optional.empty() : Optional.of(groupPrices.firstKey());
    }

    /** What a product group has for a price or cost; missing when it has none. */
    JsonNode groupPrice(JsonNode group, String member) {
        ObjectNode prices = groupPrices.get(group.longValue());
        return prices == null ? MissingNode.getInstance() : prices.path(member);
    }

    /** Whether a reference names something that is there. */
    boolean exists(String target, JsonNode id) {
        return Resource.of(target)
                .map(resource -> store(resource).read(id.asText()).isPresent())
                .orElseGet(() -> catalogue(target).containsKey(id.longValue()));
    }

    /** Code or number of what a reference names. */
    JsonNode code(String target, JsonNode id) {
        if (id.isNull() || id.isMissingNode()) {
            return MissingNode.getInstance();
        }
        return Resource.of(target)
                .flatMap(resource -> store(resource).read(id.asText()))
                .map(row -> new Codes(this).of(Resource.of(target).orElseThrow(), row))
                .orElseGet(() -> catalogue(target).getOrDefault(id.longValue(), MissingNode.getInstance()));
    }

    /** The id of what has this code or number. */
    Optional<JsonNode> withCode(String target, JsonNode code) {
        Optional<Resource> resource = Resource.of(target);
        if (resource.isPresent()) {
            return new Codes(this).holder(resource.get(), code).map(row -> row.path("Id"));
        }
        return catalogue(target).entrySet().stream()
                .filter(entry -> entry.getValue().asText().equals(code.asText()))
                .findFirst()
                .map(entry -> LongNode.valueOf(entry.getKey()));
    }

    /** The record as every role of its contact, apart from this one. */
    Map<Resource, ObjectNode> otherRoles(Resource resource, String id) {
        Map<Resource, ObjectNode> roles = new EnumMap<>(Resource.class);
        for (Resource other : Resource.values()) {
            if (resource.isContactRole() && other.isContactRole() && other != resource) {
                store(other).read(id).ifPresent(row -> roles.put(other, row));
            }
        }
        return roles;
    }

    private Map<Long, JsonNode> catalogue(String name) {
        return catalogues.getOrDefault(name, Map.of());
    }
}
