package io.slipway.api.reference;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guards the description of the interface: every call is in it, with words, problem
 * documents and, if it takes a body, an example; and the page shows them all.
 */
@SlipwayTest
class OpenApiGuardTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    Visitor visitor;

    JsonNode api;

    @BeforeEach
    void read() throws IOException {
        this.visitor = new Visitor(this.port).signIn("auditor");
        this.api = JSON.readTree(this.visitor.get("/api/v1/openapi", "Accept", "application/json").body());
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        Visitor stranger = new Visitor(this.port);
        assertThat(stranger.get("/api/v1/openapi", "Accept", "application/json").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/openapi.yaml", "Accept", "*/*").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/reference").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/v3/api-docs").statusCode()).isEqualTo(302);
    }

    @Test
    void hasEveryCall() {
        assertThat(this.api.path("openapi").asText()).startsWith("3.1");
        Set<String> mapped = new TreeSet<>();
        this.requestMappingHandlerMapping.getHandlerMethods()
            .keySet()
            .forEach((mapping) -> mapping.getPatternValues()
                .stream()
                .filter((path) -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi"))
                .forEach((path) -> mapping.getMethodsCondition()
                    .getMethods()
                    .forEach((method) -> mapped.add(method + " " + path.replaceAll("\\{([a-z]+):[^}]+}", "{$1}")))));
        assertThat(mapped).hasSizeGreaterThan(15);
        assertThat(calls().keySet()).containsAll(mapped);
    }

    @Test
    void saysWhatEachCallDoesAndHowItIsRefused() {
        Map<String, String> examples = OpenApiConfiguration.examples();
        List<String> faults = new ArrayList<>();
        calls().forEach((name, call) -> {
            note(faults, name + ": no summary, add @Operation(summary)", call.path("summary").asText().isBlank());
            note(faults, name + ": no topic, add @Tag to its class",
                    call.path("tags").path(0).asText().contains("-api"));
            for (String status : List.of("401", "403", "429")) {
                note(faults, name + ": no " + status,
                        !call.path("responses").path(status).path("content").has("application/problem+json"));
            }
            note(faults, name + ": no 404", name.contains("{") && !call.path("responses").has("404"));
            note(faults, name + ": no example in api/examples.yaml",
                    call.has("requestBody") && !examples.containsKey(name));
        });
        assertThat(faults).isEmpty();
        assertThat(calls().keySet()).containsAll(examples.keySet());
    }

    @Test
    void saysWhichAddressesAreFormerOnes() {
        Set<String> former = new TreeSet<>();
        calls().forEach((name, call) -> {
            if (call.path("deprecated").asBoolean()) {
                former.add(name);
            }
        });
        assertThat(former).hasSize(5).allMatch((name) -> name.contains("/bill-of-materials"));
        assertThat(calls().keySet()).noneMatch((name) -> name.contains("bill") && !former.contains(name));
    }

    @Test
    void givesExamplesThatCanBeRead() throws IOException {
        for (Map.Entry<String, String> example : OpenApiConfiguration.examples().entrySet()) {
            ObjectMapper reader = example.getKey().startsWith("PUT") ? new YAMLMapper() : JSON;
            assertThat(reader.readTree(example.getValue()).isContainerNode()).as(example.getKey()).isTrue();
        }
    }

    @Test
    void isAPageWithoutScript() {
        HttpResponse<String> answer = this.visitor.get("/reference");
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = this.visitor.page("/reference");
        assertThat(page.select("details summary code").eachText()).containsAll(calls().keySet());
        assertThat(page.select("main script, main style, main [style]")).isEmpty();
    }

    private Map<String, JsonNode> calls() {
        Map<String, JsonNode> calls = new java.util.TreeMap<>();
        this.api.path("paths")
            .properties()
            .forEach((path) -> path.getValue()
                .properties()
                .forEach((call) -> calls.put(call.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        call.getValue())));
        return calls;
    }

    private static void note(List<String> faults, String fault, boolean wrong) {
        if (wrong) {
            faults.add(fault);
        }
    }

}
