package io.slipway.workflow.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.ui.KeyPage;
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

    private static final String SELECT = """
            select h.PROC_INST_ID_ run, h.BUSINESS_KEY_ business_key, h.START_TIME_ started, e.SUSPENSION_STATE_ suspension
              from ACT_HI_PROCINST h
                   join ACT_RU_EXECUTION e on e.ID_ = h.PROC_INST_ID_
             where h.PROC_DEF_ID_ = :model and h.END_TIME_ is null
            """;

    private static final String BEYOND = " and h.START_TIME_ >= :after and (h.START_TIME_ > :after or h.ID_ > :afterId)";

    private static final String AT_JOB = """
            exists (select 1 from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                     where j.PROCESS_INSTANCE_ID_ = h.PROC_INST_ID_ %s)""";

    private static final String JOB_HERE = "and d.ACT_ID_ in (:element, concat(:element, '#multiInstanceBody'))";

    private static final String HERE = """
            and (exists (select 1 from ACT_HI_ACTINST a
                          where a.PROC_INST_ID_ = h.PROC_INST_ID_ and a.ACT_ID_ = :element and a.END_TIME_ is null)
                 or %s)
            """.formatted(AT_JOB.formatted(JOB_HERE));

    private static final String FAILING = """
            and exists (select 1 from ACT_RU_INCIDENT i where i.PROC_INST_ID_ = h.PROC_INST_ID_ %s)
            """;

    private static final String INCIDENT_HERE = "and i.ACTIVITY_ID_ in (:element, concat(:element, '#multiInstanceBody'))";

    private static final String OVERDUE = """
            and exists (select 1 from work_items w
                         where w.business_key = h.BUSINESS_KEY_ and w.state = 'OPEN' and w.definition = h.PROC_DEF_ID_
                           and w.due_at < :now %s)
            """;

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
        List<Row> found = this.jdbc.sql(sql(!element.isEmpty(), filter, further))
            .param("model", model.id())
            .param("element", element)
            .param("now", StateSql.utc(now))
            .param("after", further ? StateSql.utc(Instant.ofEpochMilli(Long.parseLong(begin.group(1)))) : null)
            .param("afterId", further ? begin.group(2) : null)
            .query(WaitingReleases::row)
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
    static String sql(boolean atElement, StateFilter filter, boolean further) {
        String narrowed = switch (filter) {
            case ALL -> "";
            case FAILING -> FAILING.formatted(atElement ? INCIDENT_HERE : "");
            case RETRYING -> "and " + AT_JOB.formatted("and " + StateSql.RETRYING + (atElement ? " " + JOB_HERE : ""));
            case OVERDUE -> OVERDUE.formatted(atElement ? "and w.step = :element" : "");
            case SUSPENDED -> "and e.SUSPENSION_STATE_ = " + StateSql.SUSPENDED;
        };
        return SELECT + (atElement ? HERE : "") + narrowed + (further ? BEYOND : "")
                + " order by h.START_TIME_, h.ID_ limit " + (KeyPage.SIZE + 1);
    }

    private static WaitingRelease release(Row row, Map<String, Tally> elements) {
        Map<String, ElementState> states = new LinkedHashMap<>();
        elements.forEach((id, tally) -> states.put(id, tally.state()));
        boolean failing = states.values().stream().anyMatch((state) -> state.failed() > 0);
        RunState state = row.suspended() ? RunState.SUSPENDED : failing ? RunState.FAILED : RunState.RUNNING;
        return new WaitingRelease(Objects.requireNonNullElse(row.businessKey(), ""), row.run(), row.started(), state,
                states);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("run"), row.getString("business_key"),
                Objects.requireNonNull(StateSql.instant(row, "started")),
                row.getInt("suspension") == StateSql.SUSPENDED);
    }

    private record Row(String run, @Nullable String businessKey, Instant started, boolean suspended) {
    }

}
