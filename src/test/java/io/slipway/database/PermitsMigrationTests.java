package io.slipway.database;

import java.util.List;

import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exceptions from freezes and waivers from before there were permits are permits
 * afterwards, with what they are for and how they were decided.
 */
class PermitsMigrationTests {

    private final DriverManagerDataSource schema = new DriverManagerDataSource(TestDatabase.emptySchema(),
            EmbeddedMariaDb.USER, "");

    private final JdbcTemplate database = new JdbcTemplate(this.schema);

    @Test
    void keepsExceptionsAndWaivers() throws LiquibaseException {
        this.database.execute("create table releases (release_key varchar(41) primary key, name varchar(120) not null)"
                + " engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci");
        this.database.execute("insert into releases values ('PAY-1', 'Payments')");
        migrate("104-schedule.sql");
        migrate("134-gates.sql");
        fill();
        migrate("107-permits.sql");
        migrate("136-waivers-are-permits.sql");
        assertThat(read("""
                select concat_ws(' ', p.id, p.kind, p.model, p.status, p.release_name, p.reason, p.follow_up, p.worth,
                                 p.result, p.closed_by, left(p.package_digest, 2),
                                 (select group_concat(s.subject order by s.position) from permit_subjects s
                                   where s.permit_id = p.id),
                                 (select group_concat(v.person, '/', v.role, '/', v.approved, '/', v.reason
                                                      order by v.position)
                                    from permit_votes v where v.permit_id = p.id))
                  from permits p order by p.id""")).containsExactly(
                "4 freeze-exception FREEZE_EXCEPTION CLOSED Payments The law.  1 Ask earlier. sam  11,12"
                        + " cora/CHANGE_AUTHORITY/1/Fine.,sam/SERVICE_OWNER/1/Too.",
                "5 waiver WAIVER REQUESTED Payments Small. Later. bb tests.failed.major",
                "6 waiver WAIVER CLOSED Payments Smaller. Soon. Done. tess aa tests.failed.major,scan.critical"
                        + " sam/SERVICE_OWNER/1/It is.",
                "7 waiver WAIVER REFUSED Payments Small. Never. cc coverage.line sam/SERVICE_OWNER/0/No.");
        assertThat(read("show tables like '%waivers'")).isEmpty();
        assertThat(read("show tables like 'freeze%'")).isEmpty();
    }

    private void fill() {
        for (int id : new int[] { 11, 12 }) {
            this.database.update("""
                    insert into schedule_periods (id, version, kind, name, reason, owner, services, environments, types,
                        zone, starts_local, minutes, rule, skipped, expanded_until, over_at, created_by, created_at)
                    values (?, 0, 'HARD_FREEZE', 'Year end', '', 'sam', '', '', '', 'UTC', '2026-12-01T00:00', 1, '',
                        '', now(), now(), 'sam', now())""", id);
        }
        this.database.execute("""
                insert into freeze_exceptions values (4, 3, 'PAY-1', 'Payments', 'The law.', now(), 'REVIEWED', 'rita',
                    now(), now(), true, 'Ask earlier.', 'sam', now())""");
        this.database.execute("insert into freeze_exception_freezes values (4, 12), (4, 11)");
        this.database.execute("""
                insert into freeze_exception_votes values (4, 0, 'cora', 'CHANGE_AUTHORITY', true, 'Fine.', now()),
                    (4, 1, 'sam', 'SERVICE_OWNER', true, 'Too.', now())""");
        this.database.execute("""
                insert into quality_waivers values
                    (2, 0, 'PAY-1', repeat('b', 64), 'tests.failed.major', 'Small.', 'Later.', now(), 'REQUESTED',
                     'rita', now(), null, null, null, null, null, null),
                    (4, 5, 'PAY-1', repeat('a', 64), 'tests.failed.major,scan.critical', 'Smaller.', 'Soon.', now(),
                     'FOLLOWED_UP', 'rita', now(), 'sam', now(), 'It is.', 'Done.', 'tess', now()),
                    (5, 1, 'PAY-1', repeat('c', 64), 'coverage.line', 'Small.', 'Never.', now(), 'REFUSED', 'rita',
                     now(), 'sam', now(), 'No.', null, null, null)""");
    }

    private List<String> read(String sql) {
        return this.database.query(sql, (row, number) -> row.getString(1));
    }

    private void migrate(String file) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.schema);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/" + file);
        liquibase.afterPropertiesSet();
    }

}
