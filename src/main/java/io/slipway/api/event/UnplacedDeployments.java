package io.slipway.api.event;

import java.time.Instant;
import java.util.List;

import io.slipway.deployment.report.UnplacedReports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of the events that report a deployment of which nothing came: no release is known
 * that they are about, or they were refused.
 */
@Component
class UnplacedDeployments implements UnplacedReports {

    private final JdbcClient jdbc;

    UnplacedDeployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UnplacedReport> unplaced(Instant since, Instant until, int most) {
        return this.jdbc.sql("""
                select e.id, e.source, e.subject, e.received_at, e.reason from (
                    select id from received_events where received_at >= :since and received_at < :until
                       and state <> 'DONE' and type like 'dev.cdevents.service.%'
                     order by received_at desc, id desc limit :most) f
                  join received_events e on e.id = f.id order by e.received_at desc, e.id desc""")
            .param("since", since)
            .param("until", until)
            .param("most", most)
            .query(UnplacedReport.class)
            .list();
    }

}
