package io.slipway.api;

import java.util.List;

import io.slipway.configuration.exchange.ImportPlan;
import io.slipway.configuration.exchange.ImportRow;

/**
 * Refuses a file because of some of its rows; nothing of it was imported.
 */
@SuppressWarnings("serial")
class RowsRefusedException extends RuntimeException {

    /** The most problems that an answer tells. */
    private static final int MOST = 500;

    private final transient List<ImportRow> rows;

    RowsRefusedException(ImportPlan plan) {
        super(plan.count(ImportRow.Action.REFUSED) + " rows are refused");
        this.rows = plan.rows().stream().filter((row) -> row.action() == ImportRow.Action.REFUSED).toList();
    }

    int count() {
        return this.rows.size();
    }

    /** What is wrong with which field of which row, in the order of the file. */
    List<FieldProblem> problems() {
        return this.rows.stream()
            .flatMap((row) -> row.refusals()
                .stream()
                .map((one) -> new FieldProblem(place(row, ImportAnswer.column(one.field())), one.message())))
            .limit(MOST)
            .toList();
    }

    private static String place(ImportRow row, String column) {
        return "line " + row.line() + (column.isEmpty() ? "" : ": " + column);
    }

}
