package io.slipway.ui.live;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.slipway.ui.Times;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.WebRequest;

/**
 * Keeps pages up to date: their changing part is asked for every few seconds and answered
 * with 304, and nothing drawn, while it would say the same.
 */
@Component
public class Live {

    /** Tells the page as of when it is right, also where nothing changed. */
    public static final String AS_OF = "X-As-Of";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private final Times times;

    private final Clock clock;

    Live(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /**
     * A name for what is shown: the same words have the same name, on every node.
     * @param shown records, texts and numbers, and lists of them
     * @return what is between the quotes of the header {@code ETag}
     */
    public String tag(Object... shown) {
        StringBuilder text = new StringBuilder();
        for (Object one : shown) {
            text.append(one).append('\n');
        }
        return DigestUtils.md5DigestAsHex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Answers a poll with 304 if the page has what it would show. Its tag is weak, since
     * the same words may be sent compressed or not.
     */
    public boolean unchanged(WebRequest request, HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", CacheControl.noCache().cachePrivate().getHeaderValue());
        response.setHeader(AS_OF, asOf());
        return request.checkNotModified("W/\"" + tag + "\"");
    }

    /** The time of day in the person's zone, to the second. */
    public String asOf() {
        return CLOCK.format(this.clock.instant().atZone(LocaleContextHolder.getTimeZone().toZoneId()));
    }

    /**
     * How long ago something was, as the page words it; it changes less and less often.
     */
    public String ago(@Nullable Instant at) {
        return (at != null) ? this.times.relative(at) : "";
    }

}
