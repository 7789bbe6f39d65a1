package io.slipway.workflow.state;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.KeyPage;
import io.slipway.workflow.model.ModelVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists the releases that run on a version of a model, the oldest first, paged by key and
 * narrowed to those that have something at an element.
 */
@Component
class WaitingReleases {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,13})\\.([\\w-]{1,64})");

    /**
     * Of a place with several due dates one row is enough; they lie side by side in the
     * index.
     */
    private static final String SELECT = """
            select p.run, e.BUSINESS_KEY_ business_key, p.started_at started, e.SUSPENSION_STATE_ = %d suspended
              from (select run, started_at from run_places
                     where definition = :model and element = :element %%s
                     group by started_at, run
                     order by started_at, run
                     limit %d) p
                   join ACT_RU_EXECUTION e on e.ID_ = p.run
             order by p.started_at, p.run""".formatted(StateSql.SUSPENDED, KeyPage.SIZE + 1);

    private static final String BEYOND = " and started_at >= :after and (started_at > :after or run > :afterId)";

    private final JdbcClient jdbc;

    private final RunRows runs;

    private final Clock clock;

    WaitingReleases(JdbcClient jdbc, RunRows runs, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.clock = clock;
    }

    KeyPage<WaitingRelease> at(ModelVersion model, String element, StateFilter filter, String cursor) {
        Instant now = this.clock.instant();
        Matcher begin = CURSOR.matcher(cursor);
        boolean further = begin.matches();
        List<Row> found = this.jdbc.sql(sql(filter, further))
            .param("model", model.id())
            .param("element", element)
            .param("now", StateSql.utc(now))
            .param("after", further ? StateSql.utc(Instant.ofEpochMilli(Long.parseLong(begin.group(1)))) : null)
            .param("afterId", further ? begin.group(2) : null)
            .query(Row.class)
            .list();
        KeyPage<Row> page = KeyPage.of(found, (row) -> row.started().toEpochMilli() + "." + row.run());
        List<String> ids = page.rows().stream().map(Row::run).toList();
        Map<String, Map<String, Tally>> waiting = this.runs.waiting(ids);
        this.runs.addOverdue(waiting, ids, now);
        return new KeyPage<>(
                page.rows().stream().map((row) -> release(row, waiting.getOrDefault(row.run(), Map.of()))).toList(),
                page.next());
    }

    /** The one statement of a page; every name in it is a parameter. */
    static String sql(StateFilter filter, boolean further) {
        String narrowed = switch (filter) {
            case ALL -> "";
            case FAILING -> " and stuck = 1 and failed > 0";
            case RETRYING -> " and stuck = 1 and retrying > 0";
            case OVERDUE -> " and tasks > 0 and due_at < :now";
            case SUSPENDED -> " and stuck = 1 and suspended > 0";
        };
        return SELECT.formatted(narrowed + (further ? BEYOND : ""));
    }

    private static WaitingRelease release(Row row, Map<String, Tally> elements) {
        Map<String, ElementState> states = new LinkedHashMap<>();
        elements.forEach((id, tally) -> states.put(id, tally.state()));
        boolean failing = states.values().stream().anyMatch((state) -> state.failed() > 0);
        RunState state = row.suspended() ? RunState.SUSPENDED : failing ? RunState.FAILED : RunState.RUNNING;
        return new WaitingRelease(Objects.requireNonNullElse(row.businessKey(), ""), row.run(), row.started(), state,
                states);
    }

    private record Row(String run, @Nullable String businessKey, Instant started, boolean suspended) {
    }

}
