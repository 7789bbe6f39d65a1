package io.slipway.audit.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happened to a release is an object-centric event log as OCEL 2.0 defines it, in
 * both of its forms: everything is declared, every relation resolves, nothing is there
 * twice.
 */
@SlipwayTest
class OcelLogsTests {

    private static String key = "";

    @Autowired
    Exports exports;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void drive() {
        if (key.isEmpty()) {
            String driven = this.driver.register("Of many objects");
            this.driver.close(driven);
            key = driven;
        }
    }

    @Test
    void keepsTheRulesOfTheStandard() throws IOException {
        JsonNode log = json();
        Map<String, JsonNode> events = declared(log.get("eventTypes"));
        Map<String, JsonNode> objects = declared(log.get("objectTypes"));
        assertThat(names(log)).containsExactlyInAnyOrder("objectTypes", "eventTypes", "objects", "events");
        Set<String> ids = new HashSet<>();
        Set<String> things = new HashSet<>();
        log.get("objects").forEach((object) -> things.add(object.get("id").asText()));
        log.get("events").forEach((event) -> {
            assertThat(ids.add(event.get("id").asText())).isTrue();
            assertThat(Instant.parse(event.get("time").asText())).isAfter(Instant.EPOCH);
            event.get("attributes").forEach((value) -> {
                assertThat(names(value)).containsExactlyInAnyOrder("name", "value");
                typed(events.get(event.get("type").asText()), value);
            });
            resolve(event, things);
        });
        log.get("objects").forEach((object) -> {
            assertThat(ids.add(object.get("id").asText())).isTrue();
            Set<String> begun = new HashSet<>();
            object.get("attributes").forEach((value) -> {
                typed(objects.get(object.get("type").asText()), value);
                assertThat(Instant.parse(value.get("time").asText())).isNotNull();
                if (value.get("time").asText().equals("1970-01-01T00:00:00Z")) {
                    begun.add(value.get("name").asText());
                }
                assertThat(begun).as("a value is there from the beginning").contains(value.get("name").asText());
            });
            resolve(object, things);
        });
    }

    @Test
    void tellsOfTheReleaseAndOfEachThingThatItHappenedTo() throws IOException {
        JsonNode log = json();
        Map<String, JsonNode> things = new HashMap<>();
        log.get("objects").forEach((object) -> things.put(object.get("id").asText(), object));
        assertThat(
                StreamSupport.stream(log.get("events").spliterator(), false).map((event) -> event.get("id").asText()))
            .containsExactlyElementsOf(this.jdbc
                .sql("select concat('event:', sequence) from audit_entries where release_key = :key order by sequence")
                .param("key", key)
                .query(String.class)
                .list());
        assertThat(things.values()).extracting((object) -> object.get("type").asText())
            .contains("Release", "Package", "Unit", "Change", "Deployment", "Service", "Person");
        List<String> phases = new ArrayList<>();
        things.get("release:" + key).get("attributes").forEach((value) -> {
            if (value.get("name").asText().equals("phase")) {
                phases.add(value.get("value").asText());
            }
        });
        assertThat(phases).startsWith("PLAN", "BUILD", "TEST").endsWith("REVIEW");
        assertThat(related(log, "Deployment started")).contains("release:" + key + " of",
                "deployment:" + key + "/1 deploys");
        assertThat(related(log, "Change authorised")).anyMatch((one) -> one.matches("change:.* decides on"))
            .anyMatch((one) -> one.matches("person:p-[0-9a-f]{16} performed by"));
        assertThat(log.toString()).doesNotContain("\"service-owner\",\"");
        assertThat(things.keySet()).filteredOn((id) -> id.startsWith("person:"))
            .allMatch((id) -> id.matches("person:p-[0-9a-f]{16}"));
    }

