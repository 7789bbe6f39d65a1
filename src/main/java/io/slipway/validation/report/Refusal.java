package io.slipway.validation.report;

import io.slipway.input.InvalidInputException;

/**
 * Says of a report why it cannot be read, and where in it.
 */
final class Refusal {

    private Refusal() {
    }

    static InvalidInputException at(long line, long column, String code, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = line;
        arguments[1] = column;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return new InvalidInputException("report", "validation.report.refused." + code, arguments);
    }

}
