package io.slipway.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.slipway.identity.Role;
import io.slipway.test.SlipwayTest;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The table of work items agrees with the engine after any progress, and again after any
 * damage.
 */
@SlipwayTest
class WorkItemRebuildTests {

    private static final Somebody ADMINISTRATOR = new Somebody("ada", Role.ADMINISTRATOR);

    private static final Somebody MANAGER = new Somebody("mara", Role.RELEASE_MANAGER, Role.STAKEHOLDER);

    @Autowired
    Workflow workflow;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkItemActs acts;

    @Autowired
    WorkItemRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    ManagementService managementService;

    @BeforeEach
    void deploy() {
        TestModels.deploy(this.repositoryService);
    }

    @Test
    void findsNothingToMendAfterRandomProgress() {
        progress("RANDOM", 30);
        assertThat(differences("RANDOM")).isZero();
        List<Map<String, Object>> before = rows("RANDOM");
        ADMINISTRATOR.does(this.rebuild::rebuild);
        assertThat(rows("RANDOM")).isNotEmpty().isEqualTo(before);
        assertThat(differences("RANDOM")).isZero();
    }

    @Test
    void mendsMissingSurplusAndWrongRows() {
        progress("DAMAGE", 12);
        ADMINISTRATOR.does(this.rebuild::rebuild);
        List<String> open = this.jdbc
            .sql("select id from work_items where state = 'OPEN' and business_key like 'DAMAGE-%' order by id limit 3")
            .query(String.class)
            .list();
        WorkItem missing = this.workItems.get(open.get(0));
        WorkItem wrong = this.workItems.get(open.get(1));
        WorkItem ended = this.workItems.get(open.get(2));
        WorkItem past = this.workItems.get(this.jdbc
            .sql("select id from work_items where state = 'COMPLETED' and business_key like 'DAMAGE-%' limit 1")
            .query(String.class)
            .single());
        String asker = asker(wrong);
        this.jdbc.sql("delete from work_items where id = ?").param(missing.id()).update();
        this.jdbc.sql("update work_items set assignee = 'nobody' where id = ?").param(wrong.id()).update();
        this.jdbc.sql("update work_items set state = 'COMPLETED', ended_by = 'nobody' where id = ?")
            .param(ended.id())
            .update();
        this.jdbc.sql("update work_items set state = 'OPEN', ended_at = null where id = ?").param(past.id()).update();
        this.jdbc.sql("""
                insert into work_items select 'surplus', business_key, subject, definition, process, step, step_name,
                phase, role, assignee, priority, due_at, follow_up_at, created_at, state, ended_at, ended_by, outcome,
                reason, form, duty, decision, version, named, escalated_at, escalated_to, asked_by, instance
                from work_items where id = ?""").param(wrong.id()).update();

        WorkItemsRebuilt done = ADMINISTRATOR.does(this.rebuild::rebuild);

        assertThat(done.added()).isEqualTo(1);
        assertThat(done.corrected()).isEqualTo(2);
        assertThat(done.removed()).isEqualTo(2);
        assertThat(this.workItems.get(missing.id())).isEqualTo(missing);
        assertThat(this.workItems.get(wrong.id())).isEqualTo(wrong);
        assertThat(asker(wrong)).isEqualTo(asker);
        assertThat(this.workItems.get(ended.id())).isEqualTo(ended);
        assertThat(this.workItems.get(past.id()).state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(this.workItems.get(past.id()).endedAt()).isNotNull();
        assertThat(this.jdbc.sql("select count(*) from work_items where id = 'surplus'").query(Integer.class).single())
            .isZero();
        assertThat(differences("DAMAGE")).isZero();
        assertThat(ADMINISTRATOR.does(this.rebuild::rebuild).agreed()).isTrue();
    }

    private String asker(WorkItem item) {
        return this.jdbc.sql("select coalesce(asked_by, '') from work_items where id = ?")
            .param(item.id())
            .query(String.class)
            .single();
    }

    @Test
    void isForAdministrators() {
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> MANAGER.does((Runnable) this.rebuild::rebuild));
    }

    /**
     * All that the table of work items tells of some releases, with the words of each.
     */
    private List<Map<String, Object>> rows(String prefix) {
        return this.jdbc.sql("""
                select w.*, (select group_concat(word order by word) from work_item_words where id = w.id) words
                from work_items w where business_key like ? order by w.id""").param(prefix + "-%").query().listOfRows();
    }

    /** Tasks without a work item that agrees, and open work items without a task. */
    private int differences(String prefix) {
        return this.jdbc
            .sql("""
                    select (select count(*) from ACT_RU_TASK t
                            join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                            where e.BUSINESS_KEY_ like :releases
                            and not exists (select 1 from work_items w where w.id = t.ID_ and w.state = 'OPEN'
                            and w.assignee <=> t.ASSIGNEE_ and w.step = t.TASK_DEF_KEY_ and w.business_key = e.BUSINESS_KEY_
                            and w.priority = t.PRIORITY_ and w.due_at = t.DUE_DATE_ and w.created_at = t.CREATE_TIME_))
                         + (select count(*) from work_items w where w.state = 'OPEN'
                            and w.business_key like :releases and not exists (select 1 from ACT_RU_TASK t where t.ID_ = w.id))
                    """)
            .param("releases", prefix + "-%")
            .query(Integer.class)
            .single();
    }

    private void progress(String prefix, int releases) {
        Random random = new Random(20261122);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < releases; i++) {
            String key = prefix + "-" + i;
            String process = (i % 3 == 0) ? "VoteProcess" : "CancelProcess";
            this.workflow.start(process, key, Map.of("priority", random.nextInt(100), "releaseName", "Release " + i,
                    "phase", "PLAN", "approvers", "ann,bob,mara", "planRejected", false));
            keys.add(key);
        }
        for (int act = 0; act < releases * 3; act++) {
            String key = keys.get(random.nextInt(keys.size()));
            this.workItems.openOf(key)
                .stream()
                .skip(random.nextInt(2))
                .findFirst()
                .ifPresent((item) -> act(item, random.nextInt(6)));
        }
        Awaitility.await()
            .until(() -> this.managementService.createJobQuery().messages().withRetriesLeft().count() == 0);
    }

    private void act(WorkItem item, int choice) {
        Somebody person = (item.assignee() != null)
                ? new Somebody(item.assignee(), Role.RELEASE_MANAGER, Role.STAKEHOLDER) : MANAGER;
        person.does(() -> {
            switch (choice) {
                case 0 -> this.acts.claim(item.id());
                case 1 -> this.acts.rename(item.businessKey(), item.subject() + " again");
                case 2 -> {
                    if (item.decision() == null) {
                        this.acts.claim(item.id());
                        this.acts.unclaim(item.id());
                    }
                }
                default -> this.acts.complete(item.id(), (open) -> Outcome.of("done"));
            }
        });
    }

}
