package io.slipway.audit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many deployments, evenly through a time of their own, each with what an auditor tests
 * of it. One in twenty is an emergency, one in ten of a standing authorisation; one in a
 * thousand was approved by who built it, and as many are reported of another digest.
 */
class ReportCrowd {

    private static final String START = "timestampadd(second, :step * seq, :begin)";

    private final JdbcClient jdbc;

    private final Instant begin;

    private final Duration step;

    ReportCrowd(JdbcClient jdbc, Instant begin, Duration step) {
        this.jdbc = jdbc;
        this.begin = begin;
        this.step = step;
    }

    /** So much time of it. */
    ReportPeriod period(int deployments) {
        return new ReportPeriod(this.begin, this.begin.plus(this.step.multipliedBy(deployments)));
    }

    void fill(int deployments) {
        put("releases (release_key, name, type, model, owner, phase, status, ended, planned_start, planned_end,"
                + " schedule_at, support_days, registered_at, ended_at, version)",
                "'Of the crowd', 'MINOR', 'BIG_BANG', 'author', 'REVIEW', 'CLOSED', true, " + START + ", " + START
                        + " + interval 2 hour, " + START + ", 7, " + START + " - interval 20 day, " + START
                        + " + interval 9 day, 0",
                deployments);
        this.jdbc.sql("""
                insert into release_units (release_id, name, version, artifact, digest, source_commit, committed_at,
                                           delivered_by, delivered_at)
                select id, 'shop', '1', 'pkg:shop', sha2(release_key, 256), '4f2a91c', registered_at, 'crowd-builder',
                       planned_start - interval 10 day
                  from releases where release_key like 'CROWD-%'""").update();
        put("test_assessments (release_key, version, package_mark, critical, major, minor, report, summary, verdict,"
                + " assessed_by, assessed_at)",
                "0, sha2(concat('CROWD-', seq), 256), 0, 0, 0, '', '', 'PASSED', 'tester', " + START
                        + " - interval 5 day",
                deployments);
        put("evidence (release_key, version, package_digest, format, level, name, environment, ran_at, source,"
                + " delivered_by, delivered_at, report_digest, report_size, original_kept, delivery_digest, totals)",
                "0, sha2(concat('CROWD-', seq), 256), 'JUNIT', 'SYSTEM', 'suite', 'test', " + START
                        + " - interval 6 day, '', 'tester', " + START + " - interval 6 day, repeat('0', 64), 1, false,"
                        + " sha2(concat('CROWD-', seq), 256), '{}'",
                deployments);
        changes(deployments);
        put("deployments (release_key, version, attempt, environment, started_at, finished_at, notes, status,"
                + " deployed_by, digest)",
                "0, 1, 'production', " + START + ", " + START + " + interval 30 minute, '', 'VERIFIED', 'deployer',"
                        + " sha2(concat('CROWD-', seq), 256)",
                deployments);
        put("reported_deployments (release_key, source, report_id, kind, happened_at, service, digest)",
                "'https://crowd.example.com', seq, 'UPGRADED', " + START
                        + " + interval 5 minute, 'Shop', sha2(if(seq % 1000 = 7, 'other', concat('CROWD-', seq)), 256)",
                deployments);
        put("permits (release_key, version, kind, model, release_name, package_digest, reason, follow_up, expires_at,"
                + " status, requested_by, requested_at)",
                "0, 'waiver', 'WaiverProcess', 'Of the crowd', '', 'Why', '', " + START + ", 'EXPIRED', 'author', "
                        + START + " - interval 3 day",
                deployments / 20);
        this.jdbc
            .sql("analyze table releases, deployments, change_records, change_decisions, work_items,"
                    + " reported_deployments, permits, evidence, test_assessments")
            .query()
            .listOfRows();
    }

