package io.slipway.workflow.migration;

import java.util.List;
import java.util.Optional;

import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import io.slipway.workflow.model.ModelVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the runs of a version through the index of its process definition.
 */
@Component
class MigrationRows {

    private static final KeyOrder<Row> ORDER = KeyOrder.<Row>ascending().text("ID_", Row::id);

    private final JdbcClient jdbc;

    MigrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeyPage<Row> page(ModelVersion model, String cursor) {
        return ORDER.page(this.jdbc, "select ID_, coalesce(BUSINESS_KEY_, '') business_key from ACT_RU_EXECUTION",
                runs(model), cursor, Row.class);
    }

    List<String> first(ModelVersion model, int most) {
        return Clause.of("select ID_ from ACT_RU_EXECUTION")
            .where(runs(model))
            .append(ORDER.by() + " limit " + most)
            .on(this.jdbc)
            .query(String.class)
            .list();
    }

    int count(ModelVersion model) {
        return count(runs(model));
    }

    private static Clause runs(ModelVersion model) {
        return Clause.equal("PROC_DEF_ID_", model.id()).and("PARENT_ID_ is null");
    }

    /** How many tokens wait at an element. */
    int tokens(ModelVersion model, String element) {
        return count(Clause.equal("PROC_DEF_ID_", model.id()).and(Clause.equal("ACT_ID_", element)));
    }

    private int count(Clause which) {
        return Clause.of("select count(*) from (select 1 from ACT_RU_EXECUTION")
            .where(which)
            .append(" limit " + (Migrations.MOST_COUNTED + 1) + ") c")
            .on(this.jdbc)
            .query(Integer.class)
            .single();
    }

    Optional<String> release(String run) {
        return this.jdbc
            .sql("select BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ = :run and BUSINESS_KEY_ is not null")
            .param("run", run)
            .query(String.class)
            .optional();
    }

    /**
     * One run.
     *
     * @param id id of the process instance
     */
    record Row(String id, String businessKey) {
    }

}
