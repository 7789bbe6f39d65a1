package io.slipway.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every view shows what it says, page by page and each work item once.
 */
@SlipwayTest
class WorkItemListTests {

    private static final Somebody LISA = new Somebody("lisa", Role.STAKEHOLDER);

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemSearch search;

    @Autowired
    WorkItemActs acts;

    @Autowired
    TaskService taskService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @Test
    void viewsShowMineMyGroupsAndWhatIsFree() {
        WorkItem mine = start("VIEW-1", "viewone Alpha");
        WorkItem free = start("VIEW-2", "viewone Beta");
        WorkItem hers = start("VIEW-3", "viewone Gamma");
        LISA.does(() -> this.acts.claim(mine.id()));
        new Somebody("liv", Role.STAKEHOLDER).does(() -> this.acts.claim(hers.id()));

        assertThat(list(WorkItemView.MINE, "viewone")).containsExactly(mine.id());
        assertThat(list(WorkItemView.MY_GROUPS, "viewone")).containsExactlyInAnyOrder(mine.id(), free.id(), hers.id());
        assertThat(list(WorkItemView.UNASSIGNED, "viewone")).containsExactly(free.id());
        assertThat(list(WorkItemView.MINE, null)).contains(mine.id()).doesNotContain(free.id(), hers.id());
    }

    @Test
    void viewsShowWhatIsOverdueOrDueToday() {
        this.clock.set(Instant.parse("2026-11-25T12:00:00Z"));
        WorkItem past = due(start("DUE-1", "duetest"), "2026-11-25T11:59:00Z");
        WorkItem today = due(start("DUE-2", "duetest"), "2026-11-25T23:30:00Z");
        WorkItem tomorrow = due(start("DUE-3", "duetest"), "2026-11-26T00:30:00Z");

        assertThat(list(WorkItemView.OVERDUE, "duetest")).containsExactly(past.id());
        assertThat(list(WorkItemView.DUE_TODAY, "duetest")).containsExactly(past.id(), today.id());
        WorkItemQuery query = new WorkItemQuery(WorkItemView.DUE_TODAY, "duetest", null, null, null);
        assertThat(LISA.does(() -> this.search.list(query, java.time.ZoneId.of("Europe/Berlin"))).rows())
            .as("in Berlin the day ends an hour earlier")
            .extracting(WorkItem::id)
            .containsExactly(past.id());
        assertThat(list(WorkItemView.MY_GROUPS, "duetest")).containsExactly(past.id(), today.id(), tomorrow.id());
    }

    @Test
    void viewsShowWhatIPutOffAndWhatIDid() {
        WorkItem later = start("OFF-1", "offtest");
        WorkItem done = start("OFF-2", "offtest");
        Instant at = Instant.now().plus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        LISA.does(() -> {
            this.acts.claim(later.id());
            this.acts.followUp(later.id(), at);
            this.acts.complete(done.id(), (item) -> Outcome.of("approve"));
        });
        assertThat(list(WorkItemView.FOLLOW_UP, "offtest")).containsExactly(later.id());
        assertThat(this.workItems.get(later.id()).followUpAt()).isEqualTo(at);
        assertThat(list(WorkItemView.DONE_BY_ME, "offtest")).containsExactly(done.id());
        assertThat(list(WorkItemView.DONE_BY_ME, null)).startsWith(done.id());
    }

    @Test
    void findsByTheBeginningOfKeysAndWords() {
        WorkItem item = start("ÄPF-2031.07", "Zahlungsverkehr für Größen");
        for (String text : List.of("äpf-2031.07", "apf-2031", "ÄPF", "2031", "zahlungs", "GRÖßEN decide",
                "fur zahl apf", "äpf-2031.07'--")) {
            assertThat(list(WorkItemView.MY_GROUPS, text)).as(text).containsExactly(item.id());
        }
        for (String text : List.of("verkehr", "pf-2031", "zahlungs winter", "100%", "nosuchword")) {
            if (SearchText.of(text).any()) {
                assertThat(list(WorkItemView.MY_GROUPS, text)).as(text).doesNotContain(item.id());
            }
        }
    }

