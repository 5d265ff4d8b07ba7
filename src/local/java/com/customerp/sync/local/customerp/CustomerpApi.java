package com.customerp.sync.local.customerp;

import com.customerp.sync.local.http.Handler;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import com.customerp.sync.mapping.Entity;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API itself: from a request to the {@link Database} and back. Every refusal is problem details. */
final class CustomerpApi implements Handler {
    /** Where the API starts. */
    static final String BASE = "/api/v1";

    private static final Pattern PATH = Pattern.compile(BASE + "/([a-z]+)(?:/([^/]+))?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern ETAG = Pattern.compile("\"[^\"]+\"");

    private final Database database;
    private final Clock clock;
    private final String token;
    private final Writer writer;
    private final Idempotency idempotency;
    private final Hooks hooks;

    /** What tests may put into the way of a write. */
    interface Hooks {
        /** Runs while a create is under way: its key is known, nothing is written yet. */
        void duringCreate();

        /** Changes a body as a server may by itself. */
        UnaryOperator<ObjectNode> normalisation(Entity entity);
    }

    CustomerpApi(Database database, Clock clock, CustomerpOptions options, Hooks hooks) {
        this.database = database;
        this.clock = clock;
        this.token = options.token();
        this.writer = new Writer(options.integration(), Writer.Role.SYNC);
        this.idempotency = new Idempotency(clock);
        this.hooks = hooks;
    }

    @Override
    public Response handle(Request request) {
        try {
            authorise(request);
            Matcher path = PATH.matcher(request.path());
            Optional<Entity> entity = path.matches() ? Entity.ofCollection(path.group(1)) : Optional.empty();
            if (entity.isEmpty()) {
                throw new ProblemException(404, "about:blank", "Not found", "There is no such path.");
            }
            return path.group(2) == null
                    ? onCollection(entity.get(), request)
                    : onRecord(entity.get(), path.group(2), request);
        } catch (ProblemException problem) {
            return problem.response();
        }
    }

    private Response onCollection(Entity entity, Request request) {
        return switch (request.method()) {
            case "GET" -> list(ListQuery.of(entity, request));
            case "POST" -> post(entity, request);
            default -> notAllowed("GET, POST");
        };
    }

    private Response onRecord(Entity entity, String id, Request request) {
        return switch (request.method()) {
            case "GET" -> record(200, database.read(entity, id).orElseThrow(ProblemException::notFound));
            case "PATCH" -> patch(entity, id, request);
            case "DELETE" -> {
                database.delete(entity, id);
                yield Response.empty(204);
            }
            default -> notAllowed("DELETE, GET, PATCH");
        };
    }

    private void authorise(Request request) {
        String[] parts = request.header("authorization").orElse("").split(" ", 2);
        boolean isOurs = parts.length == 2
                && parts[0].toLowerCase(Locale.ROOT).equals("bearer")
                && MessageDigest.isEqual(
                        parts[1].getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!isOurs) {
            throw new ProblemException(401, "about:blank", "Unauthorized", "The token is missing or wrong.");
        }
    }

    private Response list(ListQuery query) {
        if (!query.ids().isEmpty()) {
            List<Stored> found = query.ids().stream()
                    .flatMap(id -> database.readAny(query.entity(), id).stream())
                    .filter(stored -> query.includeDeleted() || !stored.deleted())
                    .sorted((a, b) -> a.updatedAt().compareTo(b.updatedAt()))
                    .toList();
            return page(found, null);
        }
        Instant now = clock.instant();
        Cursor from = query.cursor() == null ? null : Cursor.of(query.cursor(), query, now);
        Instant start = from != null ? from.after() : Objects.requireNonNullElse(query.updatedSince(), Instant.EPOCH);
        List<Stored> found =
                database.changed(query.entity(), start, from == null, query.includeDeleted(), query.limit() + 1);
        if (found.size() <= query.limit()) {
            return page(found, null);
        }
        List<Stored> shown = found.subList(0, query.limit());
        Instant last = shown.get(shown.size() - 1).updatedAt();
        return page(shown, new Cursor(last, now, query.fixedPart()).text());
    }

    private Response post(Entity entity, Request request) {
        String key = request.header("idempotency-key").orElse("");
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.badRequest("Idempotency-Key must be 1 to 255 visible ASCII characters.");
        }
        ObjectNode body = body(request, "application/json");
        return idempotency.once(key, request, () -> {
            hooks.duringCreate();
            Stored created =
                    database.create(entity, null, hooks.normalisation(entity).apply(body), writer);
            return record(201, created).with("location", BASE + "/" + entity.collection() + "/" + created.id());
        });
    }

    private Response patch(Entity entity, String id, Request request) {
        Optional<String> ifMatch = request.header("if-match");
        if (ifMatch.isPresent() && !ETAG.matcher(ifMatch.get()).matches()) {
            throw ProblemException.badRequest("If-Match must be one ETag.");
        }
        ObjectNode patch = hooks.normalisation(entity).apply(body(request, "application/merge-patch+json"));
        return record(200, database.patch(entity, id, ifMatch.orElse(null), patch, writer));
    }

    private static ObjectNode body(Request request, String type) {
        String sent = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!sent.equalsIgnoreCase(type)) {
            throw ProblemException.badRequest("Content-Type must be " + type + ".");
        }
        try {
            return Json.object(request.body());
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("The body must be a JSON object in UTF-8: " + e.getMessage() + ".");
        }
    }

    private static Response record(int status, Stored stored) {
        return json(status, stored.body()).with("etag", stored.etag());
    }

    private static Response page(List<Stored> records, String nextCursor) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        records.forEach(stored -> items.add(stored.body()));
        return json(200, page.put("nextCursor", nextCursor));
    }

    private static Response json(int status, ObjectNode body) {
        return new Response(status, Map.of("content-type", "application/json"), Json.bytes(body));
    }

    private static Response notAllowed(String allowed) {
        return new ProblemException(405, "about:blank", "Method not allowed", "Allowed: " + allowed + ".")
                .response()
                .with("allow", allowed);
    }
}
