package io.slipway.workflow.state;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
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

    private static final KeyOrder<Row> ORDER = KeyOrder.<Row>ascending()
        .instant("started_at", Row::startedAt)
        .text("run", Row::run);

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
        KeyPage<Row> page = ORDER
            .page(statement(model.id(), element, filter, now, cursor).on(this.jdbc).query(Row.class).list());
        List<String> ids = page.rows().stream().map(Row::run).toList();
        Map<String, Map<String, Tally>> waiting = this.runs.waiting(ids);
        this.runs.addOverdue(waiting, ids, now);
        return page.map((row) -> release(row, waiting.getOrDefault(row.run(), Map.of())));
    }

    /**
     * The statement of a page. Of a place with several due dates one row is enough; they
     * lie side by side in the index.
     */
    static Clause statement(String model, String element, StateFilter filter, Instant now, String cursor) {
        Clause at = Clause.equal("definition", model).and(Clause.equal("element", element));
        Clause narrowed = switch (filter) {
            case ALL -> Clause.NONE;
            case FAILING -> Clause.of("stuck = 1 and failed > 0");
            case RETRYING -> Clause.of("stuck = 1 and retrying > 0");
            case OVERDUE -> Clause.of("tasks > 0 and due_at < :now", "now", now);
            case SUSPENDED -> Clause.of("stuck = 1 and suspended > 0");
        };
        return Clause
            .of("select p.run, p.started_at, e.BUSINESS_KEY_, e.SUSPENSION_STATE_ = " + StateSql.SUSPENDED
                    + " suspended from (select run, started_at from run_places")
            .where(at.and(narrowed).and(ORDER.after(cursor)))
            .append(" group by started_at, run" + ORDER.by() + KeyOrder.limit()
                    + ") p join ACT_RU_EXECUTION e on e.ID_ = p.run" + ORDER.by("p"));
    }

    private static WaitingRelease release(Row row, Map<String, Tally> elements) {
        Map<String, ElementState> states = new LinkedHashMap<>();
        elements.forEach((id, tally) -> states.put(id, tally.state()));
        boolean failing = states.values().stream().anyMatch((state) -> state.failed() > 0);
        RunState state = row.suspended() ? RunState.SUSPENDED : failing ? RunState.FAILED : RunState.RUNNING;
        return new WaitingRelease(Objects.requireNonNullElse(row.businessKey(), ""), row.run(), row.startedAt(), state,
                states);
    }

    private record Row(String run, @Nullable String businessKey, Instant startedAt, boolean suspended) {
    }

}
