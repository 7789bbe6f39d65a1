package io.slipway.notification;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell people. Each of them is told about one matter once, however often the
 * news of it arrive.
 *
 * @param id what tells this matter from all others, such as {@code task-opened:7}
 * @param releaseKey key of the release, if it concerns one
 * @param title one line, the mail's subject: control characters become spaces
 * @param link path of the page to go to
 */
record Matter(String id, NotificationKind kind, @Nullable String releaseKey, String title, String text,
        List<Fact> facts, String link) {

    private static final int LONGEST_TITLE = 200;

    private static final int LONGEST_TEXT = 4000;

    /** Line ends, invisible marks and what turns the direction of writing. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    Matter {
        title = shortened(UNPRINTABLE.matcher(title).replaceAll(" ").strip(), LONGEST_TITLE);
        text = shortened(text, LONGEST_TEXT);
        facts = List.copyOf(facts);
    }

    private static String shortened(String text, int most) {
        return (text.codePointCount(0, text.length()) <= most) ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

}
