package io.slipway.ui.log;

import org.jspecify.annotations.Nullable;

/**
 * Text on one line of the log, without anything that a terminal or a reader of lines
 * would obey.
 */
final class PlainText {

    private PlainText() {
    }

    /**
     * Writes control characters, line separators and invisible marks of direction as
     * escapes.
     * @return such as {@code a\nb}
     */
    static @Nullable String escaped(@Nullable String text) {
        if (text == null || text.codePoints().noneMatch(PlainText::isObeyed)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach((character) -> {
            if (!isObeyed(character)) {
                plain.appendCodePoint(character);
            }
            else {
                plain.append(escape(character));
            }
        });
        return plain.toString();
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "\\u%04x".formatted(character);
        };
    }

}