    @Test
    void pagesShowEachItemOnceAndInOrder() {
        this.clock.set(Instant.parse("2026-12-01T08:00:00Z"));
        for (int i = 0; i < 60; i++) {
            WorkItem item = start("PAGE-" + i, "pagetest");
            due(item, (i % 2 == 0) ? "2026-12-24T12:00:00Z" : "2026-12-24T12:00:0" + (i % 10) + "Z");
        }
        List<WorkItem> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            WorkItemQuery query = new WorkItemQuery(WorkItemView.MY_GROUPS, "pagetest", Role.STAKEHOLDER, "PLAN",
                    cursor);
            KeyPage<WorkItem> page = LISA.does(() -> this.search.list(query, ZoneOffset.UTC));
            all.addAll(page.rows());
            cursor = page.next();
        }
        while (cursor != null);
        assertThat(all).hasSize(60).extracting(WorkItem::id).doesNotHaveDuplicates();
        assertThat(all)
            .isSortedAccordingTo(java.util.Comparator.comparing(WorkItem::dueAt).thenComparing(WorkItem::id));
    }

    @Test
    void filtersByRoleAndPhaseAndIgnoresForgedCursors() {
        WorkItem item = start("FILTER-1", "filtertest");
        WorkItemQuery other = new WorkItemQuery(WorkItemView.MY_GROUPS, "filtertest", Role.OPERATIONS, null, null);
        assertThat(LISA.does(() -> this.search.list(other, ZoneOffset.UTC)).rows()).isEmpty();
        WorkItemQuery test = new WorkItemQuery(WorkItemView.MY_GROUPS, "filtertest", null, "TEST", null);
        assertThat(LISA.does(() -> this.search.list(test, ZoneOffset.UTC)).rows()).isEmpty();
        WorkItemQuery forged = new WorkItemQuery(WorkItemView.MY_GROUPS, "filtertest", null, "PLAN", "x' or 1=1");
        assertThat(LISA.does(() -> this.search.list(forged, ZoneOffset.UTC)).rows()).extracting(WorkItem::id)
            .containsExactly(item.id());
        assertThat(new Somebody("nora", Role.AUDITOR)
            .does(() -> this.search.list(WorkItemQuery.of(WorkItemView.MY_GROUPS), ZoneOffset.UTC))
            .rows()).as("auditors have no tasks").isEmpty();
    }

    @Test
    void countsEachView() {
        Somebody solo = new Somebody("solo", Role.STAKEHOLDER);
        Map<WorkItemView, Integer> before = solo.does(() -> this.search.counts(ZoneOffset.UTC));
        WorkItem item = start("TALLY-1", "counttest");
        due(start("TALLY-2", "counttest"), Instant.now().minusSeconds(3600).toString());
        solo.does(() -> this.acts.claim(item.id()));
        Map<WorkItemView, Integer> after = solo.does(() -> this.search.counts(ZoneOffset.UTC));
        assertThat(after.get(WorkItemView.MINE)).isEqualTo(1);
        assertThat(after.get(WorkItemView.MY_GROUPS) - before.get(WorkItemView.MY_GROUPS)).isIn(0, 2);
        assertThat(after.get(WorkItemView.FOLLOW_UP)).isZero();
        assertThat(after.values()).allSatisfy((count) -> assertThat(count).isBetween(0, 1001));
        assertThat(after).doesNotContainKey(WorkItemView.DONE_BY_ME);
    }

    private List<String> list(WorkItemView view, @Nullable String text) {
        WorkItemQuery query = new WorkItemQuery(view, text, null, null, null);
        return LISA.does(() -> this.search.list(query, ZoneOffset.UTC)).rows().stream().map(WorkItem::id).toList();
    }

    private WorkItem due(WorkItem item, String at) {
        Task task = this.taskService.createTaskQuery().taskId(item.id()).singleResult();
        task.setDueDate(Date.from(Instant.parse(at)));
        this.taskService.saveTask(task);
        return item;
    }

    private WorkItem start(String key, String name) {
        this.workflow.start("PlainProcess", key, Map.of("priority", 50, "releaseName", name, "phase", "PLAN"));
        return this.workItems.openOf(key).get(0);
    }

}
