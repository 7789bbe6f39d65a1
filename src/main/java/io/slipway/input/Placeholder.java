package io.slipway.input;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells text that only keeps a place free from text that says something: a rule for every
 * text that somebody later relies on.
 */
public final class Placeholder {

    /** What is nothing else, in lower case and without marks around it. */
    private static final Pattern WHOLE = Pattern.compile(
            "tb[acd]|to ?do|to be (announced|confirmed|decided|defined|determined|done)|n ?/ ?a|n\\.a|not applicable"
                    + "|x{2,}|tests?|test test|asdf.*|qwert.*|foo|bar|foobar|blah?( blah?)*|dummy|placeholder|fix ?me"
                    + "|later|some text|text|will follow|follows");

    /** What gives a longer text away. */
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(TB[ACD]|TODO|FIXME|XX{2,})\\b|(?i:lorem ipsum)|(?i:to be (confirmed|decided|defined|determined)\\b)");

    private Placeholder() {
    }

    /**
     * Whether a text keeps a place free.
     * @param text the text; blank text is a gap, and none
     */
    public static boolean is(String text) {
        String marks = "[\\s\\p{Punct}\u2026\u2013\u2014]*";
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("^" + marks + "|" + marks + "$", "");
        return !text.isBlank() && (bare.isEmpty() || WHOLE.matcher(bare).matches() || WITHIN.matcher(text).find());
    }

}
