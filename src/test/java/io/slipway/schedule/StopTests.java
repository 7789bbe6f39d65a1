package io.slipway.schedule;

import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * Stopping the line and releasing it: who may, and that everybody sees it at once.
 */
@SlipwayTest
class StopTests {

    @LocalServerPort
    int port;

    @Autowired
    StopManagement stops;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    Acting acting;

    @AfterEach
    void goOn() {
        if (this.schedule.stopped().isPresent()) {
            this.acting.as("release-manager", () -> this.stops.release("The test is over."));
        }
    }

    @Test
    void isStoppedByNobodyButThoseWhoAnswerForDeployments() {
        for (String person : List.of("administrator", "stakeholder", "change-authority", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.stops.stop("I want to.")));
        }
        this.acting.as("operations", () -> this.stops.stop("Payments are booked twice."));
        for (String person : List.of("administrator", "operations", "deployment-manager")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.stops.release("I want to.")));
        }
        assertThat(this.schedule.stopped()).hasValueSatisfying((stop) -> {
            assertThat(stop.by()).isEqualTo("operations");
            assertThat(stop.reason()).isEqualTo("Payments are booked twice.");
        });
    }

    @Test
    void wantsAReasonAndHoldsOnce() {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("operations", () -> this.stops.stop(" ")));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.stops.release("Nothing is stopped.")));
        this.acting.as("deployment-manager", () -> this.stops.stop("The network is down."));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("operations", () -> this.stops.stop("Again.")));
        this.acting.as("release-manager", () -> this.stops.release("The network is up."));
        assertThat(this.schedule.stopped()).isEmpty();
        assertThat(this.stops.history("").rows().get(0)).satisfies((last) -> {
            assertThat(last.stoppedBy()).isEqualTo("deployment-manager");
            assertThat(last.releasedBy()).isEqualTo("release-manager");
            assertThat(last.releaseReason()).isEqualTo("The network is up.");
        });
    }

    @Test
    void isShownOnEveryPageErrorPagesIncluded() {
        Visitor operations = new Visitor(this.port).signIn("operations");
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        operations.get("/schedule/stop");
        assertThat(operations.get("/schedule/line").headers().firstValue("Location")).get(STRING)
            .endsWith("/schedule/stop");
        assertThat(operations.post("/schedule/stop/begin", "reason", "").body()).contains("Say why");
        assertThat(operations.post("/schedule/stop/begin", "reason", "<b>Fire</b>").statusCode()).isEqualTo(302);
        for (String path : List.of("/", "/releases", "/no-such-page", "/schedule/stop")) {
            Document page = auditor.page(path);
            assertThat(page.select("aside.notice-bad").text()).as(path).contains("The line is stopped", "<b>Fire</b>");
        }
        assertThat(new Visitor(this.port).page("/sign-in").text()).doesNotContain("Fire");
        assertThat(auditor.page("/schedule/stop").select("button.btn-danger, .form .btn-primary")).isEmpty();
        assertThat(operations.post("/schedule/stop/release", "reason", "Out.").statusCode()).isEqualTo(403);
    }

}
