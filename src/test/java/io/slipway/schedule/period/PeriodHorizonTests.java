package io.slipway.schedule.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.schedule.Horizon;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a former version expanded is written anew, and what is not honoured any more keeps
 * what is known of it.
 */
@SlipwayTest
class PeriodHorizonTests {

    @Autowired
    PeriodManagement periods;

    @Autowired
    Horizon horizon;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    @Test
    void writesWhatAFormerVersionExpandedAnew() {
        long id = periodOfFormerVersion("FREQ=WEEKLY;BYMONTH=9");
        assertThat(occurrences(id)).isEqualTo(1);
        this.horizon.reach(this.clock.instant().plus(Duration.ofDays(1)));
        assertThat(occurrences(id)).isBetween(8L, 10L);
        assertThat(this.periods.get(id).honoured()).isTrue();
    }

    @Test
    void keepsWhatIsKnownOfARuleThatIsNotHonouredAnyMore() {
        long id = periodOfFormerVersion("FREQ=WEEKLY;BYDAY=1MO");
        this.horizon.reach(this.clock.instant().plus(Duration.ofDays(1)));
        assertThat(occurrences(id)).isEqualTo(1);
        assertThat(this.periods.get(id).honoured()).isFalse();
        assertThat(this.periods.next(id, 10)).hasSize(1);
    }

    private long periodOfFormerVersion(String rule) {
        LocalDateTime start = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.DAYS)
            .plusDays(1);
        PeriodDraft draft = new PeriodDraft(PeriodKind.SOFT_FREEZE, "Horizon", "Because.", "release-manager",
                new PeriodScope(List.of("Horizon " + UUID.randomUUID()), List.of(), List.of()), "UTC", start,
                start.plusHours(1), "", null, List.of());
        long id = this.acting.as("release-manager", () -> this.periods.create(draft));
        this.jdbc.sql("update schedule_periods set rule = ?, expanded_until = ?, over_at = '9999-12-31' where id = ?")
            .params(rule, LocalDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), id)
            .update();
        return id;
    }

    private long occurrences(long id) {
        return this.jdbc.sql("select count(*) from schedule_occurrences where period_id = ?")
            .param(id)
            .query(Long.class)
            .single();
    }

}
