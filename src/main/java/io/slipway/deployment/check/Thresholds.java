package io.slipway.deployment.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions on values, such as {@code >= 0.99}. */
final class Thresholds {

    private static final Pattern TEXT = Pattern
        .compile("(<=|>=|==|!=|<|>)\\s*([-+]?[0-9.]{1,30}(?:[eE][-+]?\\d{1,2})?)");

    private Thresholds() {
    }

    static boolean met(String condition, double value) {
        Matcher read = TEXT.matcher(condition.strip());
        if (!read.matches()) {
            return false;
        }
        double bound = Double.parseDouble(read.group(2));
        return switch (read.group(1)) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            case ">=" -> value >= bound;
            case "==" -> value == bound;
            default -> value != bound;
        };
    }

}
