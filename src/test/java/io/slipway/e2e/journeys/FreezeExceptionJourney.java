package io.slipway.e2e.journeys;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.identity.Acting;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.test.ReleaseDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requirement: a freeze is passed by an exception that two people sign; whoever stops the
 * line is seen on every page.
 */
@Journey
class FreezeExceptionJourney {

    @Test
    void isSignedByTwoPeopleAndTheLineIsStopped(Browser browser, Browser other, @Autowired ReleaseDriver driver,
            @Autowired Acting acting, @Autowired PeriodManagement periods, @Autowired StopManagement line) {
        String key = driver.register("Tax rates of the new year");
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        acting.as("change-authority",
                () -> periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Year-end closing",
                        "The books are closed.", "change-authority",
                        new PeriodScope(List.of("A service of this journey"), List.of(), List.of()), "UTC", now,
                        now.plusDays(9), "", null, List.of())));
        Crew crew = new Crew(browser).next("release-manager");
        browser.open("/schedule/exceptions/new?release=" + key).expectAccessible();
        browser.choose("freezes", value(periods));
        browser.fill("reason", "The law begins to apply.");
        browser.fill("expiresAt", now.plusDays(3).toString()).submit("/schedule/exceptions");
        browser.expectText("Waits for its approvals");
        driver.complete("service-owner", key, "approve-freeze-exception", "approve");
        Crew authority = new Crew(other).next("change-authority");
        authority.open(key, "Approve freeze exception").expectAccessible().decide("approve");
        Awaitility.await("the exception is granted")
            .until(() -> other.open("/schedule/exceptions?release=" + key).text().contains("Granted"));
        crew.next("operations");
        browser.open("/schedule/stop").fill("reason", "Payments are booked twice.").submit("/schedule/stop/begin");
        other.open("/schedule").expectText("The line is stopped").expectText("Payments are booked twice.");
        other.expectAccessible();
        acting.as("release-manager", () -> line.release("The cause is found."));
    }

    private static String value(PeriodManagement periods) {
        return periods.freezes()
            .stream()
            .filter((freeze) -> freeze.name().equals("Year-end closing"))
            .map((freeze) -> Long.toString(freeze.id()))
            .findFirst()
            .orElseThrow();
    }

}
