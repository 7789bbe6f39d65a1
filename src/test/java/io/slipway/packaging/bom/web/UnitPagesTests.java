package io.slipway.packaging.bom.web;

import java.net.http.HttpResponse;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a unit: its bill of materials is delivered, read, and brought into the
 * register.
 */
@SlipwayTest
class UnitPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    PackageManagement packages;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    Acting acting;

    private String key = "";

    private String page = "";

    private String mark = "";

    private String bom = "";

    @BeforeEach
    void deliver() {
        this.mark = "u" + UUID.randomUUID().toString().substring(0, 8);
        this.key = this.driver.register("Of parts");
        this.driver.plan(this.key);
        this.driver.complete("build-engineer", this.key, "deliver-units", "add-unit", "name", this.mark, "version",
                "1.0", "artifact", "https://artifacts.example.com/x", "digest", DigestUtils.sha256Hex(this.mark),
                "commit", "4f2a91c", "committedAt", "2026-01-02T03:04");
        long id = this.packages.get(this.key).units().get(0).id();
        this.page = "/releases/" + this.key + "/units/" + id;
        this.bom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component":
                  {"type": "application", "name": "%1$s-app", "version": "1.0"}}, "components": [
                  {"type": "library", "name": "%1$s-core", "version": "2.0", "licenses": [{"license": {"id": "SSPL-1.0"}}]},
                  {"type": "library", "name": "<b>%1$s</b>", "version": "1"}]}"""
            .formatted(this.mark);
    }

    @Test
    void isReadByEverybodyAndChangedByThoseWhoBuild() {
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        Document empty = auditor.page(this.page);
        assertThat(empty.select("h1").text()).isEqualTo(this.mark + " 1.0");
        assertThat(empty.select("input[type=file]")).isEmpty();
        assertThat(auditor.upload(this.page + "/bom", "bom.json", this.bom).statusCode()).isEqualTo(403);
        assertThat(auditor.post(this.page + "/register").statusCode()).isEqualTo(403);
        assertThat(auditor.get(this.page + "/bom").statusCode()).isEqualTo(404);
        assertThat(auditor.get("/releases/" + this.key + "/units/999999999").statusCode()).isEqualTo(404);

        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        assertThat(engineer.page(this.page).select("input[type=file]")).hasSize(1);
        HttpResponse<String> refused = engineer.upload(this.page + "/bom", "bom.json", "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains("CycloneDX");
        assertThat(engineer.upload(this.page + "/bom", "bom.json", this.bom).statusCode()).isEqualTo(302);

        Document shown = auditor.page(this.page);
        assertThat(shown.select("table[aria-labelledby=components] tbody tr")).hasSize(2);
        assertThat(shown.select("table[aria-labelledby=components]").text()).contains("<b>" + this.mark + "</b>",
                "SSPL-1.0 Forbidden", "not said");
        assertThat(shown.select("table[aria-labelledby=licences] tbody tr").first().text()).contains("SSPL-1.0");
        assertThat(auditor.page("/releases/" + this.key + "/package").text()).contains("One forbidden licence");
        HttpResponse<String> file = auditor.get(this.page + "/bom");
        assertThat(auditor.get(this.page + "/bill").body()).isEqualTo(file.body());
        assertThat(file.body()).isEqualTo(this.bom);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
            .isEqualTo("attachment; filename=\"" + this.mark + ".cdx.json\"");
    }

    @Test
    void bringsItsComponentsIntoTheRegisterOnce() {
        new Visitor(this.port).signIn("build-engineer").get(this.page);
        Visitor engineer = new Visitor(this.port).signIn("build-engineer");
        engineer.get(this.page);
        engineer.upload(this.page + "/bom", "bom.json", this.bom);
        Visitor keeper = new Visitor(this.port).signIn("configuration-manager");
        assertThat(keeper.page(this.page).select("form[action$=register] select option")).isNotEmpty();
        apply(keeper);
        assertThat(this.configuration.get(this.mark + "-core").attributes()).containsEntry("licence", "SSPL-1.0");
        assertThat(keeper.page("/configuration/" + this.mark + "-app").text()).contains(this.mark + "-core");
        keeper.get(this.page);
        HttpResponse<String> again = keeper.post(this.page + "/register", "root", "");
        assertThat(keeper.page(path(again)).select("form[action$=apply]")).isEmpty();
        assertThat(keeper.post(this.page + "/register", "root", "no-such-item").statusCode()).isEqualTo(302);
    }

    private void apply(Visitor keeper) {
        HttpResponse<String> prepared = keeper.post(this.page + "/register", "root", "");
        assertThat(prepared.statusCode()).isEqualTo(302);
        String address = path(prepared);
        assertThat(this.configuration.search(this.mark + "-core", null)).isEmpty();
        String token = keeper.page(address).select("input[name=token]").attr("value");
        assertThat(keeper.post(address + "/apply", "token", token).statusCode()).isEqualTo(302);
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

}
