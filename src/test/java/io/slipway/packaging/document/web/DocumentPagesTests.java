package io.slipway.packaging.document.web;

import java.net.http.HttpResponse;

import io.slipway.packaging.PackageDocument;
import io.slipway.packaging.PackageManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents and scripts are uploaded, downloaded and removed on pages.
 */
@SlipwayTest
class DocumentPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PackageManagement packages;

    @Test
    void areForThoseWhoBuildAndReadByAll() {
        String key = this.driver.register("Papers on pages");
        String path = "/releases/" + key + "/documents";
        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        assertThat(engineer.page(path + "/new").select("input[type=file]")).isEmpty();
        HttpResponse<String> early = engineer.upload(path, "notes.md", "# Notes", "kind", "DOCUMENTATION");
        assertThat(early.statusCode()).isEqualTo(422);
        this.driver.plan(key);
        this.driver.await(key, "deliver-units");
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.get(path + "/new").statusCode()).isEqualTo(403);
        assertThat(auditor.upload(path, "notes.md", "# Notes", "kind", "DOCUMENTATION").statusCode()).isEqualTo(403);

        engineer.get(path + "/new");
        HttpResponse<String> refused = engineer.upload(path, "notes.exe", "x", "kind", "SCRIPTS");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#file-error").text()).contains("pdf");
        assertThat(page.select("input[name=kind][checked]").attr("value")).isEqualTo("SCRIPTS");
        Document nothing = Jsoup.parse(engineer.upload(path, "", "", "kind", "").body());
        assertThat(nothing.select("[role=alert] li")).hasSize(2);

        assertThat(engineer.upload(path, "Anleitung für alle.md", "# Größe", "kind", "DOCUMENTATION").statusCode())
            .isEqualTo(302);
        PackageDocument kept = this.packages.get(key).documents().get(0);
        assertThat(kept.name()).startsWith("Anleitung für ");
        HttpResponse<String> file = auditor.get(path + "/" + kept.id());
        assertThat(file.body()).isEqualTo("# Größe");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment")
            .contains("filename*=UTF-8''Anleitung%20f%C3%BCr");
        assertThat(auditor.page("/releases/" + key + "/package").text()).contains(kept.name(), kept.digest());
        assertThat(auditor.page("/releases/" + key + "/package").select("form[action$=remove]")).isEmpty();
        assertThat(auditor.post(path + "/" + kept.id() + "/remove").statusCode()).isEqualTo(403);
        assertThat(engineer.page("/releases/" + key + "/package").select("form[action$=remove]")).hasSize(1);
        assertThat(engineer.post(path + "/" + kept.id() + "/remove").statusCode()).isEqualTo(302);
        assertThat(this.packages.get(key).documents()).isEmpty();
        assertThat(auditor.get(path + "/" + kept.id()).statusCode()).isEqualTo(404);
    }

}
