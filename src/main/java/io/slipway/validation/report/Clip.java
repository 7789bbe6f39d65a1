package io.slipway.validation.report;

/**
 * Cuts text of any length down to what is kept, and takes out what no page could show.
 */
public final class Clip {

    private Clip() {
    }

    /** A copy of at most that many characters, without a half one at its end. */
    public static String to(int most, CharSequence text) {
        int end = Math.min(most, text.length());
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder kept = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char one = text.charAt(i);
            kept.append((one < ' ' && one != '\n' && one != '\t') ? ' ' : one);
        }
        return kept.toString().strip();
    }

}
