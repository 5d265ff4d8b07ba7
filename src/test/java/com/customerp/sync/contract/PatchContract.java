package com.customerp.sync.contract;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may stand in a JSON Patch: the paths of {@code x-patchable-paths}, and values of the types that
 * {@code x-patch-schema} gives them.
 */
final class PatchContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "/MailAddress";

    private final OpenAPI api;
    private final SchemaValidator schemas;

    PatchContract(OpenAPI api) {
        this.api = api;
        this.schemas = new SchemaValidator(api, new MessageResolver());
    }

    /** What a PATCH body breaks, one sentence each, without values. */
    List<String> faults(Operation operation, byte[] body) {
        List<String> found = new ArrayList<>();
        for (JsonNode change : parse(body)) {
            String path = change.path("path").asText();
            boolean addsAddress = change.path("op").asText().equals("add") && path.equals(ADDRESS);
            if (!addsAddress && !change.path("op").asText().equals("replace")) {
                found.add("patch operation " + change.path("op").asText() + " of " + path + " is not agreed on");
            } else if (!addsAddress && !paths(operation).contains(path)) {
                found.add("patch path " + path + " is not patchable");
            } else if (!change.has("value")) {
                found.add("patch of " + path + " has no value");
            } else {
                schemas.validate(() -> change.path("value"), schema(operation, path), "patch").getMessages().stream()
                        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                        .forEach(message -> found.add("patch of " + path + " " + message.getKey()));
            }
        }
        return found;
    }

    /** The paths that may be replaced. */
    private static List<?> paths(Operation operation) {
        return (List<?>) operation.getExtensions().get("x-patchable-paths");
    }

    /** The schema of the value at a patchable path. */
    private Schema<?> schema(Operation operation, String path) {
        Schema<?> schema = named(operation.getExtensions().get("x-patch-schema").toString());
        for (String segment : path.substring(1).split("/")) {
            schema = resolved(properties(schema).get(segment));
        }
        return schema;
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> properties(Schema<?> schema) {
        return schema.getProperties();
    }

    private Schema<?> resolved(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return named(schema.get$ref());
        }
        return schema.getAllOf() == null ? schema : resolved(schema.getAllOf().get(0));
    }

    private Schema<?> named(String reference) {
        return api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createArrayNode();
        }
    }
}
