package com.customerp.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A template of CloudFormation, as far as tests compare it with the code. {@code !Ref x}, {@code !Sub x} and {@code
 * !GetAtt x} are read as the text {@code x}; what {@code Fn::ForEach} repeats is there for each of its values.
 */
public final class CloudFormation {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final Map<String, JsonNode> resources = new LinkedHashMap<>();

    private CloudFormation(JsonNode root) {
        this.root = root;
        collect(root.path("Resources"), resources);
    }

    public static CloudFormation read(String file) {
        return new CloudFormation(yaml(Path.of(file)));
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void collect(JsonNode from, Map<String, JsonNode> into) {
        from.properties().forEach(member -> {
            if (member.getKey().startsWith("Fn::ForEach::")) {
                JsonNode loop = member.getValue();
                String variable = "${" + loop.get(0).asText() + "}";
                loop.get(1).forEach(value -> collect(with(loop, variable, value.asText()), into));
            } else {
                into.put(member.getKey(), member.getValue());
            }
        });
    }

    /** The body of a loop for one value of its variable. */
    private static JsonNode with(JsonNode loop, String variable, String value) {
        try {
            String body = loop.get(2).toString().replace(variable, value);
            String name = variable.substring(2, variable.length() - 1);
            return YAML.readTree(body.replace("\"Value\":\"" + name + "\"", "\"Value\":\"" + value + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resources by their names in the template. */
    Map<String, JsonNode> resources() {
        return resources;
    }

    public JsonNode resource(String name) {
        return resources.get(name).path("Properties");
    }

    /** What is set of the resources of a type. */
    public List<JsonNode> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    JsonNode parameters() {
        return root.path("Parameters");
    }

    /** The names under which other stacks can import. */
    public Collection<String> exports() {
        return texts(root.findValues("Export"), "Name");
    }

    /** The names of everything that is imported from other stacks. */
    public Collection<String> imports() {
        return texts(root.findParents("Fn::Sub"), "Fn::Sub");
    }

    private static Collection<String> texts(List<JsonNode> nodes, String member) {
        Collection<String> texts = new TreeSet<>();
        nodes.forEach(node -> texts.add(node.path(member).asText()));
        return texts;
    }

    /** Every statement of every policy that allows something. */
    List<JsonNode> statements() {
        return statements(root);
    }

    /** The statements of the policies within a part of a template. */
    static List<JsonNode> statements(JsonNode part) {
        List<JsonNode> statements = new ArrayList<>();
        part.findValues("Statement").forEach(list -> list.forEach(statements::add));
        return statements;
    }

    /** A value that may stand alone or in a list. */
    static Collection<String> texts(JsonNode oneOrMany) {
        Collection<String> texts = new TreeSet<>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(text -> texts.add(text.asText()));
        } else {
            texts.add(oneOrMany.asText());
        }
        return texts;
    }
}
