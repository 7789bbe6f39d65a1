package io.slipway.sql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * A piece of SQL with the values of its named parameters: constants of our own and
 * parameters, never text that somebody typed. Pieces that are put together share their
 * parameters, so that one name means one value throughout a statement.
 *
 * @param values the values of its parameters, by name
 */
public record Clause(String sql, Map<String, @Nullable Object> values) {

    /** Nothing: as a condition, one that everything meets. */
    public static final Clause NONE = Clause.of("");

    public static Clause of(String sql) {
        return new Clause(sql, Map.of());
    }

    public static Clause of(String sql, String name, Object value) {
        return Clause.of(sql).with(name, value);
    }

    /**
     * The condition that a column has a value, by a parameter of the column's name.
     * @param column the column, with or without an alias
     * @param value the value; constants by their names
     */
    public static Clause equal(String column, Object value) {
        String name = parameter(column);
        return of(column + " = :" + name, name, Objects.requireNonNull(value));
    }

    /**
     * The same for a filter of a list, which may be left open: never for a change.
     * @param column the column, with or without an alias
     * @param value the value, if one is asked for
     * @return the condition; {@link #NONE} if the value is null or blank
     */
    public static Clause given(String column, @Nullable Object value) {
        return (value == null || value instanceof String text && text.isBlank()) ? NONE : equal(column, value);
    }

    /**
     * The condition that a column has one of some values, by a parameter of the column's
     * name.
     * @param column the column, with or without an alias
     * @return the condition; one that nothing meets if there are no values
     */
    public static Clause in(String column, Collection<?> values) {
        String name = parameter(column);
        return values.isEmpty() ? of("1 = 0") : of(column + " in (:" + name + ")", name, List.copyOf(values));
    }

    /**
     * What a {@code like} looks for to find beginnings.
     * @param text what somebody typed
     * @return the text, whose every character stands for itself, and anything after it
     */
    public static String beginning(String text) {
        return literally(text) + "%";
    }

    public static String literally(String text) {
        return text.strip().replaceAll("([%_\\\\])", "\\\\$1");
    }

    /**
     * The statement that inserts a row.
     * @param values names of columns, each followed by its value
     */
    public static Clause insert(String table, @Nullable Object... values) {
        Clause columns = values(values);
        Set<String> names = columns.values.keySet();
        return columns.before("insert into " + table + " (" + String.join(", ", names) + ") values (:"
                + String.join(", :", names) + ")");
    }

    /**
     * The statement that changes rows; which ones, {@link #where} has to say.
     * @param values names of columns, each followed by its new value
     */
    public static Clause update(String table, @Nullable Object... values) {
        Clause columns = values(values);
        return columns.before(columns.values.keySet()
            .stream()
            .map((name) -> name + " = :" + name)
            .collect(Collectors.joining(", ", "update " + table + " set ", "")));
    }

    private static Clause values(@Nullable Object[] values) {
        Clause columns = NONE;
        for (int i = 0; i < values.length; i += 2) {
            columns = columns.with((String) Objects.requireNonNull(values[i]), values[i + 1]);
        }
        return columns;
    }

    private Clause before(String text) {
        return new Clause(text + this.sql, this.values);
    }

    public Clause with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put(name, (value instanceof Enum<?> constant) ? constant.name() : value);
        return append(new Clause("", one));
    }

    /**
     * Narrows a condition.
     * @param other what holds besides; {@link #NONE} narrows nothing
     */
    public Clause and(Clause other) {
        return append((this.sql.isEmpty() || other.sql.isEmpty()) ? "" : " and ").append(other);
    }

    public Clause and(String condition) {
        return and(of(condition));
    }

    public Clause and(String condition, String name, Object value) {
        return and(of(condition, name, value));
    }

    /**
     * Adds a condition to a statement that has none.
     * @param condition the condition; {@link #NONE} adds nothing
     */
    public Clause where(Clause condition) {
        return append(condition.sql.isEmpty() ? "" : " where ").append(condition);
    }

    public Clause append(String text) {
        return new Clause(this.sql + text, this.values);
    }

    public Clause append(Clause other) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(this.values);
        other.values.forEach((name, value) -> {
            if (all.containsKey(name) && !Objects.equals(all.get(name), value)) {
                throw new IllegalArgumentException("The parameter " + name + " has two values");
            }
            all.put(name, value);
        });
        return new Clause(this.sql + other.sql, all);
    }

    public static Clause join(Collection<Clause> clauses, String separator) {
        return clauses.stream().reduce((one, two) -> one.append(separator).append(two)).orElse(NONE);
    }

    /** Makes a statement of this. */
    public JdbcClient.StatementSpec on(JdbcClient jdbc) {
        return jdbc.sql(this.sql).params(this.values);
    }

    /**
     * Runs this as an insert.
     * @return the id that the database gave the row
     */
    public long insertedBy(JdbcClient jdbc) {
        KeyHolder id = new GeneratedKeyHolder();
        on(jdbc).update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    private static String parameter(String column) {
        return column.substring(column.lastIndexOf('.') + 1).replaceAll("_$", "").toLowerCase(Locale.ROOT);
    }

}
