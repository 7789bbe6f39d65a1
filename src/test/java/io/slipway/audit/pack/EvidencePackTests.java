package io.slipway.audit.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.slipway.audit.AuditManagement;
import io.slipway.audit.chain.SealNow;
import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A pack tells the whole story of a release, to people and to machines, the same each
 * time.
 */
@SlipwayTest
class EvidencePackTests {

    @Autowired
    EvidencePack packs;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SealNow record;

    @Autowired
    PackNow sealing;

    @Autowired
    AuditManagement audit;

    @Autowired
    Acting acting;

    @Test
    void tellsTheWholeStoryToPeopleAndMachinesTheSameEachTime() throws IOException {
        String key = this.driver.register("To take away \"quoted\" & <told> — ü → ж");
        this.driver.close(key);
        this.record.seal();
        Map<String, byte[]> pack = this.acting.as("auditor", () -> this.packs.of(key));
        assertThat(this.acting.as("auditor", () -> this.packs.of(key))).usingRecursiveComparison().isEqualTo(pack);

        Document page = Jsoup.parse(text(pack, "report.html"));
        assertThat(page.select("h2").eachAttr("id")).containsSubsequence("release", "plan", "policy", "decisions",
                "package", "tests", "gates", "change", "deployment", "support", "review", "process", "trail",
                "integrity");
        assertThat(page.select("script, link, img")).isEmpty();
        assertThat(page.text()).contains("tamper-evident", "quoted\" & <told> — ü → ж", "Approve plan")
            .doesNotContain("??");
        try (PDDocument pdf = Loader.loadPDF(pack.get("report.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Evidence of " + key, "& <told> — ü → ж",
                    "Authorise");
            archival(pdf);
        }
        states(pack);
        tellsWhatWasSeen(key, pack, page);
    }

    /** What PDF/A-2a asks for, as far as it can be forgotten; veraPDF knows the rest. */
    private static void archival(PDDocument pdf) throws IOException {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getOutputIntents()).hasSize(1);
        assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
            .containsPattern("pdfaid:part>2<|pdfaid:part=.2")
            .containsPattern("pdfaid:conformance>A<|pdfaid:conformance=.A")
            .contains("pdfuaid");
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
            }
        }
    }

    /** The digests are those of the record, and can be made again of what is told. */
    private void tellsWhatWasSeen(String key, Map<String, byte[]> pack, Document page) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> digests = new ArrayList<>();
        for (JsonNode one : json.readTree(pack.get("release.json")).at("/chapters/decisions/decisions")) {
            if (one.has("seen")) {
                ArrayNode facts = json.createArrayNode();
                one.get("seen")
                    .forEach((fact) -> facts.addObject()
                        .put("weight", fact.get("weight").asText())
                        .put("label", fact.get("label").asText())
                        .put("reason", fact.path("reason").asText())
                        .set("changed", fact.has("changed") ? fact.get("changed") : NullNode.instance));
                String content = "{\"question\":" + json.writeValueAsString(one.path("question").asText())
                        + ",\"facts\":" + json.writeValueAsString(facts) + "}";
                assertThat(DigestUtils.sha256Hex(content)).isEqualTo(one.get("seenDigest").asText());
                assertThat(one.get("how").asText()).isIn("SHOWN", "CHANGED", "NOT_SHOWN", "BY_RULE");
                digests.add(one.get("seenDigest").asText());
            }
        }
        assertThat(digests).isNotEmpty();
        assertThat(page.select("#decisions ~ div").text()).contains("What the decider saw", digests.get(0));
        assertThat(this.audit.whole(key)
            .stream()
            .flatMap((row) -> row.newValues().values().stream())
            .map(String::valueOf)
            .toList()).containsAll(digests);
        List<String> stated = new ArrayList<>();
        for (String line : text(pack, "statements.intoto.jsonl").lines().toList()) {
            JsonNode predicate = json.readTree(Base64.getDecoder().decode(json.readTree(line).get("payload").asText()))
                .get("predicate");
            if (predicate.has("seen")) {
                stated.add(predicate.at("/seen/digest/sha256").asText());
            }
        }
        assertThat(digests).containsAll(stated);
        assertThat(stated).isNotEmpty();
    }

    @Test
    void isSealedOnceAtTheEndAndStaysWhatItWas() {
        String key = this.driver.register("To be sealed");
        this.sealing.seal(key);
        assertThat(sealed(key)).isEmpty();
        this.driver.cancel(key);
        this.sealing.seal(key);
        assertThat(sealed(key)).as("its last rows are not signed yet").isEmpty();
        this.record.seal();
        this.sealing.seal(key);
        SealedPack sealed = sealed(key).orElseThrow();
        Map<String, byte[]> pack = this.acting.as("auditor", () -> this.packs.atEnd(key));
        assertThat(sealed.digest()).isEqualTo(DigestUtils.sha256Hex(pack.get("manifest.txt")));
        assertThat(this.audit.whole(key)).filteredOn((row) -> row.action().equals("release.pack-sealed"))
            .singleElement()
            .satisfies((row) -> assertThat(row.newValues()).containsEntry("digest", sealed.digest())
                .containsEntry("logSize", String.valueOf(sealed.logSize())));

        this.sealing.seal(key);
        this.record.seal();
        assertThat(sealed(key)).contains(sealed);
        assertThat(this.acting.as("auditor", () -> this.packs.atEnd(key))).usingRecursiveComparison().isEqualTo(pack);
        assertThat(text(pack, "rows.jsonl")).doesNotContain("pack-sealed");
        assertThat(text(this.acting.as("auditor", () -> this.packs.of(key)), "rows.jsonl")).contains("pack-sealed");
    }

    @Test
    void isForAuditorsAndAdministrators() {
        String key = this.driver.register("To be read by few");
        for (ThrowingCallable way : List.<ThrowingCallable>of(() -> this.packs.of(key), () -> this.packs.atEnd(key),
                () -> this.packs.sealed(key))) {
            this.acting.as("release-manager", () -> assertThatThrownBy(way).isInstanceOf(AccessDeniedException.class));
        }
    }

    private Optional<SealedPack> sealed(String key) {
        return this.acting.as("auditor", () -> this.packs.sealed(key));
    }

    /** Read by the names of the published formats, not by ours. */
    private static void states(Map<String, byte[]> pack) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode release = json.readTree(pack.get("release.json")).get("chapters");
        List<String> digests = release.at("/package/units").findValuesAsText("digest");
        List<String> types = new ArrayList<>();
        for (String line : text(pack, "statements.intoto.jsonl").lines().toList()) {
            JsonNode envelope = json.readTree(line);
            assertThat(envelope.get("payloadType").asText()).isEqualTo("application/vnd.in-toto+json");
            assertThat(envelope.at("/signatures/0/keyid").asText()).isEqualTo(text(pack, "key.txt").strip());
            JsonNode statement = json.readTree(Base64.getDecoder().decode(envelope.get("payload").asText()));
            assertThat(statement.get("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
            assertThat(statement.at("/subject/0/digest/sha256").asText()).matches("[0-9a-f]{64}");
            String type = statement.get("predicateType").asText();
            types.add(type);
            JsonNode predicate = statement.get("predicate");
            if (type.endsWith("/release/v0.2")) {
                assertThat(statement.get("subject").findValuesAsText("sha256")).isEqualTo(digests);
                assertThat(predicate.get("purl").asText()).matches("pkg:generic/localhost/REL-\\d+@[0-9a-f]{12}");
            }
            if (type.endsWith("/svr/v0.2")) {
                assertThat(predicate.at("/verifier/policies/0/name").asText()).isEqualTo("QualityGateDecision@1");
                assertThat(predicate.get("properties")).allMatch((one) -> one.asText().startsWith("SLIPWAY_"));
            }
            if (type.endsWith("/verification_summary/v1")) {
                assertThat(predicate.get("resourceUri").asText()).startsWith("pkg:generic/localhost/REL-");
                assertThat(predicate.at("/policy/uri").asText())
                    .endsWith("/administration/policies/QualityGateDecision/versions/1");
                assertThat(predicate.get("verificationResult").asText()).isEqualTo("PASSED");
                assertThat(predicate.at("/verifiedLevels/0").asText()).isEqualTo("SLSA_BUILD_LEVEL_UNEVALUATED");
            }
            if (type.endsWith("/approval/v0.1") && predicate.get("kind").asText().equals("approve-plan")) {
                assertThat(statement.at("/subject/0/digest/sha256")).isEqualTo(release.at("/plan/digest"));
                assertThat(predicate.get("decision").asText()).isEqualTo("approve");
            }
        }
        assertThat(types).contains("https://in-toto.io/attestation/release/v0.2",
                "https://in-toto.io/attestation/svr/v0.2", "https://slsa.dev/verification_summary/v1",
                "https://slipway.io/attestation/approval/v0.1");
    }

    private static String text(Map<String, byte[]> pack, String file) {
        return new String(pack.get(file), StandardCharsets.UTF_8);
    }

}
