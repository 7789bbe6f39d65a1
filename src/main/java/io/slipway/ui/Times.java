package io.slipway.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Shows instants in the person's time zone and reads what people type in it. Inside the
 * portal every instant is UTC; the person's zone is that of Spring's
 * {@code LocaleContextHolder}.
 */
@Component("times")
public class Times {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter SHOWN_WITH_ZONE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz",
            Locale.ENGLISH);

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz",
            Locale.ENGLISH);

    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("EEE HH:mm zzz", Locale.ENGLISH);

    private static final DateTimeFormatter FAR = DateTimeFormatter.ofPattern("d MMM HH:mm zzz", Locale.ENGLISH);

    private static final DateTimeFormatter SHOWN_UTC = DateTimeFormatter
        .ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private static final Instant EARLIEST = Instant.parse("1999-12-31T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2101-01-02T00:00:00Z");

    private final Clock clock;

    private final MessageSource messages;

    Times(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * The instant for reading, in the person's zone, to the minute, where the zone stands
     * beside: the begin of a span.
     * @return such as {@code 22 Nov 2026, 14:30}
     */
    public String format(Instant at) {
        return SHOWN.format(at.atZone(zone()));
    }

    /**
     * The instant for reading, with the short name that the person's zone has then.
     * @return such as {@code 22 Nov 2026, 14:30 CET}
     */
    public String shown(Instant at) {
        return SHOWN_WITH_ZONE.format(at.atZone(zone()));
    }

    /**
     * The instant for reading to the second, where the order matters.
     * @return such as {@code 22 Nov 2026, 14:30:07 CET}
     */
    public String exact(Instant at) {
        return EXACT.format(at.atZone(zone()));
    }

    /**
     * Now, for reading.
     * @return such as {@code 22 Nov 2026, 14:30 CET}
     */
    public String now() {
        return shown(this.clock.instant());
    }

    /**
     * The instant with its zone, for what may be read elsewhere than on the person's
     * page: by a tool, in a calendar, in a mail, by somebody else.
     * @return such as {@code 22 Nov 2026, 14:30 (Europe/Berlin)}
     */
    public String withZone(Instant at) {
        return format(at) + " (" + zoneName() + ")";
    }

    /**
     * The instant for machines.
     * @return ISO-8601 in UTC, to the second
     */
    public String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The instant for reading, in UTC, to the second.
     * @return such as {@code 22 Nov 2026, 13:30:00 UTC}
     */
    public String utcText(Instant at) {
        return SHOWN_UTC.format(at);
    }

    /**
     * The distance from now, in the largest unit that fits.
     * @return such as {@code in 3 days} or {@code 2 hours ago}
     */
    public String relative(Instant at) {
        Duration distance = Duration.between(this.clock.instant(), at);
        long minutes = distance.abs().toMinutes();
        if (minutes == 0) {
            return text("ui.time.now");
        }
        return text(distance.isNegative() ? "ui.time.ago" : "ui.time.in", length(minutes));
    }

    /**
     * How long something took, in the largest unit that fits.
     * @return such as {@code 3 hours}
     */
    public String length(Duration time) {
        return (time.toMinutes() == 0) ? text("ui.time.short") : length(time.toMinutes());
    }

    /**
     * The distance from now to an instant that is to come, and when that is.
     * @return such as {@code in 3 hours, Tue 14:00 CET}, or the date beyond a week
     */
    public String ahead(Instant at) {
        boolean near = Duration.between(this.clock.instant(), at).toDays() < 6;
        return relative(at) + ", " + (near ? NEAR : FAR).format(at.atZone(zone()));
    }

    /**
     * The begin of a day in the person's zone, as a date field sends it.
     * @param later so many days later
     * @return null where the text is no day, which asks for nothing
     */
    public @Nullable Instant day(String day, int later) {
        try {
            return day.isEmpty() ? null : parse(LocalDate.parse(day).plusDays(later) + "T00:00");
        }
        catch (DateTimeParseException none) {
            return null;
        }
    }

    /** Whether an instant has passed. */
    public boolean past(Instant at) {
        return at.isBefore(this.clock.instant());
    }

    /**
     * The instant as a {@code datetime-local} input wants it, in the person's zone.
     * @return such as {@code 2026-11-22T14:30}; empty for none
     */
    public String toInputText(@Nullable Instant at) {
        return (at != null) ? INPUT.format(at.atZone(zone())) : "";
    }

    /**
     * Reads what a {@code datetime-local} input sent, in the person's zone. Where the
     * clocks are put back and a time comes twice, the first is meant. Refuses, with a
     * {@link DateTimeException}, text that is no date and time, and a time that is
     * skipped when the clocks are put forward.
     * @param text such as {@code 2026-11-22T14:30}
     */
    public Instant parse(String text) {
        LocalDateTime local = LocalDateTime.parse(text.strip());
        if (zone().getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException(local + " does not exist in " + zone());
        }
        return local.atZone(zone()).toInstant();
    }

    /**
     * As {@link #parse(String)}, but refuses with an {@link InvalidInputException} that
     * the page shows at the field, also years before 2000 and after 2100.
     * @param text such as {@code 2026-11-22T14:30}
     */
    public Instant parse(String field, String text) {
        try {
            Instant at = parse(text);
            if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
                throw new InvalidInputException(field, "ui.invalid.datetime");
            }
            return at;
        }
        catch (DateTimeParseException ex) {
            throw new InvalidInputException(field, "ui.invalid.datetime");
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException(field, "ui.invalid.datetime.gap");
        }
    }

    /**
     * As {@link #parse(String, String)}, but notes what cannot be read.
     * @param text such as {@code 2026-11-22T14:30}; empty if nothing was typed
     * @return the instant; null if there is none
     */
    public @Nullable Instant read(InputCheck check, String field, String text) {
        return text.isEmpty() ? null : check.read(() -> parse(field, text));
    }

    /**
     * The name of the person's zone.
     * @return such as {@code Europe/Berlin}
     */
    public String zoneName() {
        return zone().getId();
    }

    private ZoneId zone() {
        return LocaleContextHolder.getTimeZone().toZoneId();
    }

    private String length(long minutes) {
        long hours = minutes / 60;
        long days = hours / 24;
        if (hours == 0) {
            return text("ui.time.minutes", minutes);
        }
        if (days == 0) {
            return text("ui.time.hours", hours);
        }
        if (days < 60) {
            return text("ui.time.days", days);
        }
        return (days < 730) ? text("ui.time.months", days / 30) : text("ui.time.years", days / 365);
    }

    private String text(String key, Object... arguments) {
        return this.messages.getMessage(key, arguments, Locale.ENGLISH);
    }

}
