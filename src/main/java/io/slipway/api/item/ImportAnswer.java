package io.slipway.api.item;

import java.util.List;

import io.slipway.api.FieldProblem;
import io.slipway.api.RowsRefusedException;
import io.slipway.configuration.exchange.ImportOutcome;
import io.slipway.configuration.exchange.ImportPlan;
import io.slipway.configuration.exchange.ImportRow;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether it was only asked; nothing was written then
 * @param imported number of the import, as the portal lists it; null if nothing was
 * written
 * @param refused how many rows are refused
 * @param passedOver titles of columns that are not known, and from which nothing is read
 * @param rows each row; refused ones first, unchanged ones last
 */
record ImportAnswer(boolean dryRun, @Nullable Long imported, long created, long updated, long unchanged, long refused,
        List<String> passedOver, List<Row> rows) {

    private static final int LONGEST = 100;

    /** The most problems that an answer tells. */
    private static final int MOST_PROBLEMS = 500;

    static ImportAnswer of(ImportOutcome outcome, boolean dryRun) {
        ImportPlan plan = outcome.plan();
        return new ImportAnswer(dryRun, outcome.id(), plan.count(ImportRow.Action.NEW),
                plan.count(ImportRow.Action.CHANGED), plan.count(ImportRow.Action.UNCHANGED),
                plan.count(ImportRow.Action.REFUSED), outcome.passedOver(), plan.rows().stream().map(Row::of).toList());
    }

    /** What is wrong with which field of which row, in the order of the file. */
    static RowsRefusedException refusal(ImportPlan plan) {
        return new RowsRefusedException(plan.count(ImportRow.Action.REFUSED),
                plan.rows()
                    .stream()
                    .filter((row) -> row.action() == ImportRow.Action.REFUSED)
                    .flatMap((row) -> row.refusals()
                        .stream()
                        .map((one) -> new FieldProblem(place(row, column(one.field())), one.message())))
                    .limit(MOST_PROBLEMS)
                    .toList());
    }

    private static String place(ImportRow row, String column) {
        return "line " + row.line() + (column.isEmpty() ? "" : ": " + column);
    }

    /** The column of a file that holds a field. */
    static String column(String field) {
        return "edition".equals(field) ? "version" : field;
    }

    /** What a row does. */
    enum Action {

        /** It registers an item. */
        CREATE,
        /** It changes an item. */
        UPDATE,
        /** The register says so already. */
        UNCHANGED,
        /** It cannot be imported, and so nothing of the file can. */
        REFUSED;

        static Action of(ImportRow.Action action) {
            return switch (action) {
                case NEW -> CREATE;
                case CHANGED -> UPDATE;
                case UNCHANGED -> UNCHANGED;
                case REFUSED -> REFUSED;
            };
        }

    }

    /**
     * One row.
     *
     * @param line where the file says so; of a bill of materials the place among its
     * components
     * @param key key of the item
     * @param changes what becomes different of an item that is known
     * @param errors why it is refused
     */
    record Row(int line, String key, Action action, List<Change> changes, List<FieldProblem> errors) {

        static Row of(ImportRow row) {
            boolean update = row.action() == ImportRow.Action.CHANGED;
            return new Row(row.line(), row.key(), Action.of(row.action()),
                    update ? row.changes().stream().map(Change::of).toList() : List.of(),
                    row.refusals()
                        .stream()
                        .map((one) -> new FieldProblem(column(one.field()), one.message()))
                        .toList());
        }

    }

    /** A field that becomes different; long values are shortened. */
    record Change(String field, String before, String after) {

        static Change of(ImportRow.Change change) {
            return new Change(column(change.field()), shortened(change.before()), shortened(change.after()));
        }

        private static String shortened(String text) {
            return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "\u2026" : text;
        }

    }

}
