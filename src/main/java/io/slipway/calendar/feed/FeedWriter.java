package io.slipway.calendar.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.stereotype.Component;

/**
 * Writes a feed as iCalendar. Instants stay UTC: programs show them in their reader's
 * zone.
 */
@Component
class FeedWriter {

    private static final Duration REFRESH = Duration.ofHours(1);

    /** RFC 5545 counts a line in octets, without its end. */
    private static final int OCTETS = 75;

    /** What text must not hold: all control characters but line breaks. */
    private static final String CONTROL = "[\\p{Cntrl}&&[^\\n]]";

    private final Clock clock;

    FeedWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * The feed as iCalendar.
     * @return UTF-8, lines ended by CRLF and folded
     */
    byte[] write(Feed feed) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Slipway//Release calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(clean(feed.name())));
        calendar.add(new XProperty("X-WR-CALNAME", clean(feed.name())));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        Instant stamp = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        feed.events().forEach((event) -> calendar.add(event(event, stamp)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return folded(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(FeedEvent event, Instant stamp) {
        PropertyList properties = new PropertyList();
        VEvent written = new VEvent(properties);
        add(written, new Uid(event.uid()), new DtStamp(stamp), new DtStart<>(seconds(event.start())));
        if (event.end().isAfter(event.start())) {
            add(written, new DtEnd<>(seconds(event.end())));
        }
        add(written, new Summary(clean(event.summary()).replace('\n', ' ')),
                new Description(clean(event.description())), new Categories(event.category()), new Url(event.page()),
                new Status(event.state().name()), new Transp(event.busy() ? "OPAQUE" : "TRANSPARENT"),
                new Sequence(event.sequence()));
        if (event.changedAt() != null) {
            add(written, new LastModified(seconds(event.changedAt())));
        }
        return written;
    }

    private static void add(VEvent event, Property... properties) {
        for (Property property : properties) {
            event.add(property);
        }
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").replaceAll(CONTROL, " ").strip();
    }

    /** Folds between characters, never within one: ical4j counts units of UTF-16. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 16);
        int octets = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            int length = (character < 0x80) ? 1 : (character < 0x800) ? 2 : (character < 0x10000) ? 3 : 4;
            boolean end = character == '\r' || character == '\n';
            if (!end && octets + length > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets = end ? 0 : octets + length;
        }
        return folded.toString();
    }

}
