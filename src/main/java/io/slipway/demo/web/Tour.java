package io.slipway.demo.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one of the three people for whom the portal is made sees in three minutes: pages
 * in their order, each with a sentence that says what to look at.
 *
 * @param person the user name of who takes it
 * @param stops the addresses, the first of them first
 */
record Tour(String person, List<String> stops) {

    static final List<Tour> ALL = List.of(
            new Tour("stakeholder",
                    List.of("/", "/tasks", "/releases/PAY-2026.12", "/calendar", "/releases/RPT-2026.11")),
            new Tour("release-manager",
                    List.of("/", "/releases/board", "/releases/WEB-2026.12", "/calendar?view=week", "/monitor",
                            "/releases/new")),
            new Tour("auditor", List.of("/releases/RPT-2026.11", "/releases/RPT-2026.11/history",
                    "/monitor/releases/RPT-2026.11", "/changes", "/administration/policies")));

    static Stream<Tour> of(String person) {
        return ALL.stream().filter((tour) -> tour.person().equals(person));
    }

}
