package io.slipway.schedule.period;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.input.InputCheck;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What windows and freezes are refused for: each time the field and the way out.
 */
class PeriodRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "UTC | 2026-12-01T22:00 | 2026-12-01T22:00 | '' | - | end | schedule.end.before",
            "UTC | 2026-12-01T22:00 | 2026-12-01T06:00 | '' | - | end | schedule.end.before",
            "UTC | 2026-12-01T22:00 | 2028-12-01T06:00 | '' | - | end | schedule.end.far",
            "Mars/Base | 2026-12-01T22:00 | 2026-12-02T06:00 | '' | - | zone | schedule.zone.unknown",
            "+01:00 | 2026-12-01T22:00 | 2026-12-02T06:00 | '' | - | zone | schedule.zone.unknown",
            "UTC | 2040-12-01T22:00 | 2040-12-02T06:00 | '' | - | start | schedule.start.far",
            "UTC | 2006-12-01T22:00 | 2006-12-02T06:00 | '' | - | start | schedule.start.past",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | - | rule | schedule.rule.never",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | every friday | - | rule | schedule.rule.unreadable",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | FREQ=DAILY;BYMONTHDAY=99 | - | rule | schedule.rule.value",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | FREQ=DAILY;UNTIL=soon | - | rule | schedule.rule.unreadable",
            "UTC | 2026-12-01T22:00 | 2026-12-01T22:10 | FREQ=HOURLY | - | rule | schedule.rule.dense",
            "UTC | 2026-12-01T22:00 | 2026-12-01T22:10 | FREQ=DAILY;BYHOUR=1,2,3,4 | - | rule | schedule.rule.dense",
            "UTC | 2026-12-01T22:00 | 2026-12-01T22:10 | FREQ=DAILY;INTERVAL=0 | - | rule | schedule.rule.number",
            "UTC | 2026-12-01T22:00 | 2026-12-01T22:10 | FREQ=DAILY;COUNT=5000 | - | rule | schedule.rule.number",
            "UTC | 2026-12-01T22:00 | 2026-12-03T22:10 | FREQ=DAILY | - | end | schedule.end.overlaps",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | FREQ=DAILY | 2026-11-30T00:00 | until | schedule.until.before",
            "UTC | 2026-12-01T22:00 | 2026-12-02T06:00 | FREQ=DAILY;UNTIL=20270101 | 2027-02-01T00:00 | until | schedule.until.twice",
            "Europe/Berlin | 2027-03-28T02:10 | 2027-03-28T02:50 | '' | - | start | schedule.start.skipped" })
    void refusesAtTheField(String zone, String start, String end, String rule, String until, String field,
            String code) {
        InvalidInputException refusal = refusal(draft("Night", zone, start, end, rule, until, PeriodScope.ALL));
        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "FREQ=DAILY;FREQ=WEEKLY | twice", "FREQ=DAILY;COUNT=5;UNTIL=20261231 | ends",
            "FREQ=WEEKLY;BYDAY=1MO | ordinal", "FREQ=DAILY;BYDAY=-1FR | ordinal",
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO | ordinal", "FREQ=MONTHLY;BYWEEKNO=20 | not-in",
            "FREQ=DAILY;BYYEARDAY=100 | not-in", "FREQ=WEEKLY;BYMONTHDAY=1 | not-in",
            "FREQ=DAILY;BYSETPOS=1 | position", "RSCALE=CHINESE;FREQ=YEARLY | part",
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31 | part", "FREQ=DAILY;BYSECOND=0,30 | part",
            "FREQ=YEARLY;BYEASTER=0 | part", "FREQ=DAILY;X-NOTE=1 | part", "FREQ=DAILY;BYMONTH=0 | value",
            "FREQ=DAILY;BYMONTH=13 | value", "FREQ=MONTHLY;BYMONTHDAY=-32 | value", "FREQ=MONTHLY;BYDAY=0MO | value",
            "FREQ=WEEKLY;BYDAY=XX | value", "FREQ=WEEKLY;WKST=1MO | value", "FREQ=DAILY;BYHOUR=24 | value",
            "FREQ=DAILY;BYMONTHDAY=1, | value", "FREQ=DAILY; | unreadable", "FREQ= | unreadable",
            "INTERVAL=2 | unreadable", "FREQ=HOURLY;COUNT=2 | dense", "FREQ=DAILY;COUNT=0 | number",
            "FREQ=DAILY;INTERVAL=1001 | number" })
    void refusesRulesThatCannotBeMeantOrAreNotHonoured(String rule, String code) {
        InvalidInputException refusal = refusal(
                draft("Night", "UTC", "2026-12-01T22:00", "2026-12-02T06:00", rule, null, PeriodScope.ALL));
        assertThat(refusal.problems()).extracting(InputProblem::field, InputProblem::code)
            .containsExactly(tuple("rule", "schedule.rule." + code));
    }

    @Test
    void namesEveryFieldAtFaultOnce() {
        InvalidInputException refusal = refusal(draft(" ", "Mars/Base", "2026-12-01T22:00", "2026-12-01T06:00",
                "every friday", null, new PeriodScope(List.of("A", "A"), List.of(), List.of())));
        assertThat(refusal.problems()).extracting(InputProblem::field, InputProblem::code)
            .containsExactly(tuple("name", "schedule.name.missing"), tuple("services", "schedule.scope.twice"),
                    tuple("zone", "schedule.zone.unknown"), tuple("end", "schedule.end.before"),
                    tuple("rule", "schedule.rule.unreadable"));
    }

    @Test
    void refusesWhatWasNotSaid() {
        InvalidInputException refusal = refusal(new PeriodDraft(null, "Night", "Why.", "release-manager",
                PeriodScope.ALL, "UTC", null, null, "", null, List.of()));
        assertThat(refusal.problems()).extracting(InputProblem::field).containsExactly("kind", "start", "end");
    }

    @Test
    void refusesLongNamesAndWideScopes() {
        PeriodScope wide = new PeriodScope(IntStream.range(0, 21).mapToObj((i) -> "Service " + i).toList(), List.of(),
                List.of());
        assertThat(refusal(draft("x".repeat(121), PeriodScope.ALL)).field()).isEqualTo("name");
        assertThat(refusal(draft(" ", PeriodScope.ALL)).field()).isEqualTo("name");
        assertThat(refusal(draft("Night", wide)).field()).isEqualTo("services");
        assertThat(refusal(draft("Night", new PeriodScope(List.of(), Collections.nCopies(21, "x"), List.of()))).field())
            .isEqualTo("environments");
    }

    @Test
    void takesTheEndOutOfAnExpertsRule() {
        Recurrence recurrence = PeriodRules.check(draft("Night", "Europe/Berlin", "2026-12-01T22:00",
                "2026-12-02T06:00", "RRULE:freq=daily;until=20261205T220000Z", null, PeriodScope.ALL), NOW,
                new InputCheck());
        assertThat(recurrence.rule()).isEqualTo("FREQ=DAILY");
        assertThat(recurrence.until()).isEqualTo("2026-12-05T23:00:00");
    }

    @Test
    void takesTheEndOutWhereverItStands() {
        Recurrence recurrence = PeriodRules.check(draft("Night", "UTC", "2026-12-01T22:00", "2026-12-02T06:00",
                "UNTIL=20261205;FREQ=DAILY", null, PeriodScope.ALL), NOW, new InputCheck());
        assertThat(recurrence.rule()).isEqualTo("FREQ=DAILY");
        assertThat(recurrence.until()).isEqualTo("2026-12-05T23:59:59");
    }

    @Test
    void allowsRulesWithoutEnd() {
        Recurrence recurrence = PeriodRules.check(
                draft("Night", "UTC", "2026-12-01T22:00", "2026-12-02T22:00", "FREQ=DAILY", null, PeriodScope.ALL), NOW,
                new InputCheck());
        assertThat(recurrence.endless()).isTrue();
    }

    private static InvalidInputException refusal(PeriodDraft draft) {
        return catchThrowableOfType(InvalidInputException.class, () -> PeriodRules.check(draft, NOW, new InputCheck()));
    }

    private static PeriodDraft draft(String name, PeriodScope scope) {
        return draft(name, "UTC", "2026-12-01T22:00", "2026-12-02T06:00", "", null, scope);
    }

    private static PeriodDraft draft(String name, String zone, String start, String end, String rule, String until,
            PeriodScope scope) {
        return new PeriodDraft(PeriodKind.HARD_FREEZE, name, "Because.", "somebody", scope, zone,
                LocalDateTime.parse(start), LocalDateTime.parse(end), rule,
                (until != null) ? LocalDateTime.parse(until) : null, List.of());
    }

}
