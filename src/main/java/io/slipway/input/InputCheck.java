package io.slipway.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an input, so that a person corrects all of it at once: the
 * first problem of each field. Rules that need another field ask {@link #sound} first.
 */
public final class InputCheck {

    private final Map<String, InputProblem> problems = new LinkedHashMap<>();

    /**
     * Reads the one text that an act needs. Refuses one that is missing or too long.
     * @param text the text as it came in
     * @param longest the most characters
     * @param missing key of the message for blank text
     * @return the text without blanks around it
     */
    public static String text(String field, @Nullable String text, int longest, String missing) {
        InputCheck check = new InputCheck();
        String given = check.required(field, text, longest, missing);
        check.finish();
        return given;
    }

    /**
     * Notes a problem, unless its field already has one.
     * @param field name of the form's component; empty for the input as a whole
     * @param code key of the message
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
     */
    public void refuse(String field, String code, Object... arguments) {
        this.problems.putIfAbsent(field, new InputProblem(field, code, arguments));
    }

    /**
     * Reads a text that must be given; notes whether it is missing or too long.
     * @param text the text as it came in
     * @param longest the most characters
     * @param missing key of the message for blank text
     * @return the text without blanks around it
     */
    public String required(String field, @Nullable String text, int longest, String missing) {
        String given = optional(field, text, longest);
        refuseIf(given.isEmpty(), field, missing);
        return given;
    }

    /**
     * Reads a text that may be left out; notes whether it is too long.
     * @param text the text as it came in
     * @param longest the most characters
     * @return the text without blanks around it, empty rather than null
     */
    public String optional(String field, @Nullable String text, int longest) {
        String given = (text != null) ? text.strip() : "";
        refuseIf(given.length() > longest, field, "ui.too-long", longest);
        return given;
    }

    /**
     * Notes whether a choice, a time or the like is missing.
     * @param value the value; null if it was not given, or could not be read
     * @param missing key of the message
     */
    public void given(String field, @Nullable Object value, String missing) {
        refuseIf(value == null, field, missing);
    }

    /** Notes whether a number lies outside of its bounds. */
    public void between(String field, int number, int min, int max) {
        refuseIf(number < min || number > max, field, "ui.number", min, max);
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
     * Notes whether a text only keeps a place free, see {@link Placeholder}.
     */
    public void meaningful(String field, String text) {
        refuseIf(Placeholder.is(text), field, "ui.placeholder", text.strip().lines().findFirst().orElse(""));
    }

    /**
     * Forgets what is wrong with some fields, because it is not what is judged now.
     */
    public void forget(Predicate<String> fields) {
        this.problems.keySet().removeIf(fields);
    }

    /** What is wrong so far, in the order of the rules. */
    public List<InputProblem> problems() {
        return List.copyOf(this.problems.values());
    }

    /**
     * Whether nothing is wrong so far with some fields, so that a rule which compares
     * them makes sense.
     */
    public boolean sound(String... fields) {
        return List.of(fields).stream().noneMatch(this.problems::containsKey);
    }

    /**
     * Does what has further rules of its own, and refuses, with all that is wrong, if
     * anything is. What is done must refuse what could not be read before.
     * @param doing refuses with an {@link InvalidInputException}
     */
    public void finish(Runnable doing) {
        include(doing);
        finish();
    }

    /**
     * As {@link #finish(Runnable)}, for what gives something.
     * @param <T> what it gives
     * @param doing refuses with an {@link InvalidInputException}
     */
    @SuppressWarnings("NullAway")
    public <T> T finish(Supplier<T> doing) {
        T given = read(doing);
        finish();
        return given;
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
