package com.customerp.sync.local.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Filters, sorts and cuts lists into pages (poweroffice-go-v2.md 4). */
final class Lister {
    private static final int DEFAULT_PAGE_SIZE = 5000;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final Tenant tenant;
    private final int pageSizeCap;

    Lister(Tenant tenant, int pageSizeCap) {
        this.tenant = tenant;
        this.pageSizeCap = pageSizeCap;
    }

    /**
     * One page.
     *
     * @param rows as they are shown
     * @param number from 1
     * @param total how many pages there are
     */
    record Page(List<ObjectNode> rows, int number, int total) {}

    /** @throws Refusal 400 when a filter or a paging value is not understood */
    Page page(Resource resource, Query query) {
        return page(resource, query, tenant.store(resource).all(tenant.seen()));
    }

    /** A page of these records of the resource. */
    Page page(Resource resource, Query query, List<ObjectNode> all) {
        if (query.names().stream().anyMatch(name -> name.startsWith("$"))) {
            throw Refusal.badRequest("OData query options are not supported.");
        }
        int number = whole(query, "PageNumber", 1, Integer.MAX_VALUE);
        int size = Math.min(whole(query, "PageSize", DEFAULT_PAGE_SIZE, PowerOfficeOptions.MAX_PAGE_SIZE), pageSizeCap);
        Predicate<ObjectNode> wanted = wanted(resource, query);
        Optional<Comparator<JsonNode>> order =
                query.value("OrderBy").filter(text -> !text.isBlank()).map(text -> order(resource, text));
        Optional<Set<String>> fields = query.value("Fields").map(text -> fields(resource, text));

        View view = new View(tenant);
        boolean inherited = query.isTrue("showInherited");
        Stream<ObjectNode> found = all.stream().filter(wanted).map(row -> view.of(resource, row, inherited));
        List<ObjectNode> rows = (order.isPresent() ? found.sorted(order.get()) : found).toList();
        List<ObjectNode> cut = rows.stream()
                .skip((long) (number - 1) * size)
                .limit(size)
                .map(row -> fields.isPresent() ? row.retain(fields.get()) : row)
                .toList();
        return new Page(cut, number, (rows.size() + size - 1) / size);
    }

    private Predicate<ObjectNode> wanted(Resource resource, Query query) {
        Predicate<ObjectNode> all = row -> true;
        for (Filter filter : resource.filters()) {
            Optional<String> text = query.value(filter.name()).filter(value -> !value.isBlank());
            if (text.isEmpty() || filter.uncertain() && tenant.has(Quirk.UNCERTAIN_FILTERS_IGNORED)) {
                continue;
            }
            if (filter.uncertain() && tenant.has(Quirk.UNCERTAIN_FILTERS_REFUSED)) {
                throw Refusal.badRequest("The filter " + filter.name() + " is not supported.");
            }
            Predicate<JsonNode> condition = filter.reader().condition(text.get(), query);
            all = all.and(row -> condition.test(new View(tenant).filtered(resource, filter.member(), row)));
        }
        return all;
    }

    private static int whole(Query query, String name, int standard, int max) {
        Optional<String> text = query.value(name);
        if (text.isEmpty()) {
            return standard;
        }
        if (!WHOLE.matcher(text.get()).matches()
                || Integer.parseInt(text.get()) < 1
                || Integer.parseInt(text.get()) > max) {
            throw Refusal.badRequest(name + " must be between 1 and " + max + ".");
        }
        return Integer.parseInt(text.get());
    }

    private static Set<String> fields(Resource resource, String text) {
        return Stream.of(text.split(","))
                .map(name -> known(resource, name.trim(), "Fields").name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Comparator<JsonNode> order(Resource resource, String text) {
        return Stream.of(text.split(","))
                .map(part -> key(resource, part.trim()))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<JsonNode> key(Resource resource, String part) {
        String[] words = part.split("\\s+");
        String direction = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "asc";
        if (words.length > 2 || !direction.equals("asc") && !direction.equals("desc")) {
            throw Refusal.badRequest("OrderBy is not understood.");
        }
        Member member = known(resource, words[0], "OrderBy");
        boolean numeric = member.type() == MemberType.INTEGER || member.type() == MemberType.DECIMAL;
        Comparator<JsonNode> ascending = numeric
                ? Comparator.comparing(row -> row.path(member.name()).decimalValue())
                : Comparator.comparing(row -> row.path(member.name()).asText());
        return direction.equals("asc") ? ascending : ascending.reversed();
    }

    private static Member known(Resource resource, String name, String parameter) {
        return resource.shape()
                .memberInAnyCase(name)
                .orElseThrow(() -> Refusal.badRequest(parameter + " names a property that does not exist."));
    }
}
