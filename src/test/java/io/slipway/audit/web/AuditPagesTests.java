package io.slipway.audit.web;

import java.net.http.HttpResponse;

import io.slipway.audit.chain.SealNow;
import io.slipway.audit.export.ExportKind;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The auditor finds, understands, verifies and takes away, and nobody else does.
 */
@SlipwayTest
class AuditPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SealNow sealing;

    @Test
    void isForAuditorsAndAdministrators() {
        for (String path : new String[] { "/audit", "/audit/integrity", "/audit/exports",
                "/audit/exports/archive?export=record-csv", "/audit/integrity/checkpoint", "/audit/integrity/witness",
                "/audit/integrity/proofs/1" }) {
            assertThat(visitor("release-manager").get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : new String[] { "compare", "check", "begin-anew" }) {
            assertThat(visitor("release-manager").post("/audit/integrity/" + path).statusCode()).as(path)
                .isEqualTo(403);
        }
        assertThat(visitor("auditor").post("/audit/integrity/begin-anew", "reason", "x").statusCode()).isEqualTo(403);
        assertThat(visitor("release-manager").page("/").select(".menu a[href=/audit]")).isEmpty();
        assertThat(visitor("auditor").page("/").select(".menu a[href=/audit]")).hasSize(1);
    }

    @Test
    void findsRowsByWhoWhatWhenAndWhichThingAndRecordsThatItWasSought() {
        String key = this.driver.register("To be found");
        Visitor auditor = visitor("auditor");
        Document found = auditor
            .page("/audit?release=" + key + "&action=release.registered&since=2000-01-01&until=2099-12-31");
        assertThat(found.select(".trail-what").eachText()).containsExactly("Registered the release");
        assertThat(auditor.page("/audit?release=" + key + "&until=2000-01-01").select(".trail-what")).isEmpty();
        assertThat(auditor.page("/audit?actor=nobody-here").select(".empty-state")).hasSize(1);
        assertThat(auditor.page("/audit?actor=auditor&action=record.searched").select(".trail-what").eachText())
            .contains("Searched the record");
        assertThat(auditor.page("/audit?since=garbage&from=garbage&type=%00x").select("h1")).hasSize(1);
    }

    @Test
    void takesRowsAwayAndRecordsHowMany() {
        String key = this.driver.register("=SUM(1)");
        Visitor auditor = visitor("auditor");
        Document found = auditor.page("/audit?release=" + key);
        Document form = auditor.page(found.select(".page-head a[href*=exports]").attr("href"));
        assertThat(form.select("#release, #key").eachAttr("value")).containsExactly(key, key);
        assertThat(form.select("#record-form option, #releases-form option")).hasSameSizeAs(ExportKind.values());
        HttpResponse<String> archive = auditor.get("/audit/exports/archive?export=record-csv&release=" + key);
        assertThat(archive.headers().firstValue("Content-Disposition").orElseThrow())
            .isEqualTo("attachment; filename=\"record-csv.zip\"");
        assertThat(archive.body()).startsWith("PK");
        assertThat(auditor.page("/audit?actor=auditor&action=record.exported").select("dl").text()).contains(key);
        HttpResponse<String> nothing = auditor.get("/audit/exports/archive?export=releases-csv&release=NOBODY-1");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.body()).select(".notice-bad").text()).contains("nothing to download");
        assertThat(Jsoup.parse(nothing.body()).select("#key").attr("value")).isEqualTo("NOBODY-1");
    }

    @Test
    void verifiesTheSignatureACheckpointThatWasKeptAndEveryRow() {
        this.sealing.seal();
        Visitor auditor = visitor("auditor");
        Document page = auditor.page("/audit/integrity");
        assertThat(page.select(".status-good").text()).contains("Good");
        String kept = auditor.get("/audit/integrity/checkpoint").body();
        assertThat(page.select("#says + dl").text()).contains("Nobody outside has confirmed it");
        assertThat(auditor.get("/audit/integrity/checkpoint?of=anchored").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/audit/integrity/witness").body()).contains("public class Witness");
        assertThat(page.select("pre").text()).contains(kept.lines().findFirst().orElseThrow());
        this.driver.register("More after it was kept");
        this.sealing.seal();
        assertThat(compared(auditor, kept)).contains("Consistent");
        String[] lines = kept.split("\n");
        assertThat(compared(auditor, kept.replace(lines[2], "A".repeat(43) + "="))).contains("no key that this portal");
        assertThat(compared(auditor, kept.replace(lines[0], "elsewhere"))).contains("another log");
        HttpResponse<String> none = auditor.post("/audit/integrity/compare", "checkpoint", "nothing of it");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(none.body()).select("#checkpoint").text()).isEqualTo("nothing of it");

        String proof = auditor.get("/audit/integrity/proofs/1").body();
        assertThat(proof).startsWith("c2sp.org/tlog-proof@v1\nindex ");
        assertThat(auditor.get("/audit/integrity/proofs/999999999").statusCode()).isEqualTo(404);

        assertThat(auditor.post("/audit/integrity/check").statusCode()).isEqualTo(302);
        Awaitility.await()
            .untilAsserted(() -> assertThat(auditor.page("/audit/integrity").select("#every ~ p .status-good").text())
                .contains("are what was sealed"));
        assertThat(visitor("administrator").post("/audit/integrity/begin-anew", "reason", "x").statusCode())
            .isEqualTo(422);
    }

    private static String compared(Visitor auditor, String checkpoint) {
        return Jsoup.parse(auditor.post("/audit/integrity/compare", "checkpoint", checkpoint).body())
            .select("#compare [role=status]")
            .text();
    }

    private Visitor visitor(String userName) {
        Visitor visitor = new Visitor(this.port).signIn(userName);
        visitor.get("/");
        return visitor;
    }

}
