package io.slipway.configuration.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Reads CycloneDX as JSON. What is there twice is refused, since one of the two would be
 * lost.
 */
final class BomJson {

    private static final Set<String> HEAD = Set.of("$schema", "bomFormat", "specVersion", "serialNumber", "version");

    private static final JsonMapper JSON = JsonMapper
        .builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(BomFile.MOST_NESTED).build())
            .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();

    private BomJson() {
    }

    static BomFile read(byte[] file) throws IOException {
        JsonNode bom = JSON.readTree(file);
        if (!bom.path("bomFormat").asText().equals("CycloneDX")) {
            throw new IOException("Another format");
        }
        if (HEAD.containsAll(bom.properties().stream().map(Map.Entry::getKey).toList())) {
            throw BomFile.saysNothing();
        }
        JsonNode main = bom.path("metadata").path("component");
        Map<String, List<String>> dependencies = new TreeMap<>();
        bom.path("dependencies").forEach((one) -> {
            List<String> on = dependencies.computeIfAbsent(one.path("ref").asText(), (any) -> new ArrayList<>());
            one.path("dependsOn").forEach((ref) -> on.add(ref.asText()));
        });
        return new BomFile(true, bom.path("specVersion").asText(), absent(main) ? null : component(main, 0),
                !absent(bom.path("components")), components(bom.path("components"), 0), dependencies);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static List<BomPart> components(JsonNode list, int depth) throws IOException {
        BomFile.refuseTooDeep(depth);
        if (!absent(list) && !list.isArray()) {
            throw new IOException("No list of components");
        }
        List<BomPart> components = new ArrayList<>();
        for (JsonNode one : list) {
            components.add(component(one, depth));
        }
        return components;
    }

    private static BomPart component(JsonNode node, int depth) throws IOException {
        BomPart.Builder part = new BomPart.Builder();
        BomPart.TEXTS.forEach((name) -> part.text(name, node.path(name).asText()));
        part.text(BomPart.REFERENCE, node.path(BomPart.REFERENCE).asText());
        licences(node.path("licenses"), part::licence);
        licences(node.path("evidence").path("licenses"), part::observed);
        components(node.path("components"), depth + 1).forEach(part::component);
        return part.build();
    }

    private static void licences(JsonNode list, Consumer<BomLicence> licences) {
        if (!absent(list) && !list.isArray()) {
            licences.accept(BomLicence.unreadable(list.toString()));
            return;
        }
        for (JsonNode one : list) {
            JsonNode license = one.path("license");
            List<BomLicence> said = new ArrayList<>();
            said(license.path("id"), said, false);
            said(license.path("name"), said, true);
            said(one.path("expression"), said, false);
            if (said.isEmpty()) {
                said.add(BomLicence.unreadable(BomFile.text(one.toString())));
            }
            said.forEach(licences);
        }
    }

    private static void said(JsonNode value, List<BomLicence> said, boolean named) {
        String text = BomFile.text(value.isTextual() ? value.asText() : "");
        if (!text.isEmpty()) {
            said.add(new BomLicence(text, named));
        }
        else if (!(value instanceof MissingNode)) {
            said.add(BomLicence.unreadable(BomFile.text(value.toString())));
        }
    }

}
