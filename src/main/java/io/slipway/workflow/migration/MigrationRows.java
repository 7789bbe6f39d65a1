package io.slipway.workflow.migration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.slipway.workflow.model.ModelVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the runs of a version through the index of its process definition.
 */
@Component
class MigrationRows {

    static final String PAGE = "select ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION "
            + "where PROC_DEF_ID_ = ? and PARENT_ID_ is null and ID_ > ? order by ID_ limit ?";

    private final JdbcClient jdbc;

    MigrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> page(ModelVersion model, String after, int most) {
        return this.jdbc.sql(PAGE)
            .params(model.id(), after, most)
            .query((row, number) -> new Row(row.getString(1), Objects.requireNonNullElse(row.getString(2), "")))
            .list();
    }

    int count(ModelVersion model) {
        return this.jdbc
            .sql("select count(*) from (select 1 from ACT_RU_EXECUTION where PROC_DEF_ID_ = ? and PARENT_ID_ is null "
                    + "limit " + (Migrations.MOST_COUNTED + 1) + ") c")
            .param(model.id())
            .query(Integer.class)
            .single();
    }

    /** How many tokens wait at an element. */
    int tokens(ModelVersion model, String element) {
        return this.jdbc
            .sql("select count(*) from (select 1 from ACT_RU_EXECUTION where PROC_DEF_ID_ = ? and ACT_ID_ = ? "
                    + "limit " + (Migrations.MOST_COUNTED + 1) + ") c")
            .params(model.id(), element)
            .query(Integer.class)
            .single();
    }

    Optional<String> release(String run) {
        return this.jdbc.sql("select BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ = ? and BUSINESS_KEY_ is not null")
            .param(run)
            .query(String.class)
            .optional();
    }

    /**
     * One run.
     *
     * @param id id of the process instance
     * @param release key of its release
     */
    record Row(String id, String release) {
    }

}
