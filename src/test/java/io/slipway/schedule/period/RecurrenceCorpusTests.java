package io.slipway.schedule.period;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;

import io.slipway.schedule.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules give what an independent implementation gives, whatever the machine's locale and
 * zone: the corpus in {@code recurrence/} holds its answers.
 */
class RecurrenceCorpusTests {

    private static final int MOST = 12;

    private static final String SKIPPED = "skipped";

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private static final List<Case> CORPUS = corpus();

    private final Locale locale = Locale.getDefault();

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(this.locale);
        TimeZone.setDefault(this.zone);
    }

    @ParameterizedTest
    @CsvSource({ "en-US, America/Los_Angeles", "de-DE, Pacific/Apia" })
    void givesTheAnswersOfAnIndependentImplementation(String machinesLocale, String machinesZone) {
        Locale.setDefault(Locale.forLanguageTag(machinesLocale));
        TimeZone.setDefault(TimeZone.getTimeZone(machinesZone));
        assertThat(CORPUS).hasSizeGreaterThan(1000);
        assertThat(CORPUS.stream().filter((one) -> !one.recurs())).isEmpty();
    }

    private static List<Case> corpus() {
        try (InputStream file = RecurrenceCorpusTests.class.getResourceAsStream("/recurrence/corpus.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.US_ASCII))) {
            return lines.lines().map(Case::of).toList();
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** A rule with its first answers. */
    private record Case(String zone, LocalDateTime start, String rule, List<Answer> answers) {

        static Case of(String line) {
            String[] columns = line.split("\t", -1);
            List<Answer> answers = new ArrayList<>();
            LocalDateTime at = LocalDateTime.MIN;
            String offset = SKIPPED;
            for (String text : columns[3].isEmpty() ? new String[0] : columns[3].split(" ")) {
                String[] parts = text.split("@");
                at = answers.isEmpty() ? LocalDateTime.parse(parts[0]) : at.plusMinutes(Long.parseLong(parts[0]));
                offset = (parts.length > 1) ? parts[1] : offset;
                answers.add(new Answer(at, offset.equals(SKIPPED) ? null
                        : at.toInstant(ZoneOffset.ofTotalSeconds(Integer.parseInt(offset) * 60))));
            }
            return new Case(columns[0], LocalDateTime.parse(columns[1]), columns[2], answers);
        }

        /** Whether it does as it should, also where the reading begins later. */
        boolean recurs() {
            String[] parts = this.rule.split(";UNTIL=");
            LocalDateTime until = (parts.length > 1) ? LocalDateTime.parse(parts[1], UNTIL) : null;
            Recurrence recurrence = new Recurrence(ZoneId.of(this.zone), this.start, 1, parts[0], until, Set.of());
            LocalDateTime end = this.start.withDayOfMonth(Math.min(this.start.getDayOfMonth(), 28)).plusYears(10);
            List<LocalDateTime> right = this.answers.stream().map(Answer::at).toList();
            LocalDateTime last = (right.size() == MOST) ? right.get(MOST - 1) : end.minusMinutes(1);
            return recurrence.starts(this.start, last).equals(right)
                    && this.answers.stream().allMatch((answer) -> answer.holds(recurrence));
        }

    }

    /** A start: its wall time, and its instant unless the clocks skip it. */
    private record Answer(LocalDateTime at, @Nullable Instant instant) {

        boolean holds(Recurrence recurrence) {
            return recurrence.starts(this.at, this.at).equals(List.of(this.at)) && (this.instant == null
                    || recurrence.resolve(this.at).map(Interval::start).filter(this.instant::equals).isPresent());
        }

    }

}
