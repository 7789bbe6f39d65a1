package io.slipway.ui.form;

import java.beans.PropertyEditorSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.validation.DataBinder;

/**
 * Brings what browsers send into the shape that forms hold: no nulls, no stray blanks,
 * one kind of line end. Every form of the portal is bound so.
 */
public final class FormText {

    private static final int FILTER = 100;

    private FormText() {
    }

    /**
     * The text of a field.
     * @param sent what was sent, null if the field was not
     * @return the text, empty rather than null
     */
    public static String of(@Nullable String sent) {
        return (sent != null) ? sent.strip().replace("\r\n", "\n") : "";
    }

    /**
     * The name of one of an enum's constants.
     * @param <E> the enum
     * @param sent what was sent, null if the field was not
     * @return the name, or empty text
     */
    public static <E extends Enum<E>> String constant(Class<E> type, @Nullable String sent) {
        String name = of(sent);
        return names(type).contains(name) ? name : "";
    }

    /**
     * The text of a filter, of which what nothing could match is cut off.
     * @param sent what was sent, null if the field was not
     * @return at most 100 characters
     */
    public static String filter(@Nullable String sent) {
        String text = of(sent);
        return (text.length() <= FILTER) ? text : text.substring(0, FILTER);
    }

    /**
     * The name of one of an enum's constants, which an address may say in either case.
     * @param sent what was sent, null if the field was not
     * @return the name, or empty text
     */
    public static <E extends Enum<E>> String known(Class<E> type, @Nullable String sent) {
        return constant(type, of(sent).toUpperCase(Locale.ROOT));
    }

    /** The names of an enum's constants, as a form offers them. */
    public static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /**
     * Ticked values and further ones separated by commas, each once, in either case.
     * @param ticked what was ticked, null if nothing was
     * @param further what was typed besides, null if the field was not sent
     */
    public static List<String> all(@Nullable List<String> ticked, @Nullable String further) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat((ticked != null) ? ticked.stream() : Stream.empty(), Arrays.stream(of(further).split(",")))
            .map(FormText::of)
            .filter((one) -> !one.isEmpty())
            .forEach((one) -> all.putIfAbsent(one.toLowerCase(Locale.ROOT), one));
        return new ArrayList<>(all.values());
    }

    /**
     * Ticked values, each once.
     * @param ticked what was ticked, null if nothing was
     */
    public static List<String> chosen(@Nullable List<String> ticked) {
        return (ticked != null) ? ticked.stream().filter(Objects::nonNull).distinct().toList() : List.of();
    }

    /**
     * User names, each once.
     * @param given what was picked and typed, the latter with spaces or commas between
     * them; null if nothing was
     */
    public static Set<String> userNames(@Nullable List<String> given) {
        return chosen(given).stream()
            .flatMap((some) -> Arrays.stream(some.split("[\\s,;]+")))
            .filter((userName) -> !userName.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The number in a field.
     * @return the number, 0 for empty text; what is no whole number becomes one below all
     * bounds
     */
    public static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        }
        catch (NumberFormatException ex) {
            return Integer.MIN_VALUE;
        }
    }

    /**
     * The number in a field that must have one; notes whether it is missing.
     * @param missing key of the message for empty text
     * @return the number; what is none becomes one below all bounds
     */
    public static int number(InputCheck check, String field, String text, String missing) {
        check.refuseIf(text.isEmpty(), field, missing);
        return text.isEmpty() ? Integer.MIN_VALUE : number(text);
    }

    /**
     * The choice in a field.
     * @param <E> what there is to choose from
     * @param type what there is to choose from
     * @return the constant of that name; null if there is none
     */
    public static <E extends Enum<E>> @Nullable E choice(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
            .filter((constant) -> constant.name().equals(text))
            .findFirst()
            .orElse(null);
    }

    /**
     * The choice in a field without which nothing can be made of the form. Refuses, with
     * an {@link InvalidInputException}, what is none.
     * @param <E> what there is to choose from
     * @param type what there is to choose from
     * @param missing key of the message
     */
    public static <E extends Enum<E>> E chosen(Class<E> type, String field, String text, String missing) {
        return Arrays.stream(type.getEnumConstants())
            .filter((constant) -> constant.name().equals(text))
            .findFirst()
            .orElseThrow(() -> new InvalidInputException(field, missing));
    }

    /**
     * Lets a form, which is a record, be bound by {@link #of}. A form that holds a
     * password is left as it was sent, all of it; what was not sent is empty text.
     */
    public static void bind(DataBinder binder) {
        ResolvableType type = binder.getTargetType();
        if (type != null && type.toClass().isRecord()) {
            boolean secret = Arrays.stream(type.toClass().getRecordComponents())
                .anyMatch((component) -> component.getName().toLowerCase(Locale.ROOT).contains("password"));
            binder.registerCustomEditor(String.class, new Editor(secret));
        }
    }

    /** Trims, unless something is secret, and turns null into empty text. */
    private static final class Editor extends PropertyEditorSupport {

        private final boolean secret;

        Editor(boolean secret) {
            this.secret = secret;
        }

        @Override
        public void setAsText(@Nullable String text) {
            setValue(text);
        }

        @Override
        public void setValue(@Nullable Object value) {
            String text = (value != null) ? value.toString() : "";
            super.setValue(this.secret ? text : of(text));
        }

    }

}
