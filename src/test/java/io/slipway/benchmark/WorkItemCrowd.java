package io.slipway.benchmark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A crowd of made-up work items, as an organisation with nine busy roles, two hundred
 * people and four thousand releases would have them.
 */
public final class WorkItemCrowd {

    private static final int CHUNK = 50_000;

    private final JdbcClient jdbc;

    /**
     * Prepares a crowd.
     * @param jdbc the database
     */
    public WorkItemCrowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds open work items, two in five of them assigned.
     * @param count how many, at most a million
     */
    public void open(int count) {
        insert(count, "open", "'OPEN'", "null", "null");
        for (String word : new String[] { "business_key", "substring_index(business_key, '-', 1)",
                "substring_index(subject, ' ', 1)", "substring_index(substring_index(subject, ' ', -2), ' ', 1)",
                "substring_index(subject, ' ', -1)", "substring_index(step_name, ' ', 1)",
                "substring_index(step_name, ' ', -1)", "'release'" }) {
            this.jdbc
                .sql("insert ignore into work_item_words select id, lower(" + word
                        + ") from work_items where id like 'crowd-open-%'")
                .update();
        }
        this.jdbc.sql("analyze table work_item_words").query().listOfRows();
    }

    /**
     * Adds completed work items.
     * @param count how many, at most a million
     */
    public void done(int count) {
        insert(count, "done", "'COMPLETED'", "date_sub(utc_timestamp(3), interval (seq * 7919) % 31536000 second)",
                "concat('person-', (seq * 31) % 200)");
    }

    private void insert(int count, String prefix, String state, String endedAt, String endedBy) {
        for (int from = 0; from < count; from += CHUNK) {
            insert(from + 1, Math.min(count, from + CHUNK), prefix, state, endedAt, endedBy);
        }
        this.jdbc.sql("analyze table work_items").query().listOfRows();
    }

    private void insert(int from, int to, String prefix, String state, String endedAt, String endedBy) {
        this.jdbc
            .sql("""
                    insert into work_items (id, business_key, subject, definition, process, step, step_name, phase, role,
                        assignee, priority, due_at, follow_up_at, created_at, state, ended_at, ended_by, outcome, form)
                    select concat('crowd-%1$s-', lpad(seq, 7, '0')),
                        concat(elt(1 + (seq div 3) %% 8, 'PAY', 'CRM', 'WEB', 'ERP', 'HRM', 'LOG', 'MOB', 'NET'),
                            '-20', lpad(20 + seq %% 7, 2, '0'), '.', seq %% 571),
                        concat(elt(1 + (seq div 3) %% 8, 'Payments', 'Customer care', 'Website', 'Planning', 'People',
                            'Logistics', 'Mobile', 'Network'), ' ', elt(1 + (seq div 7) %% 12, 'winter', 'spring', 'summer',
                            'autumn', 'security', 'baseline', 'migration', 'hotfix', 'refresh', 'upgrade', 'rollout',
                            'launch'), ' ', seq %% 571),
                        'crowd', 'CrowdProcess', 'Task_Crowd',
                        elt(1 + (seq * 19) %% 9, 'Complete plan', 'Approve plan', 'Deliver units', 'Assess test results',
                            'Authorise change', 'Deploy package', 'Watch release', 'Hold review', 'Confirm backups'),
                        elt(1 + (seq * 19) %% 7, 'PLAN', 'BUILD', 'TEST', 'AUTHORISE', 'DEPLOY', 'EARLY_LIFE_SUPPORT',
                            'REVIEW'),
                        elt(1 + (seq * 23) %% 9, 'release-manager', 'deployment-manager', 'build-engineer',
                            'service-owner', 'change-authority', 'configuration-manager', 'test-manager', 'stakeholder',
                            'operations'),
                        if(seq %% 5 < 2, concat('person-', (seq div 5) %% 200), null), (seq * 7) %% 100,
                        date_add(utc_timestamp(3), interval cast((seq * 7919) %% 5184000 as signed) - 1728000 second),
                        if(seq %% 25 = 0, date_add(utc_timestamp(3), interval seq %% 864000 second), null),
                        date_sub(utc_timestamp(3), interval seq %% 864000 second), %2$s, %3$s, %4$s, 'approve', 'crowd/crowd'
                    from seq_%5$d_to_%6$d
                    """
                .formatted(prefix, state, endedAt, endedBy, from, to))
            .update();
    }

    /** Takes the crowd away again. */
    public void leave() {
        for (String table : new String[] { "work_item_words", "work_items" }) {
            while (this.jdbc.sql("delete from " + table + " where id like 'crowd-%' limit " + CHUNK).update() > 0) {
                continue;
            }
        }
    }

}
