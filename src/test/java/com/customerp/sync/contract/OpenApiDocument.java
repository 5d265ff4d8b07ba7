package com.customerp.sync.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.format.PatternFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenAPI 3.1 document whose schemas can be used: they are JSON Schema 2020-12. Loading takes a while, so share it;
 * thread-safe.
 */
final class OpenApiDocument {
    private static final String LOCATION = "https://contract.example/openapi.json";

    // The library's own e-mail check knows the list of real top-level domains; the sample people live in .example.
    private static final Format EMAIL =
            PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+$", "one @ with text on both sides");

    // An OpenAPI document is full of words that are not JSON Schema's; they say nothing about values.
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .format(EMAIL)
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final JsonNode root;
    private final JsonSchemaFactory factory;
    private final Map<JsonPointer, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        this.factory = JsonSchemaFactory.builder()
                .metaSchema(DIALECT)
                .defaultMetaSchemaIri(DIALECT.getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, root.toString())))
                .build();
    }

    static OpenApiDocument load(String resource) {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(resource)) {
            return new OpenApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    JsonNode at(JsonPointer pointer) {
        return root.at(pointer);
    }

    /** Where a reference leads, or the same place when it is none. */
    JsonPointer resolved(JsonPointer pointer) {
        JsonNode reference = root.at(pointer).path("$ref");
        return reference.isTextual()
                ? resolved(JsonPointer.compile(reference.textValue().substring(1)))
                : pointer;
    }

    /** The parameters declared at a path or an operation. */
    List<JsonPointer> parameters(JsonPointer owner) {
        JsonPointer list = owner.appendProperty("parameters");
        List<JsonPointer> found = new ArrayList<>();
        for (int i = 0; i < root.at(list).size(); i++) {
            found.add(resolved(list.appendIndex(i)));
        }
        return found;
    }

    /** What a value breaks of the schema at this place, one sentence each, without the value. */
    List<String> validate(JsonPointer schema, JsonNode value) {
        return schemas
                .computeIfAbsent(schema, place -> factory.getSchema(SchemaLocation.of(LOCATION + "#" + place), config))
                .validate(value)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