    @Test
    void isTheSameInTablesAsTheStandardLaysThemOut() throws IOException {
        Path file = this.folder.resolve("log.sqlite");
        Files.write(file, Exported.by(this.acting, this.exports, Exported.release(ExportKind.OCEL_SQLITE, key))
            .file("log.ocel.sqlite"));
        JdbcClient tables = JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + file));
        JsonNode log = json();
        assertThat(columns(tables, "event_map_type")).containsExactly("ocel_type", "ocel_type_map");
        assertThat(columns(tables, "object_map_type")).containsExactly("ocel_type", "ocel_type_map");
        assertThat(columns(tables, "event")).containsExactly("ocel_id", "ocel_type");
        assertThat(columns(tables, "object")).containsExactly("ocel_id", "ocel_type");
        assertThat(columns(tables, "event_object")).containsExactly("ocel_event_id", "ocel_object_id",
                "ocel_qualifier");
        assertThat(columns(tables, "object_object")).containsExactly("ocel_source_id", "ocel_target_id",
                "ocel_qualifier");
        assertThat(columns(tables, "event_DeploymentStarted")).startsWith("ocel_id", "ocel_time")
            .contains("activity", "transition");
        assertThat(columns(tables, "object_Release")).startsWith("ocel_id", "name")
            .endsWith("ocel_time", "ocel_changed_field");
        for (String[] side : new String[][] { { "events", "event", "event_object", "ocel_event_id" },
                { "objects", "object", "object_object", "ocel_source_id" } }) {
            assertThat(list(tables, "select ocel_id || ' ' || ocel_type from " + side[1]))
                .containsExactlyInAnyOrderElementsOf(of(log.get(side[0]), "id", "type"));
            List<String> relations = new ArrayList<>();
            log.get(side[0])
                .forEach((one) -> of(one.get("relationships"), "objectId", "qualifier")
                    .forEach((relation) -> relations.add(one.get("id").asText() + " " + relation)));
            assertThat(list(tables,
                    "select " + side[3] + " || ' ' || "
                            + (side[1].equals("event") ? "ocel_object_id" : "ocel_target_id")
                            + " || ' ' || ocel_qualifier from " + side[2]))
                .containsExactlyInAnyOrderElementsOf(relations);
            list(tables, "select ocel_type_map from " + side[1] + "_map_type").forEach((map) -> assertThat(list(tables,
                    "select ocel_id from \"" + side[1] + "_" + map + "\" except select o.ocel_id from " + side[1]
                            + " o join " + side[1]
                            + "_map_type m on m.ocel_type = o.ocel_type where m.ocel_type_map = '" + map + "'"))
                .as(map)
                .isEmpty());
        }
        assertThat(list(tables,
                "select ocel_time || ' ' || phase || ' ' || status || coalesce(ocel_changed_field, '')"
                        + " from object_Release where ocel_changed_field is null"))
            .containsExactly("1970-01-01T00:00:00Z PLAN OPEN");
        assertThat(list(tables,
                "select coalesce(name, '') || status from object_Release" + " where ocel_changed_field = 'status'"))
            .containsExactly("CLOSED");
    }

    private JsonNode json() throws IOException {
        Exported export = Exported.by(this.acting, this.exports, Exported.release(ExportKind.OCEL_JSON, key));
        return new ObjectMapper().readTree(export.file("log.ocel.json"));
    }

    private static Map<String, JsonNode> declared(JsonNode types) {
        Map<String, JsonNode> declared = new HashMap<>();
        types.forEach((type) -> assertThat(declared.put(type.get("name").asText(), type.get("attributes"))).isNull());
        return declared;
    }

    private static void typed(JsonNode attributes, JsonNode value) {
        String type = StreamSupport.stream(attributes.spliterator(), false)
            .filter((one) -> one.get("name").equals(value.get("name")))
            .map((one) -> one.get("type").asText())
            .findFirst()
            .orElseThrow(() -> new AssertionError("Not declared: " + value));
        JsonNode is = value.get("value");
        assertThat(is.isTextual()).as("the schema of the standard has texts only: " + value).isTrue();
        assertThat(switch (type) {
            case "string" -> true;
            case "time" -> Instant.parse(is.asText()) != null;
            case "integer" -> is.asText().matches("-?\\d{1,18}");
            case "boolean" -> is.asText().matches("true|false");
            default -> false;
        }).as(value + " is a " + type).isTrue();
    }

    private static void resolve(JsonNode one, Set<String> things) {
        List<String> relations = of(one.get("relationships"), "objectId", "qualifier");
        assertThat(relations).doesNotHaveDuplicates();
        one.get("relationships").forEach((relation) -> assertThat(things).contains(relation.get("objectId").asText()));
    }

    private static List<String> of(JsonNode list, String first, String second) {
        return StreamSupport.stream(list.spliterator(), false)
            .map((one) -> one.get(first).asText() + " " + one.get(second).asText())
            .toList();
    }

    private static List<String> related(JsonNode log, String type) {
        return StreamSupport.stream(log.get("events").spliterator(), false)
            .filter((event) -> event.get("type").asText().equals(type))
            .flatMap((event) -> of(event.get("relationships"), "objectId", "qualifier").stream())
            .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> columns(JdbcClient tables, String table) {
        return list(tables, "select name from pragma_table_info('" + table + "') order by cid");
    }

    private static List<String> list(JdbcClient tables, String statement) {
        return tables.sql(statement).query(String.class).list();
    }

}