    private void changes(int deployments) {
        this.jdbc.sql("""
                insert into standard_changes (version, name, description, schema_change, max_risk, valid_until,
                                              uses_per_month, status, proposed_by, proposed_at)
                select 0, concat('Crowd ', seq), '', false, 'LOW', '2030-01-01', 1000, 'ACTIVE', 'author', :begin
                  from seq_1_to_20""").param("begin", this.begin).update();
        put("change_records (release_key, version, number, round, title, type, risk, risk_reasons, risk_version,"
                + " implementation_plan, verification_plan, back_out_plan, status, digest, seats, raised_at,"
                + " emergency_verdict, emergency_reviewer, emergency_reviewed_at, standard_change)",
                "0, concat('CHG-', 20000000 + seq), seq, 'Of the crowd',"
                        + " case when seq % 20 = 3 then 'EMERGENCY' when seq % 10 = 4 then 'STANDARD' else 'NORMAL' end,"
                        + " 'LOW', '', 3, 'Do it.', 'Look.', 'Undo it.', 'CLOSED', sha2(concat('CROWD-', seq), 256),"
                        + " '1:change-authority', " + START + " - interval 4 day, if(seq % 20 = 3, 'JUSTIFIED', null),"
                        + " if(seq % 20 = 3, 'authority', null), if(seq % 20 = 3, " + START
                        + " + interval 3 day, null), if(seq % 10 = 4, (select min(id) + seq % 20 from standard_changes"
                        + " where name like 'Crowd %'), null)",
                deployments);
        this.jdbc.sql("""
                insert into change_decisions (change_record_id, position, action, actor, decided_at, role)
                select id, 0, 'REQUESTED', 'author', raised_at + interval 1 day, 'RELEASE_MANAGER'
                  from change_records where release_key like 'CROWD-%'""").update();
        this.jdbc.sql("""
                insert into change_decisions (change_record_id, position, action, actor, decided_at, role)
                select id, 1, 'AUTHORISED', if(round % 1000 = 7, 'crowd-builder', 'authority'),
                       raised_at + interval 2 day, 'CHANGE_AUTHORITY'
                  from change_records where release_key like 'CROWD-%'""").update();
        this.jdbc
            .sql("""
                    insert into work_items (id, business_key, subject, definition, process, step, step_name, phase, role,
                                            priority, due_at, created_at, state, form)
                    select concat('rc-', number), release_key, 'Of the crowd', 'x', 'x', 'x', 'x', 'REVIEW', 'change-authority',
                           1, raised_at + interval 9 day, raised_at, 'COMPLETED', 'change/review-emergency-change'
                      from change_records where release_key like 'CROWD-%' and type = 'EMERGENCY'""")
            .update();
    }

    private void put(String where, String what, int deployments) {
        this.jdbc
            .sql("insert into " + where + " select concat('CROWD-', seq), " + what + " from seq_0_to_"
                    + (deployments - 1))
            .param("begin", this.begin)
            .param("step", this.step.toSeconds())
            .update();
    }

    /** Writes what the record says of them; needs a table that takes it. */
    void record(int deployments) {
        for (List<String> act : List.of(
                List.of("deployment.started", "'release', concat('CROWD-', seq)", "0", "{\"attempt\": 1}"),
                List.of("change.raised", "'change', concat('CHG-', 20000000 + seq)", "4", "{}"),
                List.of("change.authorised", "'change', concat('CHG-', 20000000 + seq)", "2", "{}"),
                List.of("plan.approved", "'release', concat('CROWD-', seq)", "9", "{}"))) {
            this.jdbc
                .sql("insert into audit_entries (at, actor, actor_name, action, subject_type, subject, release_key,"
                        + " old_values, new_values) select " + START + " - interval " + act.get(2)
                        + " day, 'authority', 'Authority', '" + act.get(0) + "', " + act.get(1)
                        + ", concat('CROWD-', seq), '{}', '" + act.get(3) + "' from seq_0_to_" + (deployments - 1))
                .param("begin", this.begin)
                .param("step", this.step.toSeconds())
                .update();
        }
        this.jdbc.sql("analyze table audit_entries").query().listOfRows();
    }

    /** Takes it away again, all but what the record says of it. */
    void leave() {
        this.jdbc.sql("""
                delete d from change_decisions d join change_records c on c.id = d.change_record_id
                 where c.release_key like 'CROWD-%'""").update();
        this.jdbc.sql("""
                delete u from release_units u join releases r on r.id = u.release_id
                 where r.release_key like 'CROWD-%'""").update();
        this.jdbc.sql("delete from work_items where id like 'rc-%'").update();
        for (String table : List.of("change_records", "deployments", "reported_deployments", "permits", "evidence",
                "test_assessments", "releases")) {
            this.jdbc.sql("delete from " + table + " where release_key like 'CROWD-%'").update();
        }
        this.jdbc.sql("delete from standard_changes where name like 'Crowd %'").update();
    }

}
