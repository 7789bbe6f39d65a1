package io.slipway.deployment.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long steps took before: in rehearsals and runs of the same release that are over.
 */
@Component
public class PastDurations {

    private static final int RUNS = 20;

    private final JdbcClient jdbc;

    PastDurations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many minutes each step of a release took before.
     * @param except the run that is forecast; 0 for none
     * @return by the step's key
     */
    public Map<String, List<Integer>> of(String releaseKey, long except) {
        return this.jdbc.sql("""
                select s.step, greatest(0, timestampdiff(minute, s.started_at, s.ended_at)) minutes
                  from (select id from deployment_runs
                         where release_key = :key and id <> :except and running is null
                         order by number desc limit :most) r
                  join run_steps s on s.run_id = r.id
                 where s.state = 'DONE' and s.started_at is not null and s.ended_at is not null""")
            .param("key", releaseKey)
            .param("except", except)
            .param("most", RUNS)
            .query(Took.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Took::step, Collectors.mapping(Took::minutes, Collectors.toList())));
    }

    private record Took(String step, int minutes) {
    }

}
