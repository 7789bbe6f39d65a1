package io.slipway.e2e.journeys;

import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import org.junit.jupiter.api.Test;

/**
 * Requirement: axe finds nothing, in light and in dark, on the pages that the other
 * journeys only pass by.
 */
@Journey
class AccessiblePagesJourney {

    @Test
    void opensThePagesOfAReleaseManager(Browser browser) {
        browser.open("/sign-in").expectAccessible();
        new Crew(browser).next("release-manager");
        for (String path : new String[] { "/", "/tasks", "/tasks?view=done-by-me", "/releases", "/releases/board",
                "/releases/NONE-1", "/calendar", "/calendar?view=week", "/calendar?view=agenda",
                "/calendar/subscriptions", "/monitor/jobs", "/monitor/jobs?state=due",
                "/monitor/models/PlanReleaseProcess/1/migration", "/administration/people", "/me" }) {
            browser.open(path).expectAccessible();
        }
    }

    @Test
    void opensThePagesOfAnAdministrator(Browser browser) {
        new Crew(browser).next("administrator");
        for (String path : new String[] { "/administration/people", "/administration/people/new",
                "/administration/people/stakeholder", "/administration/groups", "/administration/groups/new",
                "/me/absences", "/administration/policies", "/administration/policies/ReleasePolicyDecision" }) {
            browser.open(path).expectAccessible();
        }
    }

}
