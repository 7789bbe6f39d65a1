package io.slipway.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.change.ChangeDecided;
import io.slipway.change.ChangeOverdue;
import io.slipway.change.ChangeType;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.SomePipeline;
import io.slipway.identity.Acting;
import io.slipway.notification.event.EventDelivery;
import io.slipway.notification.event.EventLeases;
import io.slipway.planning.PlanAmended;
import io.slipway.planning.PlanApprovalOverdue;
import io.slipway.planning.plan.Anchor;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.StopBegan;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.sql.Clause;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemOpened;
import io.slipway.workflow.escalation.Escalations;
import io.slipway.workflow.operation.ReleaseSuspension;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * News reach those whom they concern, once each, also when their first delivery failed.
 */
@SlipwayTest
class NewsTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    NotificationRows rows;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    Reminders reminders;

    @Autowired
    Escalations escalations;

    @Autowired
    Announcements announcements;

    @Autowired
    AnnouncementRows announcementRows;

    @Autowired
    EventDelivery delivery;

    @Autowired
    EventLeases leases;

    @Autowired
    ReleaseSuspension suspension;

    @Autowired
    PeriodManagement periods;

    @Autowired
    Acting acting;

    @Autowired
    TaskService taskService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SomePipeline pipelines;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Test
    void aDecisionReachesItsOwnerAndThoseWhoAreNamed() {
        String key = this.driver.register("Decided");
        this.driver.completePlan(key);
        this.driver.rejectPlan(key, "stakeholder");
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.release_key", key).and("n.kind = 'DECISION'"), ""),
                    (found) -> !found.isEmpty());
        assertThat(told).extracting(Notification::recipient)
            .containsExactlyInAnyOrder("release-manager", "stakeholder", "stakeholder-2");
        assertThat(told).allSatisfy((one) -> {
            assertThat(one.title()).isEqualTo("Plan rejected: " + key + " Decided");
            assertThat(one.facts()).contains(Fact.of("reason", "Not in the week of the audit."));
            assertThat(one.unread()).isTrue();
        });
    }

    @Test
    void aDeliveryThatFailedIsMadeAgainAndTellsNobodyTwice() throws Exception {
        String key = this.driver.register("Redelivered");
        WorkItem task = this.driver.await(key, "complete-plan");
        String matter = "task-opened:" + task.id();
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.matter", matter), ""), (found) -> !found.isEmpty());
        this.jdbc.sql("delete from notifications where matter = ? and recipient = 'release-manager'")
            .param(matter)
            .update();
        String id = UUID.randomUUID().toString();
        this.jdbc
            .sql("insert into EVENT_PUBLICATION (ID, LISTENER_ID, EVENT_TYPE, SERIALIZED_EVENT, PUBLICATION_DATE, "
                    + "BROUGHT_AT) values (?, ?, ?, ?, ?, utc_timestamp(6) - interval 121 second)")
            .params(id, TaskNews.class.getName() + ".on(" + WorkItemOpened.class.getName() + ")",
                    WorkItemOpened.class.getName(),
                    this.json.writeValueAsString(new WorkItemOpened(task.id(), key, task.subject(), task.step(),
                            task.stepName(), task.phase(), task.role(), null, task.dueAt())),
                    Instant.now())
            .update();
        this.delivery.again();
        assertThat(this.leases.take(EventDelivery.PATIENCE, EventDelivery.MOST_PATIENCE)).doesNotContain(id);
        Awaitility.await().until(() -> count("select count(*) from EVENT_PUBLICATION where ID = ?", id) == 0);
        assertThat(this.rows.list(Clause.equal("n.matter", matter), "")).extracting(Notification::recipient)
            .containsExactlyInAnyOrderElementsOf(told.stream().map(Notification::recipient).toList());
    }

    @Test
    @Shows("EscalationDecision.told")
    void aTaskIsRemindedOfOnceBeforeAndOnceAfterItsTime() {
        String key = this.driver.register("Late");
        WorkItem task = this.driver.await(key, "complete-plan");
        Instant due = Instant.parse("2031-05-01T12:00:00Z");
        Task engineTask = this.taskService.createTaskQuery().taskId(task.id()).singleResult();
        engineTask.setDueDate(Date.from(due));
        this.taskService.saveTask(engineTask);
        String soon = "task-due:" + task.id() + ":" + due.getEpochSecond();
        String late = "task-overdue:" + task.id() + ":" + due.getEpochSecond();
        this.reminders.remind(due.minus(Duration.ofHours(25)));
        assertThat(this.rows.told(List.of(soon, late))).isEmpty();
        this.reminders.remind(due.minus(Duration.ofHours(3)));
        this.reminders.remind(due.minus(Duration.ofHours(2)));
        assertThat(this.rows.told(List.of(soon, late))).containsExactly(soon);
        this.acting.as("release-manager", () -> this.suspension.suspend(key, "The auditors are in the house."));
        this.reminders.remind(due.minus(Duration.ofHours(1)));
        assertThat(this.rows.told(List.of(soon, late))).as("while nobody can do it").containsExactly(soon);
        this.acting.as("release-manager", () -> this.suspension.resume(key, "They have left."));
        TransactionTemplate transaction = new TransactionTemplate(this.transactionManager);
        for (int node = 0; node < 2; node++) {
            transaction.executeWithoutResult((status) -> this.escalations.escalate(key, "planning/complete-plan"));
        }
        Awaitility.await()
            .untilAsserted(() -> assertThat(this.rows.told(List.of(soon, late))).containsExactlyInAnyOrder(soon, late));
        assertThat(this.rows.toldOf(late)).contains("release-manager", "service-owner", "stakeholder");
        assertThat(count("select count(*) from notifications where recipient = 'release-manager' and matter like ?",
                "%" + task.id() + "%"))
            .as("opened, due soon, overdue")
            .isEqualTo(3);
    }

    private ChecklistFact communication(String key) {
        return this.releases.checklist(this.releases.get(key))
            .stream()
            .filter((fact) -> fact.item() == ChecklistItem.COMMUNICATION_PLAN)
            .findFirst()
            .orElseThrow();
    }

    private void becomes(String key, MailState state) {
        this.jdbc.sql("update notifications set mail = ? where recipient = 'branches@example.com' and release_key = ?")
            .param(state.name())
            .param(key)
            .update();
    }

    @Test
    void anAnnouncementIsSentOnceAtItsTime() {
        String key = this.driver.register("Announced");
        Instant now = Instant.now();
        Announcement past = new Announcement(List.of("service-owner, branches@example.com"), Channel.MAIL, Anchor.START,
                -60, "Refunds are away for an hour.");
        this.announcementRows.plan(key, past, now.minusSeconds(1));
        this.announcementRows.plan(key,
                new Announcement(List.of("operations"), Channel.PORTAL, Anchor.END, 0, "Refunds are back."),
                now.plus(Duration.ofDays(1)));
        assertThat(communication(key).why()).startsWith("Due, but not sent yet: service-owner, branches@example.com");
        this.announcements.sendDue();
        this.announcements.sendDue();
        becomes(key, MailState.FAILED);
        assertThat(communication(key).word()).isEqualTo("not_all_notified");
        assertThat(communication(key).why()).startsWith("Not told: branches@example.com.");
        becomes(key, MailState.PENDING);
        assertThat(communication(key).why()).contains("under way to branches@example.com");
        becomes(key, MailState.SENT);
        assertThat(communication(key).why()).as("The rest is a person's").contains("not announced yet");
        assertThat(this.announcements.of(key)).extracting(PlannedAnnouncement::state)
            .containsExactly("SENT", "PLANNED");
        assertThat(this.rows.list(Clause.equal("n.release_key", key).and("n.kind = 'ANNOUNCEMENT'"), ""))
            .extracting(Notification::recipient)
            .contains("service-owner", "branches@example.com")
            .doesNotHaveDuplicates()
            .doesNotContain("operations");
        this.announcementRows.plan(key, past, this.announcements.of(key).get(0).dueAt());
        assertThat(this.announcements.of(key)).as("the same is not announced twice").hasSize(2);
        this.announcementRows.withdraw(key);
        assertThat(this.announcements.of(key)).extracting(PlannedAnnouncement::state)
            .containsExactly("SENT", "WITHDRAWN");
        assertThat(new Visitor(this.port).signIn("auditor").page("/releases/" + key + "/communication").text())
            .contains("Refunds are away for an hour.", "sent", "withdrawn");
    }

    @Test
    void anAnnouncementToAnAddressThatIsNotAllowedIsOnlyNoted() {
        String key = this.driver.register("Announced outside");
        this.announcementRows.plan(key, new Announcement(List.of("ceo@rival.example, all@example.com"), Channel.MAIL,
                Anchor.START, -60, "Soon."), Instant.now().minusSeconds(1));
        this.announcements.sendDue();
        assertThat(this.rows.list(Clause.equal("n.release_key", key).and("n.kind = 'ANNOUNCEMENT'"), ""))
            .extracting(Notification::recipient, Notification::mail)
            .containsExactlyInAnyOrder(tuple("ceo@rival.example", MailState.SKIPPED),
                    tuple("all@example.com", MailState.PENDING));
    }

    @Test
    void thePlansAnnouncementsWaitForTheirTimeUntilTheReleaseIsCancelled() {
        LocalDateTime start = LocalDate.now(ZoneOffset.UTC).plusDays(12).atTime(6, 0);
        String key = this.driver.register("Announced by plan");
        this.driver.complete("release-manager", key, "complete-plan", "submit", "scope", "Refunds", "services",
                List.of(ReleaseDriver.service(key)), "plannedStart", start.toString(), "plannedEnd",
                start.plusHours(2).toString(), "rollbackCriteria", "Failures", "rollbackPlan", "Back",
                "communicationPlan", "Mail", "supportDays", "7", "approvers", List.of("stakeholder"),
                "announcements[0].audience", "service-owner", "announcements[0].channel", "MAIL",
                "announcements[0].amount", "2", "announcements[0].unit", "HOURS", "announcements[0].when",
                "BEFORE_START", "announcements[0].text", "Refunds stop at six.");
        assertThat(this.announcements.of(key)).as("nothing is announced before the plan is approved").isEmpty();
        this.driver.approvePlan(key, "stakeholder");
        PlannedAnnouncement planned = Awaitility.await()
            .until(() -> this.announcements.of(key), (found) -> !found.isEmpty())
            .get(0);
        assertThat(planned.dueAt()).isEqualTo(start.minusHours(2).toInstant(ZoneOffset.UTC));
        assertThat(planned.text()).isEqualTo("Refunds stop at six.");
        this.driver.cancel(key);
        Awaitility.await()
            .until(() -> this.announcements.of(key),
                    (found) -> found.stream().allMatch((one) -> one.state().equals("WITHDRAWN")));
    }

    @Test
    void aCollisionIsToldToTheOwnersOfTheReleases() {
        String first = this.driver.register("First");
        this.driver.completePlan(first);
        String second = this.driver.register("Second");
        this.driver.completePlan(second, ReleaseDriver.service(first));
        Notification told = Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.matter", "collision:" + second + ":1"), ""),
                    (found) -> !found.isEmpty())
            .get(0);
        assertThat(told.recipient()).isEqualTo("release-manager");
        assertThat(told.kind()).isEqualTo(NotificationKind.SCHEDULE);
        assertThat(told.facts()).extracting(Fact::label).contains("collision");
    }

    @Test
    void aFreezeIsToldToTheOwnersOfTheReleasesThatItHits() {
        String key = this.driver.register("Will be frozen");
        this.driver.completePlan(key);
        String other = this.driver.register("Not concerned");
        this.driver.completePlan(other);
        LocalDateTime today = LocalDate.now(ZoneOffset.UTC).atStartOfDay();
        PeriodDraft draft = new PeriodDraft(PeriodKind.HARD_FREEZE, "Audit week", "The auditors are here.",
                "change-authority", new PeriodScope(List.of(ReleaseDriver.service(key)), List.of(), List.of()), "UTC",
                today, today.plusDays(5), "", null, List.of());
        long freeze = this.acting.as("change-authority", () -> this.periods.create(draft));
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows.list(Clause.of("n.matter like :matter", "matter", "freeze:" + freeze + ":%"), ""),
                    (found) -> !found.isEmpty());
        assertThat(told).singleElement().satisfies((one) -> {
            assertThat(one.releaseKey()).isEqualTo(key);
            assertThat(one.recipient()).isEqualTo("release-manager");
            assertThat(one.kind()).isEqualTo(NotificationKind.SCHEDULE);
            assertThat(one.facts()).contains(Fact.of("freeze", "Audit week"));
            assertThat(one.facts()).filteredOn((fact) -> fact.label().equals("reason"))
                .singleElement()
                .satisfies((fact) -> assertThat(fact.text()).endsWith("forbids deployments: The auditors are here."));
        });
        this.acting.as("change-authority", () -> this.periods.end(freeze, "They are gone."));
    }

    @Test
    void amendmentsDelaysAndTheBoardsDecisionAreTold() {
        String key = this.driver.register("Boarded");
        new TransactionTemplate(this.transactionManager).executeWithoutResult((status) -> {
            this.events.publishEvent(new PlanAmended(key, List.of("time"), true, true));
            this.events.publishEvent(new PlanApprovalOverdue(key, 2));
            this.events.publishEvent(new ChangeOverdue(key, "CHG-1", ChangeType.NORMAL));
            this.events.publishEvent(new ChangeDecided(key, "CHG-1", ChangeType.NORMAL, false, "No back-out plan"));
        });
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.release_key", key).and("n.kind = 'DECISION'"), " order by n.id")
                .stream()
                .filter((row) -> row.recipient().equals("release-manager"))
                .toList(), (found) -> found.size() == 4);
        assertThat(told).extracting(Notification::title)
            .containsExactlyInAnyOrder("Plan amended, to be approved again: " + key + " Boarded",
                    "Approvals are missing: plan of " + key + " Boarded",
                    "Not decided in time: change of " + key + " Boarded", "Change rejected: " + key + " Boarded");
    }

    @Test
    void aStoppedLineIsToldToWhoRunsDeployments() {
        Instant at = Instant.now();
        new TransactionTemplate(this.transactionManager).executeWithoutResult(
                (status) -> this.events.publishEvent(new StopBegan("administrator", at, "Fire in the data centre")));
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows.list(Clause.equal("n.matter", "line-stopped:" + at.toEpochMilli()), ""),
                    (found) -> !found.isEmpty());
        assertThat(told).extracting(Notification::recipient)
            .contains("release-manager", "deployment-manager")
            .doesNotContain("stakeholder");
        assertThat(told.get(0).facts()).contains(Fact.of("reason", "Fire in the data centre"));
    }

    @Test
    void anAttemptThatNobodyCanTellOfIsToldToWhoMayDecide() {
        PipelineAttempt attempt = this.pipelines.overdue();
        List<Notification> told = Awaitility.await()
            .until(() -> this.rows
                .list(Clause.equal("n.matter", "attempt-held:" + attempt.attempt() + ":OUTCOME_UNKNOWN"), ""),
                    (found) -> !found.isEmpty());
        assertThat(told).extracting(Notification::recipient)
            .contains("deployment-manager")
            .doesNotContain("stakeholder");
        assertThat(told.get(0).link()).isEqualTo("/deployments/attempts/" + attempt.attempt());
    }

    private int count(String sql, Object... parameters) {
        return this.jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }

}
