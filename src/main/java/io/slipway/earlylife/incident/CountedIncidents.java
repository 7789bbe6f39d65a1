package io.slipway.earlylife.incident;

import io.slipway.deployment.check.CheckScope;
import io.slipway.deployment.check.IncidentCount;
import io.slipway.sql.Clause;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the open incidents of a release for checks. One of no known priority counts as
 * the most severe; one that names no service or environment may be anywhere.
 */
@Component
class CountedIncidents implements IncidentCount {

    private final JdbcClient jdbc;

    CountedIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public int count(CheckScope scope, int priority) {
        Clause where = Clause.of("resolved = false and opened_at is not null")
            .and(Clause.equal("release_key", scope.release()))
            .and("coalesce(priority, 1) <= :priority", "priority", priority)
            .and("(environment is null or environment = :environment)", "environment", scope.environment());
        if (!scope.service().isEmpty()) {
            where = where.and("(service is null or service = :service)", "service", scope.service());
        }
        return Clause.of("select count(*) from incidents").where(where).on(this.jdbc).query(Integer.class).single();
    }

}
