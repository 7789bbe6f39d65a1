package io.slipway.audit.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.AccessHistory.Access;
import io.slipway.audit.report.AccessHistory.Step;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who could do what at a moment: the people, groups and roles as they are now, from which
 * every change since is taken back as the record tells it. For those who read the record;
 * reading it is recorded.
 */
@Service
@PreAuthorize(RecordSearch.READERS)
public class AccessReports {

    private final JdbcClient jdbc;

    private final Journal journal;

    AccessReports(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * Those who had a role and could sign in.
     * @param at when, UTC
     * @param role id of the role; empty for any
     * @param from the cursor, empty for the first page
     * @return a page, by user name; those whose rights came of groups with these
     */
    @Transactional
    public KeyPage<Access> at(Instant at, String role, String from) {
        if (from.isEmpty()) {
            this.journal
                .record(JournalEntry.of("report.read", "report", "access").with(Map.of("at", at, "role", role)));
        }
        AccessHistory history = now();
        this.jdbc
            .sql("""
                    select action, subject, old_values, new_values from audit_entries
                     where action in ('person.created', 'person.changed', 'person.enabled', 'person.disabled', 'group.created',
                           'group.changed', 'group.deleted') and at > :at order by at desc, sequence desc""")
            .param("at", at)
            .query(Step.class)
            .list()
            .forEach(history::undo);
        List<Access> found = history.holding(role)
            .stream()
            .filter((one) -> one.userName().compareTo(from) > 0)
            .limit(KeyPage.size() + 1L)
            .toList();
        return KeyPage.of(found, Access::userName);
    }

    /** When the record begins: nobody knows what was before. */
    @Transactional(readOnly = true)
    public Optional<Instant> beginning() {
        return this.jdbc.sql("select min(at) from audit_entries").query(Instant.class).optional();
    }

    private AccessHistory now() {
        AccessHistory history = new AccessHistory();
        this.jdbc
            .sql("""
                    select p.user_name, p.enabled,
                           (select json_arrayagg(r.role) from person_roles r where r.person_id = p.id) roles,
                           (select json_arrayagg(t.name) from team_members m join teams t on t.id = m.team_id where m.person_id = p.id) member_of
                      from people p""")
            .query(Known.class)
            .list()
            .forEach((one) -> history.person(one.userName(), one.enabled(), orNone(one.roles()),
                    orNone(one.memberOf())));
        this.jdbc
            .sql("""
                    select t.name, (select json_arrayagg(r.role) from team_roles r where r.team_id = t.id) roles from teams t""")
            .query(KnownGroup.class)
            .list()
            .forEach((one) -> history.group(one.name(), orNone(one.roles())));
        return history;
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return (texts != null) ? texts : List.of();
    }

    private record Known(String userName, boolean enabled, @Nullable List<String> roles,
            @Nullable List<String> memberOf) {
    }

    private record KnownGroup(String name, @Nullable List<String> roles) {
    }

}
