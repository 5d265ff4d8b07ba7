package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/** The addresses below {@code /v2}, for callers that have been let in. One request at a time. */
final class Api implements Handler {
    private static final String PATCH_TYPE = "application/json-patch+json";

    private final Tenant tenant;
    private final Supplier<PowerOfficeOptions> options;
    private final Writer writer;
    private final Orders orders;
    private final View view;

    Api(Tenant tenant, Supplier<PowerOfficeOptions> options) {
        this.tenant = tenant;
        this.options = options;
        this.writer = new Writer(tenant);
        this.orders = new Orders(tenant, writer);
        this.view = new View(tenant);
    }

    @Override
    public Response handle(Request request) {
        Optional<Address> address = Address.of(request.path());
        if (address.isEmpty()) {
            return Answers.gateway(404, "Resource not found");
        }
        synchronized (tenant) {
            if (tenant.forbidden.contains(address.get().role())) {
                return Response.empty(403);
            }
            try {
                return answer(request, address.get());
            } catch (Refusal refusal) {
                return Answers.problem(refusal, tenant.has(Quirk.PASCAL_CASE_PROBLEMS));
            }
        }
    }

    private Response answer(Request request, Address address) {
        Optional<Response> answer = request.method().equals("GET") ? get(request, address) : write(request, address);
        return answer.orElseGet(() -> Answers.gateway(404, "Resource not found"));
    }

    private Optional<Response> get(Request request, Address address) {
        Query query = new Query(request.query());
        boolean inherited = query.isTrue("showInherited");
        if (address.isList()) {
            Lister lister = new Lister(tenant, options.get().pageSizeCap());
            Lister.Page page = address.isOfLines()
                    ? lister.page(address.resource(), query, orders.lines(address.id(), tenant.seen()))
                    : lister.page(address.resource(), query);
            return Optional.of(Answers.page(request, page, !tenant.has(Quirk.NO_PAGINATION_HEADER)));
        }
        if (address.isRecord()) {
            ObjectNode row = read(address, tenant.seen());
            return Optional.of(single(address.resource(), view.of(address.resource(), row, inherited)));
        }
        if (address.isCompleteRecord()) {
            return Optional.of(Answers.json(200, orders.complete(address.id(), tenant.seen(), inherited)));
        }
        return Optional.empty();
    }

    private Optional<Response> write(Request request, Address address) {
        Resource resource = address.resource();
        String method = request.method();
        boolean writable = resource.rules().isPresent();
        orders.check(method, address);
        if (method.equals("POST") && address.isPlaceToCreate()) {
            expect(request, "application/json");
            JsonNode body = Bodies.parse(request.body());
            ObjectNode made = address.complete() ? orders.create(body) : create(address, body);
            return Optional.of(Answers.json(resource.createdStatus(), made));
        }
        if (method.equals("PATCH") && address.isRecord() && writable) {
            expect(request, PATCH_TYPE);
            ObjectNode before = read(address, Store.Moment.LATEST);
            ObjectNode row = writer.patch(resource, before, Bodies.parse(request.body()));
            boolean silent = resource == Resource.PROJECTS && tenant.has(Quirk.PROJECT_PATCH_WITHOUT_BODY);
            return Optional.of(silent ? Response.empty(200) : Answers.json(200, view.of(resource, row)));
        }
        if (method.equals("DELETE") && address.isRecord() && writable) {
            read(address, Store.Moment.LATEST);
            writer.delete(resource, address.id());
            return Optional.of(Response.empty(200));
        }
        return Optional.empty();
    }

    private ObjectNode create(Address address, JsonNode body) {
        return view.of(address.resource(), writer.create(address.resource(), address.owner(), body));
    }

    private Response single(Resource resource, ObjectNode shown) {
        boolean camelCase = resource == Resource.PROJECTS && tenant.has(Quirk.CAMEL_CASE_PROJECTS);
        return Answers.json(200, camelCase ? Answers.camelCase(shown) : shown);
    }

    private ObjectNode read(Address address, Store.Moment limit) {
        Resource resource = address.resource();
        address.checkKeys();
        return tenant.store(resource)
                .read(address.id(), limit)
                .filter(found -> resource.owner().isEmpty()
                        || found.path(resource.owner().get())
                                .asText()
                                .equals(address.keys().get(0)))
                .orElseThrow(() -> Refusal.notFound(resource.noun() + " with id " + address.id() + " was not found."));
    }

    private static void expect(Request request, String type) {
        String sent = request.header("content-type").orElse("").split(";")[0].trim();
        if (!sent.equalsIgnoreCase(type)) {
            throw new Refusal(415, "Unsupported Media Type", "The content type must be " + type + ".");
        }
    }
}
