package io.slipway.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses input for reasons that only the service knows, such as a key already taken; the
 * page shows each reason at its field and keeps what was typed.
 */
@SuppressWarnings("serial")
public class InvalidInputException extends RuntimeException {

    private final transient List<InputProblem> problems;

    /**
     * Refuses the value of a field.
     * @param field name of the form's component; empty for the form as a whole
     * @param code key of the message
     */
    public InvalidInputException(String field, String code, Object... arguments) {
        this(List.of(new InputProblem(field, code, arguments)));
    }

    InvalidInputException(List<InputProblem> problems) {
        super(problems.stream().map(InputProblem::toString).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * All that is wrong, see {@link InputCheck}.
     * @return at least one problem, in the order of the rules, one for each field
     */
    public List<InputProblem> problems() {
        return this.problems;
    }

    /**
     * The first field at fault.
     * @return the field's name, or empty
     */
    public String field() {
        return this.problems.get(0).field();
    }

    /** The key of the first message. */
    public String code() {
        return this.problems.get(0).code();
    }

    /**
     * The arguments of the first message.
     * @return a copy of the arguments
     */
    public Object[] arguments() {
        return this.problems.get(0).arguments();
    }

}
