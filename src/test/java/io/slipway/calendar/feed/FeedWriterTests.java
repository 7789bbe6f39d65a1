package io.slipway.calendar.feed;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written is read back by ical4j as it was meant, whatever people have typed.
 */
class FeedWriterTests {

    private static final Instant START = Instant.parse("2026-11-23T21:00:00.123Z");

    private final FeedWriter writer = new FeedWriter(Clock.fixed(START, ZoneOffset.UTC));

    @Test
    void saysWhatACalendarProgramNeeds() throws Exception {
        Calendar calendar = parsed(event("Release: PAY-1 Cards", "Line one\nLine two"));
        assertThat(calendar.validate().hasErrors()).isFalse();
        VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).get(0);
        assertThat(value(event, Property.UID)).isEqualTo("release-PAY-1@slipway.example.com");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261123T210000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20261123T230000Z");
        assertThat(value(event, Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(event, Property.TRANSP)).isEqualTo("OPAQUE");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(event, Property.LAST_MODIFIED)).isEqualTo("20261123T210000Z");
        assertThat(value(event, Property.URL)).isEqualTo("https://slipway.example.com/releases/PAY-1");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("Line one\nLine two");
        assertThat(text(event("x", "y"))).startsWith("BEGIN:VCALENDAR\r\n")
            .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n", "VERSION:2.0\r\n")
            .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void keepsHostileTextText() throws Exception {
        for (String name : List.of("a, b; c: \\ \"d\" 'e'", "Ends\r\nBEGIN:VEVENT\r\nSUMMARY:Forged", "\\n is no break",
                "Grüße aus Zürich ".repeat(20), "\uD83D\uDEA2".repeat(100), "日本語のリリース".repeat(30), " ; ",
                "DTSTART:19700101T000000Z", "^n ^' ^^")) {
            Calendar calendar = parsed(event(name, name));
            assertThat(calendar.getComponents(Component.VEVENT)).as(name).hasSize(1);
            VEvent event = (VEvent) calendar.getComponents(Component.VEVENT).get(0);
            assertThat(value(event, Property.SUMMARY)).isEqualTo(name.strip().replace("\r\n", " "));
            assertThat(value(event, Property.DESCRIPTION)).isEqualTo(name.strip().replace("\r\n", "\n"));
        }
    }

    @Test
    void leavesControlCharactersOut() throws Exception {
        VEvent event = (VEvent) parsed(event("bell\u0007 nul\u0000 esc\u001B tab\t end", "x"))
            .getComponents(Component.VEVENT)
            .get(0);
        assertThat(value(event, Property.SUMMARY)).isEqualTo("bell  nul  esc  tab  end");
    }

    @Test
    void foldsLinesByOctets() {
        String text = text(event("\uD83D\uDEA2".repeat(100) + "ü".repeat(200), "x".repeat(500)));
        assertThat(text.split("\r\n"))
            .allSatisfy((line) -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text).doesNotContain("\uFFFD").doesNotContain("?");
    }

    @Test
    void writesAFeedWithoutEvents() throws Exception {
        String text = new String(this.writer.write(new Feed("Slipway: Phone", List.of())), StandardCharsets.UTF_8);
        assertThat(new CalendarBuilder().build(new StringReader(text)).getComponents()).isEmpty();
    }

    private static FeedEvent event(String summary, String description) {
        return new FeedEvent("release-PAY-1@slipway.example.com", START, START.plus(Duration.ofHours(2)), summary,
                description, "Release", URI.create("https://slipway.example.com/releases/PAY-1"),
                FeedEvent.State.TENTATIVE, true, 7, START);
    }

    private Calendar parsed(FeedEvent event) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text(event)));
    }

    private String text(FeedEvent event) {
        return new String(this.writer.write(new Feed("Slipway: Phone", List.of(event))), StandardCharsets.UTF_8);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

}
