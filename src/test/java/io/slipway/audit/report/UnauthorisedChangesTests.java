package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.audit.report.FollowUp.Kind;
import io.slipway.audit.report.UnauthorisedChanges.Found;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What was deployed without leave has its follow-up, written by those who answer for it
 * and read by auditors, who write none.
 */
@SlipwayTest
class UnauthorisedChangesTests {

    @Autowired
    private UnauthorisedChanges unauthorised;

    @Autowired
    private ReportManagement reports;

    @Autowired
    private ReleaseDriver driver;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void eachHasItsFollowUpOrIsOpen() {
        String key = this.driver.register("Deployed by night");
        // A time of its own, so that no page is full of others' reports
        Instant at = Instant.parse("2021-03-04T05:06:07Z").plusSeconds(Math.floorMod(key.hashCode(), 86400));
        long report = Clause
            .insert("reported_deployments", "release_key", key, "source", "https://cd.example.com/" + key, "report_id",
                    "night", "kind", "DEPLOYED", "happened_at", at, "service", "Payments", "environment", "production")
            .insertedBy(this.jdbc);
        ReportPeriod then = new ReportPeriod(at.minus(Duration.ofDays(2)), at.plus(Duration.ofDays(2)));
        assertThat(found(then).followUps()).doesNotContainKey(report);

        assertThatThrownBy(() -> follow("auditor", report, "Looked at it.", ""))
            .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> follow("administrator", report, "Fine.", ""))
            .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> follow("release-manager", report, " ", key)).isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.report.follow-up.missing");
        assertThatThrownBy(() -> follow("release-manager", report, "Rolled back.", "CHG-999999"))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("audit.report.follow-up.unknown");
        assertThatThrownBy(() -> follow("release-manager", Long.MAX_VALUE, "Rolled back.", ""))
            .isInstanceOf(NotFoundException.class);

        Visitor manager = new Visitor(this.port).signIn("release-manager");
        String days = "since=" + at.toString().substring(0, 10) + "&until=" + at.toString().substring(0, 10);
        assertThat(manager.page("/changes/unauthorised?" + days).text()).contains(key, "No follow-up, open since");
        assertThat(manager
            .post("/changes/unauthorised/report/" + report, "text", "Rolled back the same night.", "link", key, "since",
                    at.toString().substring(0, 10), "until", at.toString().substring(0, 10))
            .statusCode()).isEqualTo(302);
        follow("change-authority", report, "Taught the team to ask before.", "");

        assertThat(found(then).followUps().get(report)).extracting(FollowUp::text)
            .containsExactly("Rolled back the same night.", "Taught the team to ask before.");
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        assertThat(auditor.page("/audit/reports/unauthorised?" + days).text()).contains("Rolled back the same night.",
                "Taught the team");
        assertThat(
                auditor.page("/audit/reports/unauthorised?" + days).select("form[method=post][action*=unauthorised]"))
            .isEmpty();
        assertThat(auditor.get("/changes/unauthorised").statusCode()).isEqualTo(403);
        assertThat(this.jdbc.sql(
                "select reason from audit_entries where action = 'deployment.followed-up' and release_key = :key order by sequence")
            .param("key", key)
            .query(String.class)
            .list()).isEqualTo(List.of("Rolled back the same night.", "Taught the team to ask before."));
    }

    private Found found(ReportPeriod period) {
        return this.acting.as("auditor", () -> this.reports.unauthorised(period, ""));
    }

    private void follow(String person, long report, String text, String link) {
        this.acting.as(person, () -> this.unauthorised.followUp(Kind.REPORT, report, text, link));
    }

}
