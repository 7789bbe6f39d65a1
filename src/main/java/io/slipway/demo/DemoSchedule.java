package io.slipway.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.period.PeriodQuery;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo company's release windows, one around its first day, so that its stories can
 * be told, and one every week after that; and freezes in the weeks to come.
 */
@Component
@Profile("demo")
class DemoSchedule {

    private static final String OWNER = "release-manager";

    private final PeriodManagement periods;

    private final Acting acting;

    private final Clock clock;

    DemoSchedule(PeriodManagement periods, Acting acting, Clock clock) {
        this.periods = periods;
        this.acting = acting;
        this.clock = clock;
    }

    /** Makes the windows and freezes, unless there is any. */
    void open() {
        this.acting.as(OWNER, () -> {
            if (this.periods.list(new PeriodQuery(PeriodKind.WINDOW, false, "")).rows().isEmpty()) {
                LocalDateTime hour = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.HOURS);
                period(PeriodKind.WINDOW, "First days", "The first releases of the year go live.", hour.minusHours(1),
                        hour.plusDays(2), "", PeriodScope.ALL);
                LocalDateTime evening = hour.toLocalDate().plusDays(7).atTime(18, 0);
                period(PeriodKind.WINDOW, "Weekly window",
                        "Few customers are served, and everybody who is needed is there.", evening,
                        evening.plusHours(6), "FREQ=WEEKLY;BYDAY=" + evening.getDayOfWeek().name().substring(0, 2),
                        PeriodScope.ALL);
                LocalDateTime payday = hour.toLocalDate().plusDays(9).atStartOfDay();
                period(PeriodKind.SOFT_FREEZE, "Payday", "Payments are at their peak.", payday, payday.plusDays(1), "",
                        new PeriodScope(List.of("Payments"), List.of(), List.of()));
                LocalDateTime closing = hour.toLocalDate().plusDays(24).atTime(18, 0);
                period(PeriodKind.HARD_FREEZE, "Closing of the books",
                        "Finance closes the books; nothing may move beneath them.", closing, closing.plusDays(4), "",
                        PeriodScope.ALL);
            }
            return true;
        });
    }

    private void period(PeriodKind kind, String name, String reason, LocalDateTime start, LocalDateTime end,
            String rule, PeriodScope scope) {
        this.periods
            .create(new PeriodDraft(kind, name, reason, OWNER, scope, "UTC", start, end, rule, null, List.of()));
    }

}
