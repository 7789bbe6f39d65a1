package io.slipway.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Windows and freezes from saving to judging, each test with a service of its own.
 */
@SlipwayTest
class ScheduleManagementTests {

    private final String service = "Schedule " + UUID.randomUUID();

    @Autowired
    PeriodManagement periods;

    @Autowired
    ScheduleManagement schedule;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Instant today;

    @BeforeEach
    void begin() {
        this.today = this.clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    @Test
    void isChangedByReleaseManagersAndTheChangeAuthorityOnly() {
        for (String person : List.of("stakeholder", "deployment-manager", "administrator", "auditor")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                    () -> this.acting.as(person, () -> this.periods.create(draft(PeriodKind.WINDOW, 1, 2, ""))));
        }
        long id = this.acting.as("change-authority", () -> this.periods.create(draft(PeriodKind.WINDOW, 1, 2, "")));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("stakeholder", () -> this.periods.end(id, "No.")));
    }

    @Test
    void judgesByWindowsAndFreezesAndNamesTheNextOpening() {
        create(draft(PeriodKind.WINDOW, 20, 24, "FREQ=DAILY"));
        create(draft(PeriodKind.HARD_FREEZE, 24, 24 * 3, ""));
        assertThat(judge(21, 23).allowed()).isTrue();
        assertThat(judge(21, 23).nextOpening()).isEqualTo(hour(21));
        ScheduleVerdict outside = judge(10, 12);
        assertThat(outside.findings()).singleElement().satisfies((finding) -> {
            assertThat(finding.rule()).isEqualTo("window");
            assertThat(finding.blocking()).isTrue();
        });
        assertThat(outside.nextOpening()).isEqualTo(hour(20));
        ScheduleVerdict frozen = judge(46, 47);
        assertThat(frozen.findings()).singleElement().satisfies((finding) -> {
            assertThat(finding.rule()).isEqualTo("freeze");
            assertThat(finding.reason()).contains("Because.");
            assertThat(finding.link()).startsWith("/schedule/periods/");
            assertThat(finding.until()).isEqualTo(hour(72));
        });
        assertThat(frozen.nextOpening()).isEqualTo(hour(24 * 3 + 20));
    }

    @Test
    void saysThatAWindowIsNeeded() {
        ScheduleVerdict verdict = this.schedule.judge(slot("No service has this name", 1, 2), true, true);
        assertThat(verdict.findings()).extracting(ScheduleFinding::rule).contains("window");
        assertThat(verdict.allowed()).isFalse();
    }

    @Test
    void writesOccurrencesAnewWhenTheRuleChangesAndTakesThemBackAtTheEnd() {
        long id = create(draft(PeriodKind.HARD_FREEZE, 30, 40, "FREQ=WEEKLY"));
        assertThat(occurrences(id, 30)).hasSize(5);
        int version = this.periods.get(id).version();
        this.acting.as("release-manager",
                () -> this.periods.change(id, version, draft(PeriodKind.HARD_FREEZE, -5, 40, "")));
        assertThat(occurrences(id, 30)).hasSize(1);
        assertThatExceptionOfType(StaleFormException.class).isThrownBy(() -> this.acting.as("release-manager",
                () -> this.periods.change(id, version, draft(PeriodKind.HARD_FREEZE, 1, 2, ""))));
        this.acting.as("release-manager", () -> this.periods.end(id, "The audit was moved."));
        assertThat(this.periods.get(id).ended()).isTrue();
        assertThat(judge(39, 40).findings()).noneMatch((finding) -> finding.rule().equals("freeze"));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.periods.end(id, "Again.")));
    }

    @Test
    void movesTheHorizonForWhoeverPlansBeyondIt() {
        long id = create(draft(PeriodKind.HARD_FREEZE, 0, 1, "FREQ=MONTHLY;BYMONTHDAY=1"));
        Instant far = this.today.plus(Duration.ofDays(1200)).atOffset(ZoneOffset.UTC).withDayOfMonth(1).toInstant();
        assertThat(this.schedule.occurrences(far, far.plusSeconds(60), 5000)).noneMatch((one) -> one.periodId() == id);
        DeploymentSlot slot = new DeploymentSlot("", ReleaseType.MINOR, List.of(this.service), "production",
                far.plusSeconds(60), far.plusSeconds(120));
        assertThat(this.schedule.judge(slot, false, true).findings()).hasSize(1);
        assertThat(this.schedule.judge(slot, false, true).nextOpening()).isEqualTo(far.plus(Duration.ofHours(1)));
    }

    private long create(PeriodDraft draft) {
        return this.acting.as("release-manager", () -> this.periods.create(draft));
    }

    private List<Occurrence> occurrences(long id, int days) {
        return this.schedule.occurrences(this.today, this.today.plus(Duration.ofDays(days)), 5000)
            .stream()
            .filter((one) -> one.periodId() == id)
            .toList();
    }

    private ScheduleVerdict judge(int fromHour, int toHour) {
        return this.schedule.judge(slot(this.service, fromHour, toHour), true, true);
    }

    private DeploymentSlot slot(String name, int fromHour, int toHour) {
        return new DeploymentSlot("SCH-1", ReleaseType.MINOR, List.of(name), "production", hour(fromHour),
                hour(toHour));
    }

    private PeriodDraft draft(PeriodKind kind, int fromHour, int toHour, String rule) {
        return new PeriodDraft(kind, "Test of the schedule", "Because.", "release-manager",
                new PeriodScope(List.of(this.service), List.of(), List.of()), "UTC", local(fromHour), local(toHour),
                rule, null, List.of());
    }

    private LocalDateTime local(int hour) {
        return LocalDateTime.ofInstant(hour(hour), ZoneOffset.UTC);
    }

    private Instant hour(int hour) {
        return this.today.plus(Duration.ofHours(hour));
    }

}
