package io.slipway.workflow.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what runs on all models from the sums that are kept, whose number does not depend
 * on how many run; what fell due within this hour and the oldest of each element come by
 * index.
 */
@Component
class ModelRows {

    static final String DUE_NOW = """
            select definition model, element, sum(tasks) overdue
              from run_places
             where due_at >= :hour and due_at < :now
             group by definition, element""";

    /**
     * One look into the index for each place: left to group by itself, the database may
     * choose to read all places.
     */
    static final String OLDEST = """
            select definition model, element,
                   (select since from run_places there
                     where there.definition = known.definition and there.element = known.element
                       and since is not null
                     order by since
                     limit 1) oldest
              from (select distinct definition, element from place_counts where definition <> '') known""";

    private final JdbcClient jdbc;

    ModelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under the empty id what all models have together. */
    void addTo(Map<String, ModelTally> models, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        this.jdbc.sql(Counts.SUMS).param("hour", hour).query(Sums.class).list().forEach((row) -> {
            Tally place = at(models, row.model(), row.element());
            place.tokens(row.tokens(), row.suspended(), null);
            place.jobs(row.timers(), row.retrying(), null, null);
            place.incidents(row.failed(), null);
            place.overdue(row.overdue());
        });
        this.jdbc.sql(DUE_NOW)
            .param("hour", hour)
            .param("now", now)
            .query(Overdue.class)
            .list()
            .forEach((row) -> at(models, row.model(), row.element()).overdue(row.overdue()));
        this.jdbc.sql(OLDEST)
            .query(Oldest.class)
            .list()
            .forEach((row) -> at(models, row.model(), row.element()).tokens(0, 0, row.oldest()));
    }

    private static Tally at(Map<String, ModelTally> models, String model, String element) {
        return models.computeIfAbsent(model, (id) -> new ModelTally()).at(element);
    }

    private record Sums(String model, String element, long tokens, long suspended, long timers, long retrying,
            long failed, long overdue) {
    }

    private record Overdue(String model, String element, long overdue) {
    }

    private record Oldest(String model, String element, @Nullable Instant oldest) {
    }

}
