package com.customerp.sync.local.poweroffice;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The addresses below {@code /v2}, for callers that have been let in. One request at a time. */
final class Api implements Handler {
    private static final String PATCH_TYPE = "application/json-patch+json";

    private final Tenant tenant;
    private final Supplier<PowerOfficeOptions> options;
    private final Writer writer;
    private final View view;

    Api(Tenant tenant, Supplier<PowerOfficeOptions> options) {
        this.tenant = tenant;
        this.options = options;
        this.writer = new Writer(tenant);
        this.view = new View(tenant);
    }

    /** An address: the resource and the keys behind it. */
    private record Address(Resource resource, List<String> keys) {

        static Optional<Address> of(String path) {
            List<String> segments = List.of(path.substring(1).split("/"));
            if (segments.size() < 2 || !segments.get(0).equalsIgnoreCase("v2")) {
                return Optional.empty();
            }
            return Resource.of(segments.get(1))
                    .map(resource -> new Address(resource, segments.subList(2, segments.size())));
        }

        private int owners() {
            return resource.owner().isPresent() ? 1 : 0;
        }

        boolean isList() {
            return keys.isEmpty();
        }

        boolean isPlaceToCreate() {
            return keys.size() == owners() && resource.rules().isPresent();
        }

        boolean isRecord() {
            return keys.size() == owners() + 1;
        }

        String id() {
            return keys.get(keys.size() - 1);
        }
    }

    @Override
    public Response handle(Request request) {
        Optional<Address> address = Address.of(request.path());
        if (address.isEmpty()) {
            return Answers.gateway(404, "Resource not found");
        }
        synchronized (tenant) {
            if (tenant.forbidden.contains(address.get().resource())) {
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
        Resource resource = address.resource();
        String method = request.method();
        boolean writable = resource.rules().isPresent();
        if (method.equals("GET") && address.isList()) {
            Lister lister = new Lister(tenant, options.get().pageSizeCap());
            Lister.Page page = lister.page(resource, new Query(request.query()));
            return Answers.page(request, page, !tenant.has(Quirk.NO_PAGINATION_HEADER));
        }
        if (method.equals("GET") && address.isRecord()) {
            return single(resource, read(address, true));
        }
        if (method.equals("POST") && address.isPlaceToCreate()) {
            expect(request, "application/json");
            Long owner = address.keys().isEmpty() ? null : key(address.id());
            ObjectNode row = writer.create(resource, owner, Bodies.parse(request.body()));
            return Answers.json(resource.createdStatus(), view.of(resource, row));
        }
        if (method.equals("PATCH") && address.isRecord() && writable) {
            expect(request, PATCH_TYPE);
            ObjectNode row = writer.patch(resource, read(address, false), Bodies.parse(request.body()));
            boolean silent = resource == Resource.PROJECTS && tenant.has(Quirk.PROJECT_PATCH_WITHOUT_BODY);
            return silent ? Response.empty(200) : Answers.json(200, view.of(resource, row));
        }
        if (method.equals("DELETE") && address.isRecord() && writable) {
            read(address, false);
            writer.delete(resource, address.id());
            return Response.empty(200);
        }
        return Answers.gateway(404, "Resource not found");
    }

    private Response single(Resource resource, ObjectNode row) {
        ObjectNode shown = view.of(resource, row);
        boolean camelCase = resource == Resource.PROJECTS && tenant.has(Quirk.CAMEL_CASE_PROJECTS);
        return Answers.json(200, camelCase ? Answers.camelCase(shown) : shown);
    }

    private ObjectNode read(Address address, boolean perhapsStale) {
        Resource resource = address.resource();
        if (resource.shape().member("Id").orElseThrow().type() == MemberType.INTEGER) {
            address.keys().forEach(Api::key);
        }
        Store store = tenant.store(resource);
        Optional<ObjectNode> row = perhapsStale ? store.read(address.id(), tenant.seen()) : store.read(address.id());
        return row.filter(found -> resource.owner().isEmpty()
                        || found.path(resource.owner().get())
                                .asText()
                                .equals(address.keys().get(0)))
                .orElseThrow(() -> Refusal.notFound(resource.noun() + " with id " + address.id() + " was not found."));
    }

    private static long key(String segment) {
        try {
            return Long.parseLong(segment);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The key in the address is not a number.");
        }
    }

    private static void expect(Request request, String type) {
        String sent = request.header("content-type").orElse("").split(";")[0].trim();
        if (!sent.equalsIgnoreCase(type)) {
            throw new Refusal(415, "Unsupported Media Type", "The content type must be " + type + ".");
        }
    }
}
