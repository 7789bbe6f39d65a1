package io.slipway.input;

import java.util.Arrays;
import java.util.Objects;

/**
 * What is wrong with one field of an input.
 *
 * @param field name of the form's component; empty for the input as a whole
 * @param code key of the message
 */
@SuppressWarnings("ArrayRecordComponent")
public record InputProblem(String field, String code, Object... arguments) {

    /** A problem with arguments of its own. */
    public InputProblem {
        arguments = arguments.clone();
    }

    @Override
    public Object[] arguments() {
        return this.arguments.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InputProblem that && this.field.equals(that.field) && this.code.equals(that.code)
                && Arrays.equals(this.arguments, that.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(this.field, this.code, Arrays.hashCode(this.arguments));
    }

    @Override
    public String toString() {
        return this.field + ": " + this.code;
    }

}
