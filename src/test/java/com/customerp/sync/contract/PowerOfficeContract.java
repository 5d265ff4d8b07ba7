package com.customerp.sync.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.customerp.sync.local.http.Request;
import com.customerp.sync.local.http.Response;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * Holds every exchange with PowerOffice against poweroffice-go-v2.openapi.yaml, the paths and values of JSON Patches
 * included. Put it on a simulator with {@code simulator.listen(contract)} and end the test with {@link #assertKept()}.
 *
 * <p>Answers are always checked. Requests are checked when they were accepted (2xx); after {@link #withStrictRequests()}
 * also when they were refused, which is for tests of the sync: it never has to send what the schemas forbid.
 */
public final class PowerOfficeContract implements BiConsumer<Request, Response> {
    private static final String BASE = "/v2/";
    private static final String DOCUMENT = load();
    private static final OpenAPI API =
            new OpenAPIV3Parser().readContents(DOCUMENT, null, null).getOpenAPI();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(DOCUMENT)
                    .withBasePathOverride("/")
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                            .build())
                    .build();
    private static final ApiOperationResolver OPERATIONS = new ApiOperationResolver(API, "/", false);
    private static final PatchContract PATCHES = new PatchContract(API);

    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final boolean strictRequests;

    public PowerOfficeContract() {
        this(false);
    }

    private PowerOfficeContract(boolean strictRequests) {
        this.strictRequests = strictRequests;
    }

    /** A checker that also minds requests which the server refused. */
    public static PowerOfficeContract withStrictRequests() {
        return new PowerOfficeContract(true);
    }

    @Override
    public void accept(Request request, Response response) {
        check(request, response);
    }

    /** Notes what this exchange breaks, and returns it; an empty list when it keeps the contract. */
    public List<String> check(Request request, Response response) {
        List<String> found = new ArrayList<>();
        String path =
                "/" + (request.path().startsWith(BASE) ? request.path().substring(BASE.length()) : request.path());
        path = path.replaceFirst("^//", "/");
        Method method = Method.valueOf(request.method());
        if (strictRequests || response.status() < 300) {
            checkRequest(request, method, path, found);
        }
        // Of a path in another letter case nothing is declared; whoever cares for spelling is strict about requests.
        if (operation(path, method).isPresent()) {
            checkResponse(response, method, path, found);
        } else if (response.status() != 404 && response.status() != 401) {
            found.add("is not in the contract");
        }
        String exchange = request.method() + " " + request.path() + " -> " + response.status() + ": ";
        found.replaceAll(exchange::concat);
        violations.addAll(found);
        return found;
    }

    /** What was broken so far. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Forgets what was broken, for tests that break the contract on purpose. */
    public void forget() {
        violations.clear();
    }

    /** Fails when anything was broken. */
    public void assertKept() {
        if (!violations.isEmpty()) {
            throw new AssertionError("contract broken:\n" + String.join("\n", violations));
        }
    }

    private static void checkRequest(Request request, Method method, String path, List<String> found) {
        SimpleRequest.Builder copy = new SimpleRequest.Builder(method, path);
        request.headers().forEach(copy::withHeader);
        request.query().forEach(copy::withQueryParam);
        if (request.body().length > 0) {
            copy.withBody(request.body());
        }
        report(VALIDATOR.validateRequest(copy.build()), found);
        // The validator minds security of operations only; the document declares it for all of them at once.
        boolean bearer = request.header("Authorization").orElse("").startsWith("Bearer ");
        boolean subscription = request.header("Ocp-Apim-Subscription-Key").isPresent();
        if (!subscription || !bearer && !path.equals("/OAuth/Token")) {
            found.add("keys are missing");
        }
        if (method == Method.PATCH) {
            operation(path, method)
                    .ifPresent(operation -> found.addAll(PATCHES.faults(operation.getOperation(), request.body())));
        }
    }

    private static Optional<ApiOperation> operation(String path, Method method) {
        ApiOperationMatch match = OPERATIONS.findApiOperation(path, method);
        return match.isPathFound() && match.isOperationAllowed()
                ? Optional.of(match.getApiOperation())
                : Optional.empty();
    }

    private static void checkResponse(Response response, Method method, String path, List<String> found) {
        SimpleResponse.Builder copy = SimpleResponse.Builder.status(response.status());
        response.headers().forEach(copy::withHeader);
        if (response.body().length > 0) {
            copy.withBody(response.body());
        } else if (response.status() == 200 && method != Method.DELETE) {
            if (!bodyIsOptional(path, method)) {
                found.add("has no body");
            }
            return;
        }
        report(VALIDATOR.validateResponse(path, method, copy.build()), found);
    }

    /** The document declares a body here but calls it optional. */
    private static boolean bodyIsOptional(String path, Method method) {
        return method == Method.PATCH && path.startsWith("/Projects/");
    }

    private static void report(ValidationReport report, List<String> found) {
        report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .forEach(message -> found.add(message.getKey() + " " + message.getMessage()));
    }

    private static String load() {
        try (InputStream yaml =
                PowerOfficeContract.class.getResourceAsStream("/contract/poweroffice-go-v2.openapi.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
