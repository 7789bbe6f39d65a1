package io.slipway.audit.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An object-centric event log as an SQLite database (OCEL 2.0, relational form): a table
 * for each type, and those that say how they hang together.
 */
final class OcelSqlite implements Ocel.Sink {

    private static final int BATCH = 1000;

    private final Connection connection;

    private final Map<String, Insert> inserts = new HashMap<>();

    private final Map<String, String> tables = new HashMap<>();

    private final Set<String> names = new HashSet<>();

    /**
     * Begins a log.
     * @param connection to a database that is empty
     */
    OcelSqlite(Connection connection) throws IOException {
        this.connection = connection;
        try {
            try (Statement statement = this.connection.createStatement()) {
                for (String sql : List.of("pragma journal_mode = off", "pragma synchronous = off",
                        "create table event_map_type (ocel_type text primary key, ocel_type_map text)",
                        "create table object_map_type (ocel_type text primary key, ocel_type_map text)",
                        "create table event (ocel_id text primary key, ocel_type text,"
                                + " foreign key (ocel_type) references event_map_type (ocel_type))",
                        "create table object (ocel_id text primary key, ocel_type text,"
                                + " foreign key (ocel_type) references object_map_type (ocel_type))",
                        "create table event_object (ocel_event_id text, ocel_object_id text, ocel_qualifier text,"
                                + " primary key (ocel_event_id, ocel_object_id, ocel_qualifier),"
                                + " foreign key (ocel_event_id) references event (ocel_id),"
                                + " foreign key (ocel_object_id) references object (ocel_id))",
                        "create table object_object (ocel_source_id text, ocel_target_id text, ocel_qualifier text,"
                                + " primary key (ocel_source_id, ocel_target_id, ocel_qualifier),"
                                + " foreign key (ocel_source_id) references object (ocel_id),"
                                + " foreign key (ocel_target_id) references object (ocel_id))")) {
                    statement.execute(sql);
                }
            }
            this.connection.setAutoCommit(false);
            for (Ocel.Type type : Ocel.Type.values()) {
                table("object", type.word(), type.attributes().keySet());
            }
        }
        catch (SQLException ex) {
            throw new IOException(ex);
        }
    }

    @Override
    public void event(Ocel.Event event) throws IOException {
        write(() -> {
            String table = table("event", event.type(), Ocel.EVENT.keySet());
            insert("event", event.id(), event.type());
            List<@Nullable Object> row = new ArrayList<>(List.of(event.id(), OcelJson.time(event.time())));
            Ocel.EVENT.keySet().forEach((name) -> row.add(text(event.attributes().get(name))));
            insert(table, row.toArray());
            for (Ocel.Relation relation : event.relations()) {
                insert("event_object", event.id(), relation.object(), relation.qualifier());
            }
        });
    }

    /** The first row of a thing has all it begins with, each later one what changed. */
    @Override
    public void thing(Ocel.Thing thing) throws IOException {
        write(() -> {
            String table = table("object", thing.type().word(), thing.type().attributes().keySet());
            insert("object", thing.id(), thing.type().word());
            Map<String, Object> first = new LinkedHashMap<>();
            thing.values()
                .stream()
                .filter((value) -> value.time().equals(Ocel.BEGINNING))
                .forEach((value) -> first.put(value.name(), value.value()));
            row(table, thing, first, Ocel.BEGINNING, null);
            for (Ocel.Value value : thing.values()) {
                if (!value.time().equals(Ocel.BEGINNING)) {
                    row(table, thing, Map.of(value.name(), value.value()), value.time(), value.name());
                }
            }
            for (Ocel.Relation relation : thing.relations()) {
                insert("object_object", thing.id(), relation.object(), relation.qualifier());
            }
        });
    }

    private void row(String table, Ocel.Thing thing, Map<String, Object> values, Instant time, @Nullable String changed)
            throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(List.of(thing.id()));
        thing.type().attributes().keySet().forEach((name) -> row.add(text(values.get(name))));
        row.add(OcelJson.time(time));
        row.add(changed);
        insert(table, row.toArray());
    }

    private static @Nullable String text(@Nullable Object value) {
        return (value instanceof Instant at) ? OcelJson.time(at) : (value != null) ? value.toString() : null;
    }

    /** The table of a type, which is made when it is first asked for. */
    private String table(String kind, String type, Collection<String> attributes) throws SQLException {
        String known = this.tables.get(kind + " " + type);
        if (known != null) {
            return known;
        }
        String map = named(kind, type);
        String table = kind + "_" + map;
        String columns = attributes.stream().map((name) -> ", \"" + name + "\" text").collect(Collectors.joining());
        flush();
        try (Statement statement = this.connection.createStatement()) {
            statement.execute("create table \"" + table + "\" ("
                    + (kind.equals("event") ? "ocel_id text primary key, ocel_time text" + columns
                            : "ocel_id text" + columns + ", ocel_time text, ocel_changed_field text")
                    + ", foreign key (ocel_id) references " + kind + " (ocel_id))");
        }
        insert(kind + "_map_type", type, map);
        this.tables.put(kind + " " + type, table);
        return table;
    }

    /** The words of a type as a part of a name: other words, another name. */
    private String named(String kind, String type) {
        String words = Arrays.stream(type.split("[^\\p{Alnum}]+"))
            .filter((word) -> !word.isEmpty())
            .map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
        String name = words;
        for (int i = 2; !this.names.add((kind + " " + name).toLowerCase(Locale.ROOT)); i++) {
            name = words + i;
        }
        return name;
    }

    private void insert(String table, @Nullable Object... values) throws SQLException {
        Insert insert = this.inserts.get(table);
        if (insert == null) {
            insert = new Insert(this.connection.prepareStatement("insert into \"" + table + "\" values ("
                    + String.join(", ", "?".repeat(values.length).split("")) + ")"));
            this.inserts.put(table, insert);
        }
        insert.add(values);
    }

    private void flush() throws SQLException {
        for (Insert insert : this.inserts.values()) {
            insert.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        write(() -> {
            flush();
            this.connection.commit();
            for (Insert insert : this.inserts.values()) {
                insert.statement.close();
            }
        });
    }

    private static void write(Step step) throws IOException {
        try {
            step.take();
        }
        catch (SQLException ex) {
            throw new IOException(ex);
        }
    }

    /** Something with the database. */
    private interface Step {

        void take() throws SQLException;

    }

    /** Rows of one table, sent some at a time. */
    private static final class Insert {

        private final PreparedStatement statement;

        private int waiting;

        Insert(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(@Nullable Object[] values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                this.statement.setObject(i + 1, values[i]);
            }
            this.statement.addBatch();
            if (++this.waiting == BATCH) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (this.waiting > 0) {
                this.statement.executeBatch();
                this.waiting = 0;
            }
        }

    }

}
