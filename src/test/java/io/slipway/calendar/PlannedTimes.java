package io.slipway.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts releases, windows and freezes into the calendar of a test, without the steps of
 * their processes.
 */
@Component
@Profile("test")
public class PlannedTimes {

    private final ReleaseManagement releases;

    private final PeriodManagement periods;

    private final Acting acting;

    private final JdbcClient jdbc;

    PlannedTimes(ReleaseManagement releases, PeriodManagement periods, Acting acting, JdbcClient jdbc) {
        this.releases = releases;
        this.periods = periods;
        this.acting = acting;
        this.jdbc = jdbc;
    }

    /**
     * Registers a release and plans it.
     * @param key its key
     * @param name its name
     * @param service the service it touches
     * @param start its planned start
     * @param end its planned end
     */
    public void release(String key, String name, String service, Instant start, Instant end) {
        this.acting.as("release-manager", () -> {
            this.releases
                .register(new RegisterRelease(key, name, ReleaseType.MINOR, DeploymentModel.PHASED, List.of(service)));
        });
        this.jdbc.sql("""
                update releases set planned_start = ?, planned_end = ?, schedule_at = ?, support_days = 3
                 where release_key = ?""").params(utc(start), utc(end), utc(start), key).update();
        this.jdbc
            .sql("""
                    update plans p join releases r on r.id = p.release_id
                       set p.plan = regexp_replace(regexp_replace(p.plan, 'planned_start: [^\\n]*', concat('planned_start: ', ?)),
                                                   'planned_end: [^\\n]*', concat('planned_end: ', ?))
                     where r.release_key = ?""")
            .params("\"" + start + "\"", "\"" + end + "\"", key)
            .update();
        this.jdbc.sql("""
                update release_services set schedule_at = ?
                 where release_id = (select id from releases where release_key = ?)""")
            .params(utc(start), key)
            .update();
    }

    /**
     * Lets a release stand at another place of its way.
     * @param key its key
     * @param phase the phase
     * @param status the status
     */
    public void stands(String key, String phase, String status) {
        this.jdbc.sql("update releases set phase = ?, status = ?, version = version + 1 where release_key = ?")
            .params(phase, status, key)
            .update();
    }

    /**
     * Plans a window or freeze that happens once.
     * @param kind what it does
     * @param name what it is called
     * @param reason why it is
     * @param zone its zone
     * @param start when it begins there
     * @param end when it ends there
     * @return its id
     */
    public long period(PeriodKind kind, String name, String reason, String zone, String start, String end) {
        return this.acting.as("release-manager",
                () -> this.periods.create(new PeriodDraft(kind, name, reason, "release-manager", PeriodScope.ALL, zone,
                        LocalDateTime.parse(start), LocalDateTime.parse(end), "", null, List.of())));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

}
