package io.slipway.workflow.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what runs on all models by five statements over the tables of what is running,
 * grouped by version and element. Where a line without an element follows, it is the sum
 * of a version.
 */
@Component
class ModelRows {

    static final String INSTANCES = """
            select e.PROC_DEF_ID_ model, count(*) running, sum(e.SUSPENSION_STATE_ = %1$d) suspended,
                   sum(e.SUPER_EXEC_ is null) roots,
                   sum(e.SUPER_EXEC_ is null and e.SUSPENSION_STATE_ = %1$d) suspended_roots,
                   (select min(h.START_TIME_) from ACT_HI_PROCINST h force index (hi_procinst_by_model)
                     where h.PROC_DEF_ID_ = e.PROC_DEF_ID_ and h.END_TIME_ is null) oldest
              from ACT_RU_EXECUTION e
             where e.PARENT_ID_ is null
             group by e.PROC_DEF_ID_""".formatted(StateSql.SUSPENDED);

    static final String TOKENS = """
            select e.PROC_DEF_ID_ model, %s element, count(*) tokens, sum(e.SUSPENSION_STATE_ = %d) suspended,
                   min(%s) oldest
            """.formatted(StateSql.element("e.ACT_ID_"), StateSql.SUSPENDED, StateSql.SINCE) + StateSql.TOKENS
            + " group by 1, 2";

    static final String JOBS = """
            select j.PROCESS_DEF_ID_ model, %1$s element, sum%2$s timers, sum%3$s retrying,
                   count(distinct if(%3$s, j.PROCESS_INSTANCE_ID_, null)) instances
            """.formatted(StateSql.element("d.ACT_ID_"), StateSql.TIMING, StateSql.RETRYING) + StateSql.JOBS
            + " group by j.PROCESS_DEF_ID_, " + StateSql.element("d.ACT_ID_") + " with rollup";

    static final String INCIDENTS = """
            select i.PROC_DEF_ID_ model, %1$s element, count(*) failed, count(distinct i.PROC_INST_ID_) instances,
                   sum(i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_) causes
              from ACT_RU_INCIDENT i
             where i.PROC_INST_ID_ is not null and i.ACTIVITY_ID_ is not null
             group by i.PROC_DEF_ID_, %1$s with rollup""".formatted(StateSql.element("i.ACTIVITY_ID_"));

    static final String OVERDUE = """
            select w.definition model, w.step element, count(*) overdue, count(distinct w.business_key) instances
              from work_items w
             where w.state = 'OPEN' and w.due_at < ?
             group by w.definition, w.step with rollup""";

    private final JdbcClient jdbc;

    ModelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addTo(Map<String, ModelTally> models, Instant now) {
        each(this.jdbc.sql(INSTANCES), (row) -> {
            of(models, row).instances(row.getLong("running"), row.getLong("suspended"),
                    StateSql.instant(row, "oldest"));
            of(models, row).roots(row.getLong("roots"), row.getLong("suspended_roots"));
        });
        each(this.jdbc.sql(TOKENS), (row) -> of(models, row).at(row.getString("element"))
            .tokens(row.getLong("tokens"), row.getLong("suspended"), StateSql.instant(row, "oldest")));
        each(this.jdbc.sql(JOBS), (row) -> {
            ModelTally model = of(models, row);
            String element = row.getString("element");
            if (element == null) {
                model.retrying(row.getLong("instances"));
            }
            else {
                model.at(element).jobs(row.getLong("timers"), row.getLong("retrying"), null, null);
            }
        });
        each(this.jdbc.sql(INCIDENTS), (row) -> {
            ModelTally model = of(models, row);
            String element = row.getString("element");
            if (element == null) {
                model.failing(row.getLong("instances"), row.getLong("causes"));
            }
            else {
                model.at(element).incidents(row.getLong("failed"), null);
            }
        });
        each(this.jdbc.sql(OVERDUE).param(StateSql.utc(now)), (row) -> {
            ModelTally model = of(models, row);
            String element = row.getString("element");
            if (element == null) {
                model.overdue(row.getLong("instances"));
            }
            else {
                model.at(element).overdue(row.getLong("overdue"));
            }
        });
    }

    /** All lines but the sum of all versions. */
    private static void each(JdbcClient.StatementSpec statement, RowCallbackHandler handler) {
        RowCallbackHandler one = (row) -> {
            if (row.getString("model") != null) {
                handler.processRow(row);
            }
        };
        statement.query(one);
    }

    private static ModelTally of(Map<String, ModelTally> models, ResultSet row) throws SQLException {
        return models.computeIfAbsent(row.getString("model"), (id) -> new ModelTally());
    }

}
