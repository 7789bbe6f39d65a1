package io.slipway.audit.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happened to a release is an event log as IEEE 1849-2016 describes it, by its
 * structure and by what its extensions promise.
 */
@SlipwayTest
class XesLogsTests {

    /** The standard life cycle, of the lifecycle extension. */
    private static final Set<String> TRANSITIONS = Set.of("schedule", "assign", "withdraw", "reassign", "start",
            "suspend", "resume", "pi_abort", "ate_abort", "complete", "autoskip", "manualskip", "unknown");

    @Autowired
    Exports exports;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsWhatHappenedToReleasesChangesAndDeployments() throws Exception {
        String key = this.driver.register("A log with <tags> & \u0007");
        this.driver.close(key);
        Exported export = Exported.by(this.acting, this.exports, Exported.release(ExportKind.XES, key));
        assertThat(export.files().keySet()).containsExactly("releases.xes", "changes.xes", "deployments.xes",
                "export.json");

        Document releases = valid(export.file("releases.xes"));
        List<Element> traces = children(releases.getDocumentElement(), "trace");
        assertThat(traces).hasSize(1);
        assertThat(attributes(traces.get(0))).containsEntry("concept:name", key)
            .containsEntry("name", "A log with <tags> & \uFFFD")
            .containsEntry("status", "CLOSED");
        List<Map<String, String>> events = events(traces.get(0));
        assertThat(events.stream().map((event) -> event.get("sequence"))).containsExactlyElementsOf(
                this.jdbc.sql("select sequence from audit_entries where release_key = :key order by sequence")
                    .param("key", key)
                    .query(String.class)
                    .list());
        assertThat(export.description().at("/files/0/rows").asInt()).isEqualTo(events.size());
        assertThat(events).extracting((event) -> event.get("concept:name") + " " + event.get("lifecycle:transition"))
            .contains("Registered the release complete", "Approve plan complete", "Started the deployment start",
                    "Closed the release complete");
        assertThat(events).extracting((event) -> event.get("org:role")).contains("release-manager");
        assertThat(events).extracting((event) -> event.get("org:resource"))
            .contains("Slipway")
            .allMatch((name) -> name.matches("Slipway|p-[0-9a-f]{16}"));

        Document changes = valid(export.file("changes.xes"));
        assertThat(children(changes.getDocumentElement(), "trace")).singleElement()
            .satisfies((trace) -> assertThat(attributes(trace)).containsEntry("release", key)
                .containsEntry("concept:name",
                        this.jdbc.sql("select number from change_records where release_key = :key")
                            .param("key", key)
                            .query(String.class)
                            .single()));
        Document deployments = valid(export.file("deployments.xes"));
        assertThat(children(deployments.getDocumentElement(), "trace")).singleElement().satisfies((trace) -> {
            assertThat(attributes(trace)).containsEntry("concept:name", key + "/1");
            assertThat(events(trace)).extracting((event) -> event.get("action"))
                .contains("Started the deployment", "Deployed the package with success", "Verified the deployment");
        });
    }

    /**
     * A log that the schema finds right, and of which every promise of its head is kept.
     */
    private static Document valid(byte[] file) throws SAXException, IOException, ParserConfigurationException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new ClassPathResource("audit/xes.xsd").getURL())
            .newValidator()
            .validate(new StreamSource(new ByteArrayInputStream(file)));
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        Document document = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(file));
        Element log = document.getDocumentElement();
        assertThat(log.getAttribute("xes.version")).isEqualTo("1849-2016");
        Set<String> declared = children(log, "extension").stream()
            .map((extension) -> extension.getAttribute("prefix"))
            .collect(Collectors.toSet());
        Map<String, Set<String>> globals = new LinkedHashMap<>();
        children(log, "global")
            .forEach((global) -> globals.put(global.getAttribute("scope"), new TreeSet<>(attributes(global).keySet())));
        Set<String> classified = Set.of(children(log, "classifier").get(0).getAttribute("keys").split(" "));
        Set<String> ids = new TreeSet<>();
        for (Element trace : children(log, "trace")) {
            assertThat(attributes(trace).keySet()).containsAll(globals.get("trace"));
            assertThat(ids.add(attributes(trace).get("identity:id"))).isTrue();
            events(trace).forEach((event) -> {
                assertThat(event.keySet()).containsAll(globals.get("event")).containsAll(classified);
                assertThat(event.keySet()).filteredOn((name) -> name.contains(":"))
                    .allMatch((name) -> declared.contains(name.split(":")[0]));
                assertThat(TRANSITIONS).contains(event.get("lifecycle:transition"));
                assertThat(event.get("time:timestamp")).matches(".*T..:..:..\\.\\d{3}\\+00:00");
                assertThat(OffsetDateTime.parse(event.get("time:timestamp")).toInstant()).isAfter(Instant.EPOCH);
                assertThat(ids.add(event.get("identity:id"))).isTrue();
            });
        }
        return document;
    }

    private static List<Map<String, String>> events(Element trace) {
        return children(trace, "event").stream().map(XesLogsTests::attributes).toList();
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        children(element, "*").stream()
            .filter((child) -> child.hasAttribute("value"))
            .forEach((child) -> assertThat(attributes.put(child.getAttribute("key"), child.getAttribute("value")))
                .as("keys are unique among the attributes of one element")
                .isNull());
        return attributes;
    }

    private static List<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = of.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element child && (name.equals("*") || child.getLocalName().equals(name))) {
                children.add(child);
            }
        }
        return children;
    }

}
