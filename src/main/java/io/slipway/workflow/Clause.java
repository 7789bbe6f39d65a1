package io.slipway.workflow;

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
record Clause(String sql, List<Object> parameters) {

    static Clause of(String sql, Object... parameters) {
        return new Clause(sql, List.of(parameters));
    }

    static Clause in(String column, Collection<?> values) {
        return new Clause(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                List.copyOf(values));
    }

    Clause and(Clause other) {
        return join(this, " and ", other);
    }

    Clause append(Clause other) {
        return join(this, "", other);
    }

    Clause append(String text) {
        return new Clause(this.sql + text, this.parameters);
    }

    static Clause join(List<Clause> clauses, String separator) {
        return clauses.stream().reduce((one, two) -> join(one, separator, two)).orElseThrow();
    }

    private static Clause join(Clause one, String separator, Clause two) {
        List<Object> all = new ArrayList<>(one.parameters);
        all.addAll(two.parameters);
        return new Clause(one.sql + separator + two.sql, all);
    }

}
