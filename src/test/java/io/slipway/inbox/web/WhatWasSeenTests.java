package io.slipway.inbox.web;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecision.How;
import io.slipway.workflow.seen.SeenDecision.SeenFact;
import io.slipway.workflow.seen.SeenDecisions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What whoever decides saw is kept with the decision, and nobody decides by a page that
 * has become wrong.
 */
@SlipwayTest
class WhatWasSeenTests {

    private static final String LABEL = "Planned time";

    private final String service = "Seen " + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    SomeRelease releases;

    @Autowired
    ReleaseManagement details;

    @Autowired
    PeriodManagement periods;

    @Autowired
    SeenDecisions seen;

    @Autowired
    WorkItemActs acts;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    @Test
    void refusesADecisionByAPageBeforeWhichSomethingBadCameUpAndKeepsWhatWasTyped() {
        String key = this.releases.submittedFor(this.service, "stakeholder", "stakeholder-2");
        String task = this.releases.approval(key, "stakeholder");
        Visitor stakeholder = visitor("stakeholder");
        String shown = mark(stakeholder.page("/tasks/" + task));
        long freeze = freeze(key);
        HttpResponse<String> refused = stakeholder.post("/tasks/" + task, "outcome", "approve", "reason",
                "Fine with me", "seen", shown);
        assertThat(refused.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] .deciding-fact").text()).contains(LABEL, "Closing of the books");
        assertThat(page.select("#reason").text()).isEqualTo("Fine with me");
        assertThat(this.seen.of(List.of(task))).isEmpty();

        assertThat(mark(page)).isNotEqualTo(shown);
        assertThat(stakeholder
            .post("/tasks/" + task, "outcome", "approve", "reason", "Fine all the same", "seen", mark(page))
            .statusCode()).isEqualTo(303);
        SeenDecision kept = this.seen.of(List.of(task)).get(task);
        assertThat(kept.how()).isEqualTo(How.SHOWN);
        assertThat(kept.question()).isEqualTo("Decide whether this release may go ahead as planned.");
        assertThat(kept.facts()).filteredOn((fact) -> fact.label().equals(LABEL)).singleElement().satisfies((fact) -> {
            assertThat(fact.weight()).isIn(Weight.BAD, Weight.WARN);
            assertThat(fact.reason()).contains("Closing of the books");
        });
        assertThat(kept.intact()).isTrue();
        assertThat(this.database.queryForList("select json_value(new_values, '$.seen') from audit_entries"
                + " where subject = ? and action = 'task.completed'", String.class, task))
            .containsExactly(kept.digest());
        everywhere(key, task);
        whatIsBetterIsNoted(key, freeze);
    }

    private void everywhere(String key, String task) {
        Visitor auditor = visitor("auditor");
        assertThat(auditor.page("/tasks/" + task).select(".seen").text()).contains("Saw", LABEL);
        assertThat(auditor.page("/releases/" + key + "/history").select(".trail > li:first-child .seen").text())
            .contains("against it or in doubt", "Closing of the books");
        assertThat(auditor.page("/releases/" + key + "/decisions").select(".seen")).hasSize(2);
    }

    private void whatIsBetterIsNoted(String key, long freeze) {
        String task = this.releases.approval(key, "stakeholder-2");
        Visitor other = visitor("stakeholder-2");
        String shown = mark(other.page("/tasks/" + task));
        this.acting.as("release-manager", () -> this.periods.end(freeze, "Booked earlier."));
        assertThat(other.post("/tasks/" + task, "outcome", "approve", "reason", "", "seen", shown).statusCode())
            .isEqualTo(303);
        SeenDecision kept = this.seen.of(List.of(task)).get(task);
        assertThat(kept.how()).isEqualTo(How.CHANGED);
        assertThat(kept.facts()).filteredOn((fact) -> Boolean.TRUE.equals(fact.changed()))
            .extracting(SeenFact::label)
            .contains(LABEL);
    }

    @Test
    void keepsTheFactsOfWhatNoPageShowed() {
        String key = this.releases.submitted("stakeholder");
        String task = this.releases.approval(key, "stakeholder");
        this.acting.as("stakeholder", () -> this.acts.complete(task, (item) -> Outcome.of("approve")));
        assertThat(this.seen.ofRelease(key)).hasSize(2).allMatch((one) -> one.how() == How.NOT_SHOWN);
        assertThat(this.seen.of(List.of(task)).get(task).facts()).isNotEmpty();
    }

    @Test
    void tellsWhenWhatIsKeptIsNoLongerWhatWasKept() {
        String key = this.releases.submitted("stakeholder");
        this.database.update("update decision_facts set content = replace(content, '\"facts\"', ' \"facts\"')"
                + " where release_key = ?", key);
        assertThat(this.seen.ofRelease(key)).isNotEmpty().noneMatch(SeenDecision::intact);
        assertThat(visitor("auditor").page("/releases/" + key + "/history").select(".seen .notice").text())
            .contains("no longer what was kept");
    }

    private long freeze(String key) {
        LocalDateTime from = LocalDateTime.ofInstant(this.details.get(key).plannedStart(), ZoneOffset.UTC);
        return this.acting.as("release-manager",
                () -> this.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Closing of the books", "Few people.",
                        "release-manager", new PeriodScope(List.of(this.service), List.of(), List.of()), "UTC",
                        from.minusDays(1), from.plusDays(1), "", null, List.of())));
    }

    private static String mark(Document page) {
        return page.select("#step input[name=seen]").attr("value");
    }

    private Visitor visitor(String userName) {
        Visitor visitor = new Visitor(this.port).signIn(userName);
        visitor.get("/");
        return visitor;
    }

}
