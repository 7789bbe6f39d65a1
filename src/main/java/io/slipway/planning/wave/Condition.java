package io.slipway.planning.wave;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a reading: a comparison and a number, such as {@code >= 0.99}.
 *
 * @param comparison one of {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ==},
 * {@code !=}
 * @param bound what the reading is compared with
 */
public record Condition(String comparison, double bound) {

    private static final Pattern TEXT = Pattern
        .compile("(<=|>=|==|!=|<|>)\\s*([-+]?(?:\\d{1,15}(?:\\.\\d{1,15})?|\\.\\d{1,15})(?:[eE][-+]?\\d{1,2})?)");

    /**
     * Reads a condition.
     * @return the condition; nothing if the text is none
     */
    public static Optional<Condition> of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Condition(matcher.group(1), Double.parseDouble(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether a reading meets it; what is no number meets none. */
    public boolean matches(double reading) {
        if (Double.isNaN(reading)) {
            return false;
        }
        return switch (this.comparison) {
            case "<" -> reading < this.bound;
            case "<=" -> reading <= this.bound;
            case ">" -> reading > this.bound;
            case ">=" -> reading >= this.bound;
            case "==" -> reading == this.bound;
            default -> reading != this.bound;
        };
    }

    @Override
    public String toString() {
        return this.comparison + " " + this.bound;
    }

}
