package io.slipway.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.slipway.planning.plan.PlanYaml;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan from before plans had a table of their own reads as it did, to the byte of its
 * canonical text: approvals are bound to the digest of that.
 */
class PlansMigrationTests {

    private final DriverManagerDataSource schema = new DriverManagerDataSource(TestDatabase.emptySchema(),
            EmbeddedMariaDb.USER, "");

    private final JdbcTemplate database = new JdbcTemplate(this.schema);

    @Test
    void keepsPlansToTheByte() throws LiquibaseException, IOException {
        this.database.execute(
                "create table work_items (decision varchar(9), assignee varchar(9), form varchar(64)) engine = InnoDB");
        this.database.execute("create table EVENT_PUBLICATION (EVENT_TYPE varchar(99)) engine = InnoDB");
        this.database.update("insert into EVENT_PUBLICATION values ('io.slipway.release.PlanApproved')");
        this.database
            .update("insert into work_items (form) values ('release/approve-plan'), ('release/deliver-units')");
        migrate("110-release.sql");
        migrate("112-plan.sql");
        release(1, "PAY-1", "", "");
        release(2, "PAY-2", "Delivered: \"tokens\" & more\nNot delivered: \u2028 the rest", "C:\\temp\tis full");
        this.database.update("""
                update releases set name = 'Cards: the second', environment = 'staging', schema_change = true,
                       planned_start = '2026-12-05 06:00:00.250', backups = ?, communication_plan = 'Mail',
                       support_days = 9, revision = 3, plan_digest = repeat('a', 64), risk = 'HIGH',
                       plan_approvals = 'change-manager:1', submitted_by = 'rosa' where id = 2""",
                "The ledger \uD83D\uDCB3");
        for (String service : new String[] { "Payments", "Card payments, new" }) {
            this.database.update("insert into release_services (release_id, service, ended, schedule_at) "
                    + "values (2, ?, false, '2026-12-05')", service);
        }
        this.database.update("insert into release_items values (2, 'payments-db', false, '2026-12-05', '2026-12-05')");
        this.database.update("insert into release_dependencies values (2, 'PAY-1', 'LIVE_BEFORE')");
        this.database.update("insert into release_approvers values (2, 'zoe'), (2, 'stakeholder')");
        this.database.update("insert into release_people values (2, 'operations', 'operations', false, '2026-12-05', "
                + "'2026-12-05')");
        this.database.update("""
                insert into release_announcements values (2, 1, 'stakeholder', 'MAIL', 'START', 0, 'Now'),
                       (2, 0, ?, 'STATUS_PAGE', 'END', -30, 'Done')""",
                "operations, o'neil@example.com, b\\c@d.example");

        migrate("113-plans.sql");

        String kept = this.database.queryForObject("select plan from plans where release_id = 2", String.class);
        assertThat(PlanYaml.write(PlanYaml.stored(String.valueOf(kept))))
            .isEqualTo(new ClassPathResource("plans/canonical.yaml").getContentAsString(StandardCharsets.UTF_8));
        assertThat(PlanYaml.stored(String
            .valueOf(this.database.queryForObject("select plan from plans where release_id = 1", String.class))))
            .satisfies((empty) -> assertThat(empty.times().plannedStart()).isNull());
        assertThat(
                this.database.queryForMap("select revision, digest, risk, approvals from plans where release_id = 2"))
            .containsEntry("revision", 3)
            .containsEntry("digest", "a".repeat(64))
            .containsEntry("risk", "HIGH")
            .containsEntry("approvals", "change-manager:1");
        assertThat(this.database.queryForObject("select EVENT_TYPE from EVENT_PUBLICATION", String.class))
            .isEqualTo("io.slipway.planning.PlanApproved");
        assertThat(this.database.queryForList("select form from work_items", String.class))
            .containsExactlyInAnyOrder("planning/approve-plan", "release/deliver-units");
    }

    private void release(long id, String key, String scope, String criteria) {
        this.database.update(
                """
                        insert into releases (id, release_key, name, type, model, owner, phase, status, ended, revision, scope,
                               schedule_at, rollback_criteria, rollback_plan, communication_plan, support_days, documentation,
                               scripts, missing, registered_at, version)
                        values (?, ?, 'Cards', 'MINOR', 'BIG_BANG', 'rosa', 'PLAN', 'OPEN', false, 0, ?, '9999-01-01', ?, '', '', 14,
                               '', '', '', '2026-01-01', 0)""",
                id, key, scope, criteria);
    }

    private void migrate(String file) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.schema);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/" + file);
        liquibase.afterPropertiesSet();
    }

}
