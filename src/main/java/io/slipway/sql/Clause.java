package io.slipway.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A piece of SQL with the values of its question marks: constants of our own and
 * parameters, never text that somebody typed.
 *
 * @param sql the SQL
 * @param parameters the values, in order
 */
public record Clause(String sql, List<Object> parameters) {

    public static Clause of(String sql, Object... parameters) {
        return new Clause(sql, List.of(parameters));
    }

    public static Clause in(String column, Collection<?> values) {
        return new Clause(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                List.copyOf(values));
    }

    public Clause and(Clause other) {
        return join(this, " and ", other);
    }

    public Clause append(Clause other) {
        return join(this, "", other);
    }

    public Clause append(String text) {
        return new Clause(this.sql + text, this.parameters);
    }

    public static Clause join(List<Clause> clauses, String separator) {
        return clauses.stream().reduce((one, two) -> join(one, separator, two)).orElseThrow();
    }

    private static Clause join(Clause one, String separator, Clause two) {
        List<Object> all = new ArrayList<>(one.parameters);
        all.addAll(two.parameters);
        return new Clause(one.sql + separator + two.sql, all);
    }

}
