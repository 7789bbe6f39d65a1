package io.slipway.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that a person corrects all of it at once: the
 * first problem of each field. Rules that need another field ask {@link #sound} first.
 */
public final class InputCheck {

    private final Map<String, InputProblem> problems = new LinkedHashMap<>();

    /**
     * Notes a problem, unless its field already has one.
     * @param wrong whether there is the problem
     * @param field name of the form's component; empty for the input as a whole
     * @param code key of the message
     * @param arguments arguments of the message
     */
    public void refuseIf(boolean wrong, String field, String code, Object... arguments) {
        if (wrong) {
            refuse(field, code, arguments);
        }
    }

    /**
     * Notes a problem, unless its field already has one.
     * @param field name of the form's component; empty for the input as a whole
     * @param code key of the message
     * @param arguments arguments of the message
     */
    public void refuse(String field, String code, Object... arguments) {
        this.problems.putIfAbsent(field, new InputProblem(field, code, arguments));
    }

    /**
     * Asks further rules, and notes what they refuse.
     * @param rules refuses with an {@link InvalidInputException}
     */
    public void include(Runnable rules) {
        read(() -> {
            rules.run();
            return "";
        });
    }

    /**
     * Reads a value, and notes why it cannot be read.
     * @param <T> the value's type
     * @param reading refuses with an {@link InvalidInputException}
     * @return the value; null if it was refused
     */
    public <T> @Nullable T read(Supplier<T> reading) {
        try {
            return reading.get();
        }
        catch (InvalidInputException ex) {
            ex.problems().forEach((problem) -> this.problems.putIfAbsent(problem.field(), problem));
            return null;
        }
    }

    /**
     * Tells whether nothing is wrong so far with some fields, so that a rule which
     * compares them makes sense.
     * @param fields names of fields
     * @return whether none of them has a problem
     */
    public boolean sound(String... fields) {
        return List.of(fields).stream().noneMatch(this.problems::containsKey);
    }

    /**
     * Refuses the input if anything is wrong with it, with an
     * {@link InvalidInputException} that names every field at fault.
     */
    public void finish() {
        if (!this.problems.isEmpty()) {
            throw new InvalidInputException(List.copyOf(this.problems.values()));
        }
    }

}
