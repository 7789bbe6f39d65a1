package io.slipway.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.TimeZone;

import io.slipway.input.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Times are shown and read in the person's zone, over the days on which clocks change.
 */
class TimesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T13:30:00Z");

    private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC), messages());

    @BeforeEach
    void sitInBerlin() {
        LocaleContextHolder.setTimeZone(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void leave() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void showsAnInstantInThePersonsZoneAndInUtc() {
        assertThat(this.times.format(NOW)).isEqualTo("22 Nov 2026, 14:30");
        assertThat(this.times.shown(NOW)).isEqualTo("22 Nov 2026, 14:30 CET");
        assertThat(this.times.shown(NOW.minus(180, ChronoUnit.DAYS))).isEqualTo("26 May 2026, 15:30 CEST");
        assertThat(this.times.exact(NOW.plusSeconds(7))).isEqualTo("22 Nov 2026, 14:30:07 CET");
        assertThat(this.times.now()).isEqualTo("22 Nov 2026, 14:30 CET");
        assertThat(this.times.utcText(NOW)).isEqualTo("22 Nov 2026, 13:30:00 UTC");
        assertThat(this.times.utc(NOW.plusMillis(7))).isEqualTo("2026-11-22T13:30:00Z");
        assertThat(this.times.zoneName()).isEqualTo("Europe/Berlin");
    }

    @Test
    void saysOfWhatIsToComeInWhatTimeAndWhen() {
        assertThat(this.times.ahead(NOW.plus(3, ChronoUnit.HOURS))).isEqualTo("in 3 hours, Sun 17:30 CET");
        assertThat(this.times.ahead(NOW.plus(5, ChronoUnit.DAYS))).isEqualTo("in 5 days, Fri 14:30 CET");
        assertThat(this.times.ahead(NOW.plus(6, ChronoUnit.DAYS))).isEqualTo("in 6 days, 28 Nov 14:30 CET");
    }

    @Test
    void readsBackWhatItPutIntoAField() {
        assertThat(this.times.toInputText(NOW)).isEqualTo("2026-11-22T14:30");
        assertThat(this.times.parse("2026-11-22T14:30")).isEqualTo(NOW);
        assertThat(this.times.parse(" 2026-07-01T14:30 ")).isEqualTo(Instant.parse("2026-07-01T12:30:00Z"));
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> this.times.parse("2026-03-29T02:30"))
            .withMessageContaining("Europe/Berlin");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.times.parse("start", "2026-03-29T02:30"))
            .satisfies((ex) -> assertThat(ex.field()).isEqualTo("start"))
            .satisfies((ex) -> assertThat(ex.code()).isEqualTo("ui.invalid.datetime.gap"));
        assertThat(this.times.parse("2026-03-29T03:00")).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void takesTheFirstOfATimeThatComesTwice() {
        assertThat(this.times.parse("2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void refusesWhatIsNoTimeAtItsField() {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.times.parse("start", "next Monday"))
            .satisfies((ex) -> assertThat(ex.code()).isEqualTo("ui.invalid.datetime"));
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-22T13:30:30Z, just now", "2026-11-22T13:31:00Z, in 1 minute",
            "2026-11-22T12:31:00Z, 59 minutes ago", "2026-11-22T11:30:00Z, 2 hours ago",
            "2026-11-25T13:30:00Z, in 3 days", "2026-01-01T00:00:00Z, 10 months ago",
            "2016-11-22T00:00:00Z, 10 years ago" })
    void saysHowFarAwayAnInstantIs(Instant at, String words) {
        assertThat(this.times.relative(at)).isEqualTo(words);
    }

    @Test
    void knowsWhatHasPassed() {
        assertThat(this.times.past(NOW.minusSeconds(1))).isTrue();
        assertThat(this.times.past(NOW)).isFalse();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/ui");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        return messages;
    }

}
