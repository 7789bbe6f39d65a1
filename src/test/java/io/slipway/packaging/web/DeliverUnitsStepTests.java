package io.slipway.packaging.web;

import java.net.http.HttpResponse;
import java.util.Locale;

import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.test.ReleaseVisitor;
import io.slipway.test.SlipwayTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build engineer delivers units and papers; the package comes back until nothing is
 * missing.
 */
@SlipwayTest
class DeliverUnitsStepTests {

    private static final String DIGEST = "0123456789ABCDEF".repeat(4);

    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    PackageManagement packages;

    private ReleaseVisitor manager;

    private ReleaseVisitor engineer;

    private String key = "";

    private String task = "";

    @BeforeEach
    void approvePlan() {
        this.key = "UNITSTEP-" + ++number;
        this.manager = new ReleaseVisitor(this.port, "release-manager");
        this.engineer = new ReleaseVisitor(this.port, "build-engineer");
        this.manager.register(this.key, "Cards");
        this.manager.plan(this.manager.task(this.key, "Complete plan"), "submit");
        ReleaseVisitor stakeholder = new ReleaseVisitor(this.port, "stakeholder");
        stakeholder.submit(this.manager.task(this.key, "Approve plan"), "outcome", "approve", "reason", "");
        this.task = this.manager.task(this.key, "Deliver units");
    }

    @Test
    void isForBuildEngineersOnly() {
        assertThat(this.manager.submit(this.task, unit("add-unit", "shop", DIGEST)).statusCode()).isEqualTo(403);
        assertThat(content().units()).isEmpty();
    }

    @Test
    void addsUnitsWithTheirDigestInLowerCaseAndRemovesThem() {
        assertThat(this.engineer.submit(this.task, unit("add-unit", "shop", DIGEST)).statusCode()).isEqualTo(303);
        assertThat(content().units()).singleElement().satisfies((unit) -> {
            assertThat(unit.digest()).isEqualTo(DIGEST.toLowerCase(Locale.ROOT));
            assertThat(unit.deliveredBy()).isEqualTo("build-engineer");
        });
        assertThat(content().documentation()).isEqualTo("https://docs.example/cards");
        Document page = this.engineer.page(this.task);
        assertThat(page.select("input[name=name]").val()).isEmpty();
        String remove = page.select("button[value^=remove-unit]").attr("value");
        String[] typed = unit(remove, "till", "f".repeat(64));
        assertThat(this.engineer.submit(this.task, typed).statusCode()).isEqualTo(303);
        assertThat(content().units()).isEmpty();
        assertThat(this.engineer.page(this.task).select("input[name=name]").val()).isEqualTo("till");
    }

    @Test
    void refusesWhatIsNoUnit() {
        this.engineer.submit(this.task, unit("add-unit", "shop", DIGEST));
        assertThat(error(unit("add-unit", "till", DIGEST), "digest")).contains("shop has the same digest");
        assertThat(error(unit("add-unit", "Shop", "f".repeat(64)), "name")).contains("already holds a unit");
        assertThat(error(unit("add-unit", "till", "f".repeat(63)), "digest")).contains("64 hexadecimal digits");
        assertThat(error(unit("add-unit", "till", "g".repeat(64)), "digest")).contains("64 hexadecimal digits");
        String[] future = unit("add-unit", "till", "f".repeat(64));
        future[9] = "2099-01-01T00:00";
        assertThat(error(future, "committedAt")).isEqualTo("The commit lies in the future.");
        String[] script = unit("add-unit", "till", "f".repeat(64));
        script[5] = "javascript:alert(1)";
        assertThat(error(script, "artifact")).startsWith("Enter an address");
        assertThat(error(unit("add-unit", "", "f".repeat(64)), "name")).isEqualTo("Give the unit a name.");
        assertThat(content().units()).hasSize(1);
    }

    @Test
    void refusesToDeliverWhatIsIncompleteAndSaysBeforeWhatIsMissing() {
        assertThat(this.engineer.page(this.task).select(".deciding-warn").text()).contains("It holds no unit.",
                "documentation is missing", "scripts are missing");
        HttpResponse<String> empty = this.engineer.submit(this.task, "outcome", "deliver");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select("[role=alert] li").eachText()).hasSize(3)
            .anyMatch((refusal) -> refusal.equals("It holds no unit."));
        assertThat(Jsoup.parse(empty.body()).select("#documentation-error, #scripts-error")).hasSize(2);
        assertThat(error(unit("deliver", "shop", ""), "digest")).contains("64 hexadecimal digits");
        assertThat(content().units()).isEmpty();
        assertThat(this.engineer.submit(this.task, unit("deliver", "shop", DIGEST)).statusCode()).isEqualTo(303);
        this.manager.task(this.key, "Assess test results");
        assertThat(content().assembledAt()).isNotNull();
        assertThat(content().missing()).isEmpty();
        assertThat(this.manager.page("/releases/" + this.key + "/package").text()).contains("shop", "1.4.2",
                "sha256:0123456789abcdef");
    }

    private PackageDetails content() {
        return this.packages.get(this.key);
    }

    private String error(String[] fields, String field) {
        HttpResponse<String> answer = this.engineer.submit(this.task, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body()).select("#" + field + "-error").text();
    }

    private static String[] unit(String outcome, String name, String digest) {
        return new String[] { "outcome", outcome, "name", name, "artifact", "pkg:oci/shop@1.4.2", "version", "1.4.2",
                "committedAt", "2026-01-15T10:00", "digest", digest, "commit", "0A1B2C3", "documentation",
                "https://docs.example/cards", "scripts", "https://scripts.example/cards" };
    }

}
