package io.slipway.deployment.environment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells how far environments drifted: what the register says now, against what it said
 * after the latest deployment that was verified there.
 */
@Service
@Transactional(readOnly = true)
public class Drifts {

    private final JdbcClient jdbc;

    private final BaselineManagement baselines;

    Drifts(JdbcClient jdbc, BaselineManagement baselines) {
        this.jdbc = jdbc;
        this.baselines = baselines;
    }

    /**
     * How far some environments drifted, with as many statements as for one.
     * @return by environment; without those of which no baseline was taken
     */
    public Map<String, Drift> of(Collection<String> environments) {
        if (environments.isEmpty()) {
            return Map.of();
        }
        List<Latest> latest = this.jdbc.sql("""
                select x.environment, b.id baseline
                  from (select r.environment, r.release_key, r.attempt,
                               row_number() over (partition by r.environment order by r.since desc, r.id desc) place
                          from running_services r
                         where r.newest = true and r.fact_source = 'RUN' and r.environment in (:environments)) x
                  join baselines b on b.release_key = x.release_key and b.attempt = x.attempt and b.moment = 'AFTER'
                 where x.place = 1""").param("environments", environments).query(Latest.class).list();
        Map<Long, Comparison> compared = this.baselines.drifts(latest.stream().map(Latest::baseline).toList());
        Map<String, Drift> drifts = new LinkedHashMap<>();
        for (Latest one : latest) {
            Comparison comparison = compared.get(one.baseline());
            if (comparison != null) {
                drifts.put(one.environment(),
                        new Drift(comparison.from(), comparison.from().items(), comparison.differences().size()));
            }
        }
        return drifts;
    }

    private record Latest(String environment, long baseline) {
    }

}
