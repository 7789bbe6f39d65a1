package io.slipway.api;

import java.util.List;

/**
 * Refuses a file because of some of its rows; nothing of it was imported.
 */
@SuppressWarnings("serial")
public class RowsRefusedException extends RuntimeException {

    private final long count;

    private final transient List<FieldProblem> problems;

    /**
     * Refuses a file.
     * @param count how many rows are refused
     * @param problems what is wrong, in the order of the file; perhaps not all of it
     */
    public RowsRefusedException(long count, List<FieldProblem> problems) {
        super(count + " rows are refused");
        this.count = count;
        this.problems = List.copyOf(problems);
    }

    long count() {
        return this.count;
    }

    List<FieldProblem> problems() {
        return this.problems;
    }

}
