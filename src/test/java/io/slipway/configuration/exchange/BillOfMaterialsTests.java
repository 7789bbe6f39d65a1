package io.slipway.configuration.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.ui.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bills of materials are read with identities, versions and licences, and hostile ones
 * are refused.
 */
class BillOfMaterialsTests {

    private static final String JSON = """
            { "bomFormat": "CycloneDX", "specVersion": "%s", "version": 1,
              "metadata": { "component": { "type": "application", "name": "till", "version": "3.1" } },
              "components": [
                { "type": "library", "group": "org.example", "name": "Core", "version": "2.0",
                  "purl": "pkg:maven/org.example/core@2.0?type=jar", "licenses": [ { "license": { "id": "Apache-2.0" } },
                    { "license": { "name": "A licence of our own" } } ],
                  "components": [ { "type": "library", "name": "inner", "version": "1" } ] },
                { "type": "library", "name": "chooser", "version": "1",
                  "licenses": [ { "expression": "MIT OR AGPL-3.0-only" } ] },
                { "type": "library", "name": "inner", "version": "1" },
                { "type": "library", "name": "scoped", "version": "1", "purl": "pkg:npm/%%40scope/scoped@1" } ] }
            """;

    private static final String XML = """
            <?xml version="1.0"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/%s" version="1">
              <components><component type="library"><name>alpha</name><version>1</version>
                <licenses><license><id>MIT</id></license></licenses></component></components>
            </bom>""";

    @ParameterizedTest
    @ValueSource(strings = { "1.2", "1.3", "1.4", "1.5", "1.6", "1.7" })
    void readsEveryVersionAsJson(String version) {
        BillOfMaterials bill = read(JSON.formatted(version));
        assertThat(bill.format()).isEqualTo("JSON");
        assertThat(bill.specVersion()).isEqualTo(version);
        assertThat(bill.subject()).isEqualTo("till 3.1");
        assertThat(bill.components()).extracting(BomComponent::name)
            .containsExactly("chooser", "inner", "org.example/Core", "scoped");
        assertThat(bill.components()).extracting(BomComponent::identity)
            .containsExactly("chooser", "inner", "pkg:maven/org.example/core", "pkg:npm/%40scope/scoped");
        assertThat(bill.components().get(0).licences()).containsExactly("MIT OR AGPL-3.0-only");
        assertThat(bill.components().get(2).licences()).containsExactly("Apache-2.0", "A licence of our own");
        assertThat(bill.components().get(3).licences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.2", "1.3", "1.4", "1.5", "1.6", "1.7" })
    void readsEveryVersionAsXml(String version) {
        BillOfMaterials bill = read(XML.formatted(version));
        assertThat(bill.format()).isEqualTo("XML");
        assertThat(bill.subject()).isEmpty();
        assertThat(bill.components()).containsExactly(new BomComponent("alpha", "alpha", "1", "", List.of("MIT")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "{", "{}", "[]", "<bom/>", "plain", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\"}",
                    "<!DOCTYPE bom [<!ENTITY x \"y\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">&x;</bom>" })
    void refusesWhatIsNoBill(String text) {
        assertRefused(text, null);
    }

    @Test
    void refusesWhatIsTooDeepTooManyOrTooLarge() {
        String begin = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":[";
        String nested = "{\"type\":\"library\",\"name\":\"x\",\"components\":[";
        assertRefused(begin + nested.repeat(60) + "]}".repeat(60) + "]}", "configuration.import.deep");
        assertRefused(begin + nested.repeat(5000) + "]}".repeat(5000) + "]}", null);
        assertRefused("<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">"
                + "<components><component type=\"library\"><name>x</name>".repeat(3000)
                + "</component></components>".repeat(3000) + "</bom>", null);
        assertRefused(begin + IntStream.rangeClosed(0, BillOfMaterials.MOST_COMPONENTS)
            .mapToObj((i) -> "{\"type\":\"library\",\"name\":\"x" + i + "\"}")
            .collect(Collectors.joining(",")) + "]}", "configuration.import.rows");
        assertRefused(" ".repeat(BillOfMaterials.MOST_MIB * 1024 * 1024 + 1), "configuration.import.large");
    }

    private static void assertRefused(String text, String code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(text)).satisfies((refusal) -> {
            assertThat(refusal.field()).isEqualTo("file");
            assertThat(refusal.code()).startsWith((code != null) ? code : "configuration.import.");
        });
    }

    private static BillOfMaterials read(String text) {
        return BillOfMaterials.read(text.getBytes(StandardCharsets.UTF_8));
    }

}
