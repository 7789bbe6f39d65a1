package io.slipway.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Versions of things as entity tags, such as {@code "12"}.
 */
public final class EntityTag {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private EntityTag() {
    }

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version that a call depends on; null if it depends on none. */
    public static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || "*".equals(ifMatch)) {
            return null;
        }
        Matcher matcher = TAG.matcher(ifMatch);
        if (!matcher.matches()) {
            throw new InvalidInputException(HttpHeaders.IF_MATCH, "api.tag");
        }
        return Integer.valueOf(matcher.group(1));
    }

    /** Refuses a call that does not say on which version it depends. */
    public static void require(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ApiRefusal(HttpStatus.PRECONDITION_REQUIRED, "api.tag.missing");
        }
    }

}
