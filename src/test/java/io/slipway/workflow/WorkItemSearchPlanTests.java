package io.slipway.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.benchmark.WorkItemCrowd;
import io.slipway.identity.Actor;
import io.slipway.identity.Role;
import io.slipway.sql.Clause;
import io.slipway.test.RowsRead;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.history.LongestWaiting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database reads a page of the task list through its index, in its order, and no
 * further than the page: the plan says so, and the number of rows it touches.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkItemSearchPlanTests {

    private static final Actor EVERYBODY = new Actor("person-7", "Pat", Set.copyOf(Arrays.asList(Role.values())));

    private static final WorkItemSearch.Today TODAY = WorkItemSearch.Today.at(Instant.now(), ZoneOffset.UTC);

    private static final Map<WorkItemView, String> INDEXES = Map.of(WorkItemView.MINE, "work_items_by_assignee",
            WorkItemView.MY_GROUPS, "work_items_by_role", WorkItemView.UNASSIGNED, "work_items_by_nobody",
            WorkItemView.FOLLOW_UP, "work_items_by_follow_up", WorkItemView.DONE_BY_ME, "work_items_by_doer");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowsRead rowsRead;

    @BeforeAll
    void gather() {
        WorkItemCrowd crowd = new WorkItemCrowd(this.jdbc);
        crowd.open(20_000);
        crowd.done(20_000);
    }

    @AfterAll
    void leave() {
        new WorkItemCrowd(this.jdbc).leave();
    }

    @Test
    void everyViewReadsItsIndexInItsOrder() {
        for (WorkItemView view : WorkItemView.values()) {
            WorkItemQuery query = WorkItemQuery.of(view);
            List<Step> steps = explain(statement(query, null));
            assertThat(steps).filteredOn(Step::reads).as("%s: %s", view, steps).isNotEmpty().allSatisfy((step) -> {
                assertThat(step.key()).isIn(INDEXES.getOrDefault(view, step.key()), "work_items_by_escalation")
                    .startsWith("work_items_by_");
                assertThat(step.type()).isIn("ref", "range");
                assertThat(step.extra()).doesNotContain("filesort").doesNotContain("temporary");
            });
        }
    }

    @Test
    void everyPageTouchesFewRows() {
        for (WorkItemView view : WorkItemView.values()) {
            assertThat(touched(statement(WorkItemQuery.of(view), null))).as("%s", view).isLessThan(1_500);
        }
        String cursor = Instant.now().toEpochMilli() + ".crowd";
        assertThat(touched(statement(new WorkItemQuery(WorkItemView.MY_GROUPS, null, null, null, cursor), null)))
            .isLessThan(1_500);
        assertThat(touched(WorkItemSearch.counts(EVERYBODY, TODAY))).isLessThan(40_000);
    }

    @Test
    void whatWaitsLongestIsReadInItsOrder() {
        Clause longest = Clause.of("select w.id from " + LongestWaiting.SOURCE)
            .where(LongestWaiting.condition().and(LongestWaiting.since(TODAY.now())))
            .append(" order by w.created_at, w.id limit 26");
        assertThat(explain(longest)).filteredOn(Step::reads)
            .as("%s", explain(longest))
            .singleElement()
            .satisfies((step) -> {
                assertThat(step.key()).isEqualTo("work_items_by_arrival");
                assertThat(step.extra()).doesNotContain("filesort").doesNotContain("temporary");
            });
        assertThat(touched(longest)).isLessThan(1_500);
    }

    @Test
    void aSearchBeginsWithItsRarestTerm() {
        WorkItemQuery query = new WorkItemQuery(WorkItemView.MY_GROUPS, "release pay-2026.11", null, null, null);
        List<Step> steps = explain(statement(query, "pay-2026.11"));
        assertThat(steps).anySatisfy((step) -> assertThat(step.key()).isEqualTo("work_item_words_by_word"));
        assertThat(touched(statement(query, "pay-2026.11"))).isLessThan(1_500);
    }

    @Test
    void aSearchForCommonWordsReadsTheViewInItsOrder() {
        WorkItemQuery query = new WorkItemQuery(WorkItemView.MY_GROUPS, "release", null, null, null);
        // What other tests left open lacks the word, and may have to be passed on the
        // way.
        long others = this.jdbc.sql("select count(*) from work_items where state = 'OPEN' and id not like 'crowd-%'")
            .query(Long.class)
            .single();
        assertThat(touched(statement(query, null))).isLessThan(3_000 + 2 * others);
    }

    private static Clause statement(WorkItemQuery query, @Nullable String rarest) {
        return java.util.Objects.requireNonNull(WorkItemSearch.page(ViewClauses.of(query.view(), EVERYBODY, TODAY),
                query, SearchText.of(query.text()), rarest));
    }

    private List<Step> explain(Clause statement) {
        return new Clause("explain " + statement.sql(), statement.values()).on(this.jdbc).query(Step.class).list();
    }

    private long touched(Clause statement) {
        return this.rowsRead.by(() -> statement.on(this.jdbc).query().listOfRows());
    }

    /**
     * A line of a plan.
     *
     * @param table the table or its alias
     * @param type how it is read
     * @param key through which index
     * @param extra what else is done
     */
    record Step(String table, String type, @Nullable String key, String extra) {

        /** Whether it reads work items to choose them, not to look a chosen one up. */
        boolean reads() {
            return this.table.equals("w") && !"PRIMARY".equals(this.key);
        }

    }

}
