package io.slipway.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tools import items: they learn first what would happen, and then all of it happens or
 * nothing.
 */
@SlipwayTest
class ImportApiTests {

    private static final String PATH = "/api/v1/items/imports";

    private static final String CSV = "text/csv";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    SomeToken tokens;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "i" + UUID.randomUUID().toString().substring(0, 8) + "-";

    private String keeper;

    private ApiClient tool;

    @BeforeEach
    void signIn() {
        this.keeper = this.somePerson.with(Role.CONFIGURATION_MANAGER, Role.TEST_MANAGER);
        this.tool = ApiClient.bearer(this.port, this.tokens.of(this.keeper, Role.CONFIGURATION_MANAGER));
    }

    @Test
    void isForConfigurationManagersAndTheirTokensOnly() {
        for (String query : List.of("", "?dryRun=true")) {
            ApiClient.problem(ApiClient.stranger(this.port).send("POST", PATH + query, CSV, file("a")), 401);
            for (String person : List.of("auditor", "administrator", "release-manager")) {
                ApiClient.problem(ApiClient.of(this.port, person).send("POST", PATH + query, CSV, file("a")), 403);
            }
            for (String token : List.of(this.tokens.of(this.keeper, Role.TEST_MANAGER),
                    this.tokens.of(this.keeper, false, List.of(), List.of(), Role.CONFIGURATION_MANAGER),
                    this.tokens.of(this.keeper, true, List.of(), List.of("Payments"), Role.CONFIGURATION_MANAGER))) {
                ApiClient.problem(ApiClient.bearer(this.port, token).send("POST", PATH + query, CSV, file("a")), 403);
            }
        }
        ApiClient.problem(this.tool.get("/api/v1/items/" + this.mark + "a"), 404);
    }

    @Test
    void saysWhatWouldHappenAndThenDoesIt() {
        JsonNode plan = ok(this.tool.send("POST", PATH + "?dryRun=true", CSV, file("a", "b")));
        assertThat(plan.path("dryRun").asBoolean()).isTrue();
        assertThat(plan.path("imported").isNull()).isTrue();
        assertThat(plan.path("created").asInt()).isEqualTo(2);
        assertThat(plan.path("rows").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(plan.path("rows").findValuesAsText("action")).containsExactly("CREATE", "CREATE");
        ApiClient.problem(this.tool.get("/api/v1/items/" + this.mark + "a"), 404);

        JsonNode done = ok(this.tool.send("POST", PATH + "?name=nightly.csv", CSV + ";charset=utf-8", file("a", "b")));
        assertThat(done.path("imported").asLong()).isPositive();
        assertThat(ApiClient.json(this.tool.get("/api/v1/items/" + this.mark + "b")).path("relations")).hasSize(1);
        assertThat(this.jdbc.sql("select concat(state, added, file_name) from item_imports where id = ?")
            .param(done.path("imported").asLong())
            .query(String.class)
            .single()).isEqualTo("APPLIED2nightly.csv");
        assertThat(this.jdbc.sql("select count(*) from audit_entries where subject = ? and token like 'test-%'")
            .param(this.mark + "a")
            .query(Integer.class)
            .single()).isPositive();

        JsonNode again = ok(this.tool.send("POST", PATH, CSV, file("a", "b").replace("low", "high")));
        assertThat(again.path("updated").asInt()).isEqualTo(2);
        assertThat(again.path("rows").path(0).path("changes").path(0).path("field").asText()).isEqualTo("criticality");
        assertThat(again.path("rows").path(0).path("changes").path(0).path("after").asText()).isEqualTo("HIGH");
        JsonNode same = ok(this.tool.send("POST", PATH, CSV, file("a", "b").replace("low", "high")));
        assertThat(same.path("unchanged").asInt()).isEqualTo(2);
        assertThat(same.path("imported").isNull()).isTrue();
    }

    @Test
    void importsNothingWhereOneRowIsRefused() {
        String rows = file("a") + this.mark + "b,,spaceship,low,nobody-here,1," + "\n";
        JsonNode problem = ApiClient.problem(this.tool.send("POST", PATH, CSV, rows), 422);
        assertThat(problem.path("detail").asText()).isEqualTo("One row is refused; nothing of the file was imported.");
        assertThat(problem.path("errors").findValuesAsText("field")).contains("line 3: name", "line 3: type",
                "line 3: owner");
        ApiClient.problem(this.tool.get("/api/v1/items/" + this.mark + "a"), 404);
        JsonNode plan = ok(this.tool.send("POST", PATH + "?dryRun=true", CSV, rows));
        assertThat(plan.path("refused").asInt()).isEqualTo(1);
        assertThat(plan.path("rows").path(0).path("errors").findValuesAsText("field")).contains("type", "owner");
    }

    @Test
    void takesBoms() {
        String bom = """
                { "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  { "type": "library", "name": "%slib", "version": "1.0" } ] }""".formatted(this.mark);
        ok(this.tool.send("POST", PATH, CSV, file("app")));
        String of = PATH + "?root=" + this.mark + "app&owner=operations";
        assertThat(ok(this.tool.send("POST", of, "application/vnd.cyclonedx+json", bom)).path("created").asInt())
            .isEqualTo(1);
        JsonNode item = ApiClient.json(this.tool.get("/api/v1/items/" + this.mark + "lib"));
        assertThat(item.path("owner").asText()).isEqualTo("operations");
        String xml = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\"><components><component"
                + " type=\"library\"><name>" + this.mark
                + "lib</name><version>2.0</version></component></components></bom>";
        assertThat(ok(this.tool.send("POST", of, "application/xml", xml)).path("updated").asInt()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(ApiClient.problem(this.tool.send("POST", PATH, CSV, "key,colour\na,b\n"), 422)
            .path("errors")
            .findValuesAsText("field")).containsExactly("file");
        ApiClient.problem(this.tool.send("POST", PATH, "application/json", "{}"), 422);
        ApiClient.problem(this.tool.send("POST", PATH, CSV, ""), 400);
        ApiClient.problem(this.tool.send("POST", PATH + "?dryRun=perhaps", CSV, file("a")), 400);
        ApiClient.problem(this.tool.send("POST", PATH, "application/octet-stream", file("a")), 415);
        ApiClient.problem(this.tool.stream("POST", PATH, CSV, new byte[5 * 1024 * 1024 + 1]), 413);
    }

    @Test
    void isDoneOncePerIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = this.tool.send("POST", PATH, CSV, file("a"), "Idempotency-Key", key);
        HttpResponse<String> second = this.tool.send("POST", PATH, CSV, file("a"), "Idempotency-Key", key);
        assertThat(ok(first).path("created").asInt()).isEqualTo(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        ApiClient.problem(this.tool.send("POST", PATH, CSV, file("b"), "Idempotency-Key", key), 422);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiClient.json(answer);
    }

    /** Items, each of which uses the one before it. */
    private String file(String... names) {
        StringBuilder rows = new StringBuilder("key,name,type,criticality,owner,version,relations\n");
        for (int i = 0; i < names.length; i++) {
            String key = this.mark + names[i];
            rows.append("%s,Name of %s,host,low,operations,1,%s\n".formatted(key, key,
                    (i > 0) ? "uses " + this.mark + names[i - 1] : ""));
        }
        return rows.toString();
    }

}
