package io.slipway.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A crowd of releases as they really are: what a release that was driven to some step has
 * in the tables of engine and portal is multiplied by SQL. Every copy has ids and a key
 * of its own, refers to its own rows only, and can be worked on.
 */
final class Crowd {

    private static final int CHUNK = 1_000;

    /** Columns that name something of the release itself, in the tables of the engine. */
    private static final Set<String> OWN = Set.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_", "PROCESS_INSTANCE_ID_",
            "ROOT_PROC_INST_ID_", "PARENT_ID_", "SUPER_EXEC_", "ACT_INST_ID_", "PARENT_ACT_INST_ID_",
            "CALL_PROC_INST_ID_", "SUPER_PROCESS_INSTANCE_ID_", "TASK_ID_", "VAR_SCOPE_", "CAUSE_INCIDENT_ID_",
            "ROOT_CAUSE_INCIDENT_ID_");

    /** Tables of the engine, and the column that names the run. */
    private static final Map<String, String> ENGINE = Map.of("ACT_RU_EXECUTION", "PROC_INST_ID_", "ACT_RU_TASK",
            "PROC_INST_ID_", "ACT_RU_JOB", "PROCESS_INSTANCE_ID_", "ACT_RU_VARIABLE", "PROC_INST_ID_",
            "ACT_RU_EVENT_SUBSCR", "PROC_INST_ID_", "ACT_RU_INCIDENT", "PROC_INST_ID_", "ACT_HI_PROCINST",
            "PROC_INST_ID_", "ACT_HI_TASKINST", "PROC_INST_ID_", "ACT_HI_ACTINST", "PROC_INST_ID_", "ACT_HI_VARINST",
            "PROC_INST_ID_");

    /** Of what has ended there, nothing is asked for by what goes on. */
    private static final Set<String> PAST = Set.of("ACT_HI_TASKINST", "ACT_HI_ACTINST");

    private static final String OPEN = " and t.END_TIME_ is null";

    private static final List<String> PORTAL = List.of("release_services", "plans", "release_items", "release_people",
            "release_units", "plan_revisions", "policy_decisions", "change_records", "work_items");

    private final JdbcClient jdbc;

    /**
     * Prepares a crowd.
     * @param jdbc the database, on one connection only
     */
    Crowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Multiplies a release.
     * @param key its key
     * @param prefix what the keys of the copies begin with; a number from one follows
     * @param count how many copies
     */
    void multiply(String key, String prefix, int count) {
        this.jdbc.sql("set foreign_key_checks = 0, unique_checks = 0").update();
        List<String> runs = this.jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
            .param(key)
            .query(String.class)
            .list();
        String ofThem = " in ('" + String.join("', '", runs) + "')";
        for (int from = 1; from <= count; from += CHUNK) {
            String seq = "seq_" + from + "_to_" + Math.min(count, from + CHUNK - 1);
            copy("releases", "t.release_key = '" + key + "'", seq, key, prefix);
            PORTAL.forEach((table) -> copy(table, scope(table, key), seq, key, prefix));
            ENGINE.forEach((table, run) -> copy(table, "t." + run + ofThem + (PAST.contains(table) ? OPEN : ""), seq,
                    key, prefix));
            copy("flow_passes", "t.run" + ofThem, seq, key, prefix);
        }
        this.jdbc.sql("set foreign_key_checks = 1, unique_checks = 1").update();
    }

    /** Lets the database count anew, as it does by itself after a while. */
    void analyze() {
        String tables = Stream
            .concat(Stream.concat(PORTAL.stream(), ENGINE.keySet().stream()), Stream.of("releases", "flow_passes"))
            .collect(Collectors.joining(", "));
        this.jdbc.sql("analyze table " + tables).query().listOfRows();
    }

    private String scope(String table, String key) {
        List<String> columns = columns(table).stream().map(Column::name).toList();
        if (columns.contains("release_id")) {
            return "t.release_id = (select id from releases where release_key = '" + key + "')";
        }
        return "t." + (columns.contains("business_key") ? "business_key" : "release_key") + " = '" + key + "'";
    }

    private void copy(String table, String scope, String seq, String key, String prefix) {
        List<Column> columns = columns(table).stream().filter((column) -> !column.counted()).toList();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream()
            .map((column) -> value(table, column.name(), key, prefix))
            .collect(Collectors.joining(", "));
        this.jdbc
            .sql("insert into " + table + " (" + names + ") select " + values + " from " + table + " t join " + seq
                    + " s where " + scope)
            .update();
    }

    private static String value(String table, String column, String key, String prefix) {
        String copyKey = "concat('" + prefix + "', s.seq)";
        return switch (column) {
            case "BUSINESS_KEY_", "business_key", "release_key" -> copyKey;
            case "release_id" -> "(select id from releases where release_key = " + copyKey + ")";
            case "TEXT_" -> "if(t.TEXT_ = '" + key + "', " + copyKey + ", t.TEXT_)";
            case "number" -> "concat(left(t.number, 2), right(crc32(" + copyKey + "), 13))";
            case "id", "run", "round", "decision" -> own(column);
            case "CONFIGURATION_" -> table.equals("ACT_RU_INCIDENT") ? own(column) : "t." + column;
            default -> OWN.contains(column) ? own(column) : "t." + column;
        };
    }

    /** Ids end in the address of the machine, which is the same for all. */
    private static String own(String column) {
        return "concat(left(t.%1$s, char_length(t.%1$s) - 6), hex(s.seq + 2097152))".formatted(column);
    }

    private List<Column> columns(String table) {
        return this.jdbc.sql("""
                select column_name name, extra like '%auto_increment%' counted from information_schema.columns
                 where table_schema = database() and table_name = ? order by ordinal_position""")
            .param(table)
            .query(Column.class)
            .list();
    }

    private record Column(String name, boolean counted) {
    }

}
