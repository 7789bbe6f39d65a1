package io.slipway.configuration.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.slipway.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bills of materials become components with what they contain and depend on, as JSON and
 * XML, and hostile ones are refused.
 */
class BomItemsTests {

    private static final String JSON = """
            { "bomFormat": "CycloneDX", "specVersion": "%s", "version": 1,
              "metadata": { "component": { "type": "application", "name": "till", "version": "3.1", "bom-ref": "till" } },
              "components": [
                { "type": "library", "group": "org.example", "name": "Core", "version": "2.0", "bom-ref": "core",
                  "purl": "pkg:maven/org.example/core@2.0", "licenses": [ { "license": { "id": "Apache-2.0" } } ],
                  "components": [ { "type": "library", "name": "inner", "version": "1", "bom-ref": "inner" } ] },
                { "type": "library", "name": "log", "version": "1.0", "bom-ref": "log1" },
                { "type": "library", "name": "log", "version": "2.0", "bom-ref": "log2" } ],
              "dependencies": [ { "ref": "till", "dependsOn": [ "core" ] }, { "ref": "core", "dependsOn": [ "log1", "nowhere" ] } ] }
            """;

    private static final String XML = """
            <?xml version="1.0"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
              <!-- a comment -->
              <components><component type="library" bom-ref="a"><name>alpha</name><version>1</version>
                <description><![CDATA[What <it> is]]></description></component></components>
            </bom>""";

    @ParameterizedTest
    @ValueSource(strings = { "1.2", "1.3", "1.4", "1.5", "1.6", "1.7" })
    void readsComponentsAndHowTheyHangTogether(String version) {
        List<ProposedItem> items = read(JSON.formatted(version), "");
        assertThat(items).extracting(ProposedItem::key)
            .containsExactly("till", "org.example-core", "inner", "log", "log-2.0");
        ProposedItem core = items.get(1);
        assertThat(core.value(Column.NAME)).isEqualTo("org.example/Core");
        assertThat(core.value(Column.VERSION)).isEqualTo("2.0");
        assertThat(core.value(Column.ATTRIBUTES)).contains("licence = Apache-2.0",
                "purl = pkg:maven/org.example/core@2.0");
        assertThat(core.value(Column.RELATIONS)).isEqualTo("contains inner\ndepends-on log");
        assertThat(items.get(0).value(Column.RELATIONS).lines()).containsExactly("contains log", "contains log-2.0",
                "contains org.example-core");
    }

    @Test
    void putsComponentsIntoAKnownItem() {
        List<ProposedItem> items = read(XML, "payments");
        assertThat(items).extracting(ProposedItem::key).containsExactly("payments", "alpha");
        assertThat(items.get(0).values()).containsOnlyKeys(Column.RELATIONS);
        assertThat(items.get(1).value(Column.DESCRIPTION)).isEqualTo("What <it> is");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{}", "[]", "<bom/>", "<html></html>", "plain", "{\"bomFormat\":\"CycloneDX\"}",
            "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">&x;</bom>" })
    void refusesWhatIsNoBom(String text) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(text, ""))
            .satisfies((refusal) -> assertThat(refusal.field()).isEqualTo("file"));
    }

    @Test
    void refusesDeepAndManyComponents() {
        String deep = "{\"type\":\"library\",\"name\":\"x\",\"components\":[".repeat(600) + "]}".repeat(600);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(
                () -> read("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":[" + deep + "]}", ""));
        String many = "{\"type\":\"library\",\"name\":\"x%d\"},".repeat(1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            all.append(many.formatted(i));
        }
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> read("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":["
                    + all.substring(0, all.length() - 1) + "]}", ""))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("configuration.import.rows"));
        assertThat(BomItems.key("ä".repeat(90))).matches("component-[0-9a-f]{8}");
        assertThat(BomItems.key("a".repeat(90))).hasSize(64);
    }

    private static List<ProposedItem> read(String text, String root) {
        return BomItems.read(text.getBytes(StandardCharsets.UTF_8), root, Map.of(Column.OWNER, "operations"), 100);
    }

}
