package io.slipway.release.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Brings what browsers send into the shape that forms hold: no nulls, no stray blanks, no
 * value twice.
 */
final class FormText {

    private FormText() {
    }

    static String of(@Nullable String sent) {
        return (sent != null) ? sent.strip().replace("\r\n", "\n") : "";
    }

    /** The name of one of an enum's constants, or empty text. */
    static <E extends Enum<E>> String constant(Class<E> type, @Nullable String sent) {
        String name = of(sent);
        return Arrays.stream(type.getEnumConstants()).anyMatch((one) -> one.name().equals(name)) ? name : "";
    }

    /** Ticked values and further ones separated by commas, each once, in either case. */
    static List<String> all(@Nullable List<String> ticked, @Nullable String further) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat((ticked != null) ? ticked.stream() : Stream.empty(), Arrays.stream(of(further).split(",")))
            .map(FormText::of)
            .filter((one) -> !one.isEmpty())
            .forEach((one) -> all.putIfAbsent(one.toLowerCase(Locale.ROOT), one));
        return new ArrayList<>(all.values());
    }

}
