package io.slipway.configuration.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Bills of materials are read with identities, versions and licences, and hostile ones
 * are refused.
 */
class BomTests {

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
        Bom bom = read(JSON.formatted(version));
        assertThat(bom.format()).isEqualTo("JSON");
        assertThat(bom.specVersion()).isEqualTo(version);
        assertThat(bom.subject()).isEqualTo("till 3.1");
        assertThat(bom.components()).extracting(BomComponent::name)
            .containsExactly("chooser", "inner", "org.example/Core", "scoped");
        assertThat(bom.components()).extracting(BomComponent::identity)
            .containsExactly("chooser", "inner", "pkg:maven/org.example/core", "pkg:npm/%40scope/scoped");
        assertThat(bom.components().get(0).licences()).containsExactly(BomLicence.spdx("MIT OR AGPL-3.0-only"));
        assertThat(bom.components().get(2).licences()).containsExactly(BomLicence.spdx("Apache-2.0"),
                BomLicence.name("A licence of our own"));
        assertThat(bom.components().get(3).licences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.2", "1.3", "1.4", "1.5", "1.6", "1.7" })
    void readsEveryVersionAsXml(String version) {
        Bom bom = read(XML.formatted(version));
        assertThat(bom.format()).isEqualTo("XML");
        assertThat(bom.subject()).isEmpty();
        assertThat(bom.components())
            .containsExactly(new BomComponent("alpha", "alpha", "1", "", List.of(BomLicence.spdx("MIT"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "", "{", "{}", "[]", "<bom/>", "plain", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\"}",
                    "<!DOCTYPE bom [<!ENTITY x \"y\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">&x;</bom>" })
    void refusesWhatIsNoBom(String text) {
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
        assertRefused(begin + IntStream.rangeClosed(0, Bom.MOST_COMPONENTS)
            .mapToObj((i) -> "{\"type\":\"library\",\"name\":\"x" + i + "\"}")
            .collect(Collectors.joining(",")) + "]}", "configuration.import.rows");
        assertRefused(" ".repeat(Bom.MOST_MIB * 1024 * 1024 + 1), "configuration.import.large");
    }

    @Test
    void readsWhatIsWrittenBehindAByteOrderMark() {
        assertThat(read("\uFEFF" + JSON.formatted("1.6")).components()).hasSize(4);
        assertThat(read("\uFEFF" + XML.formatted("1.6")).components()).hasSize(1);
    }

    @Test
    void tellsAnEmptyListFromNone() {
        String main = "\"metadata\":{\"component\":{\"type\":\"application\",\"name\":\"app\"}}";
        Bom empty = read(bom("\"components\":[]," + main));
        assertThat(empty.components()).isEmpty();
        assertThat(empty.listed()).isTrue();
        assertThat(read(bom(main)).listed()).isFalse();
        assertThat(read(xml("<components/>")).listed()).isTrue();
        assertThat(read(xml("<metadata/>")).listed()).isFalse();
    }

    @Test
    void readsWhatItDoesNotLookAtInWhateverShape() {
        assertThat(read(bom("\"components\":[{\"type\":\"cryptographic-asset\",\"name\":\"ike\","
                + "\"cryptoProperties\":{\"protocolProperties\":{\"ikev2TransformTypes\":"
                + "{\"auth\":[{\"name\":\"a\"}]}}}}],\"declarations\":{\"claims\":7}"))
            .components()).hasSize(1);
    }

    @Test
    void keepsEveryLicence() {
        String many = IntStream.range(0, 20)
            .mapToObj((i) -> "{\"license\":{\"id\":\"L-" + i + "\"}}")
            .collect(Collectors.joining(","));
        String mixed = ",{\"expression\":\"MIT AND " + "(ISC OR Zlib) AND ".repeat(40) + "X11\"}";
        BomComponent one = read(bom("\"components\":[{\"name\":\"lib\",\"licenses\":[" + many + mixed + "]}]"))
            .components()
            .get(0);
        assertThat(one.licences()).hasSize(21).contains(BomLicence.spdx("L-0"), BomLicence.spdx("L-19"));
        assertThat(one.licences().get(20).text()).endsWith("X11");
        assertThat(read(xml("<components><component><name>lib</name><licenses><license><id>MIT</id></license>"
                + "<expression-detailed expression='ISC OR Zlib'><licensing/></expression-detailed>"
                + "<expression>X11</expression></licenses></component></components>"))
            .components()
            .get(0)
            .licences()).extracting(BomLicence::text).containsExactly("MIT", "ISC OR Zlib", "X11");
    }

    @Test
    void givesWhatIsListedTwiceTheLicencesOfBoth() {
        assertThat(read(bom("\"components\":[{\"name\":\"lib\",\"version\":\"1\"},"
                + "{\"name\":\"lib\",\"version\":\"1\",\"licenses\":[{\"license\":{\"id\":\"MIT\"}}]}]"))
            .components()).containsExactly(new BomComponent("lib", "lib", "1", "", List.of(BomLicence.spdx("MIT"))));
        assertRefused(bom("\"components\":[],\"components\":[{\"name\":\"lib\"}]"), "configuration.import.bom");
    }

    @Test
    void looksIntoWhatTheArtifactItselfConsistsOf() {
        Bom bom = read(bom("\"metadata\":{\"component\":{\"name\":\"app\",\"licenses\":"
                + "[{\"expression\":\"MIT\"}],\"components\":[{\"name\":\"inner\"}]}}"));
        assertThat(bom.ownLicences()).containsExactly(BomLicence.spdx("MIT"));
        assertThat(bom.components()).extracting(BomComponent::name).containsExactly("inner");
    }

    @Test
    void takesWhatWasObservedWhereNothingIsDeclared() {
        String observed = "\"evidence\":{\"licenses\":[{\"license\":{\"id\":\"ISC\"}}]}";
        String declared = ",\"licenses\":[{\"license\":{\"id\":\"MIT\"}}]";
        assertThat(read(bom("\"components\":[{\"name\":\"a\"," + observed + "},{\"name\":\"b\"," + observed + declared
                + "},{\"name\":\"c\",\"licenses\":[{\"expression\":\"NOASSERTION\"}]}]"))
            .components()).extracting(BomComponent::licences)
            .containsExactly(List.of(BomLicence.spdx("ISC")), List.of(BomLicence.spdx("MIT")), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = { "<x:more><licenses><license><id>AGPL-3.0-only</id></license></licenses></x:more>",
            "<x:licenses><x:license><x:id>AGPL-3.0-only</x:id></x:license></x:licenses>",
            "<licenses><license><x:more><id>AGPL-3.0-only</id></x:more></license></licenses>",
            "<licenses><x:choice><license><id>AGPL-3.0-only</id></license></x:choice></licenses>" })
    void findsLicencesBehindElementsOfOtherNamespaces(String licences) {
        for (String around : List.of("%s", "<x:some>%s</x:some>")) {
            String component = around.formatted("<component><name>lib</name>" + licences + "</component>");
            String components = around.formatted("<components>" + component + "</components>");
            assertThat(read(xml(components)).components().get(0).licences()).extracting(BomLicence::text)
                .singleElement()
                .asString()
                .contains("AGPL-3.0-only");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "[{}]", "[7]", "[{\"license\":{}}]", "[{\"license\":{\"id\":[\"MIT\"]}}]",
            "[{\"licence\":{\"id\":\"MIT\"}}]", "{\"license\":{\"id\":\"MIT\"}}", "[{\"expression\":\" \"}]" })
    void keepsWhatIsNoLicenceAsSuch(String licences) {
        assertThat(read(bom("\"components\":[{\"name\":\"lib\",\"licenses\":" + licences + "}]")).components()
            .get(0)
            .licences()).hasSize(1).allMatch((one) -> one.text().startsWith("? ") && !one.named());
    }

    @Test
    void refusesWhatItDoesNotUnderstandWithItsReason() {
        assertRefused(JSON.formatted("2.0"), "configuration.import.bom.version");
        assertRefused(XML.formatted("1.9"), "configuration.import.bom.version");
        assertRefused(bom("\"components\":[{\"type\":\"library\"}]"), "configuration.import.bom.nameless");
        assertRefused(bom("\"components\":{\"name\":\"lib\"}"), "configuration.import.bom");
        assertRefused(xml("<components><component><name>a&b;</name></component></components>"),
                "configuration.import.bom");
    }

    private static String bom(String content) {
        return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.7\"," + content + "}";
    }

    private static String xml(String content) {
        return "<bom xmlns='http://cyclonedx.org/schema/bom/1.7' xmlns:x='urn:example:x'>" + content + "</bom>";
    }

    private static void assertRefused(String text, String code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(text)).satisfies((refusal) -> {
            assertThat(refusal.field()).isEqualTo("file");
            assertThat(refusal.code()).startsWith((code != null) ? code : "configuration.import.");
        });
    }

    private static Bom read(String text) {
        return Bom.read(text.getBytes(StandardCharsets.UTF_8));
    }

}
