package io.slipway.ui;

import io.slipway.input.WholeNumber;
import org.jspecify.annotations.Nullable;

/**
 * Brings what browsers send into the shape that forms hold: no nulls, no stray blanks,
 * one kind of line end.
 */
public final class FormText {

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
     * The number in a field that was validated with {@link WholeNumber}.
     * @param text the text of the field
     * @return the number, 0 for empty text
     */
    public static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

}
