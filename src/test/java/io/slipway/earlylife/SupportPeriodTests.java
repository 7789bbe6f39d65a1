package io.slipway.earlylife;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import io.slipway.identity.Act;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A support period ends by handover or rollback, and moves its end once per extension.
 */
class SupportPeriodTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SupportPeriod period = new SupportPeriod("PAY-1", NOW, Duration.ofDays(7), Duration.ofDays(5));

    @Test
    void isHandedOverOnlyWhenEveryCriterionIsMet() {
        assertThat(this.period.watch().unmet()).containsExactly(ExitCriterion.values());
        assertThatIllegalStateException().isThrownBy(() -> this.period.handOver(new Act("olivia", NOW)));
        this.period.observe(watch(true, true));
        this.period.handOver(new Act("olivia", NOW));
        assertThat(this.period.details().status()).isEqualTo(SupportStatus.HANDED_OVER);
        assertThatIllegalStateException().isThrownBy(() -> this.period.giveUp("Late", new Act("olivia", NOW)));
    }

    @Test
    void isNotHandedOverUnlessOperationsAccepts() {
        this.period.observe(watch(true, false));
        assertThatIllegalStateException().isThrownBy(() -> this.period.handOver(new Act("olivia", NOW)));
    }

    @Test
    void isExtendedFromItsEndOnceHoweverOftenTheJobRuns() {
        this.period.orderExtension(new SupportExtension(3, "Not calm yet", "olivia", NOW));
        this.period.extend(NOW);
        this.period.extend(NOW);
        assertThat(this.period.endsAt()).isEqualTo(NOW.plus(Duration.ofDays(10)));
    }

    @Test
    void isExtendedFromNowWhenItsEndHasPassed() {
        Instant late = NOW.plus(Duration.ofDays(9));
        this.period.orderExtension(new SupportExtension(2, "Not calm yet", "olivia", late));
        this.period.extend(late);
        assertThat(this.period.endsAt()).isEqualTo(NOW.plus(Duration.ofDays(11)));
    }

    @Test
    void endsBeforeItsLeastTimeOnlyByWhoeverIsAsked() {
        assertThat(this.period.early(NOW.plus(Duration.ofDays(5)).minusMillis(1))).isTrue();
        assertThat(this.period.early(NOW.plus(Duration.ofDays(5)))).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> this.period.endEarly("Calm", new Act("sam", NOW)));
        this.period.observe(watch(true, true));
        this.period.askForEarlyEnd(new EarlyEnd("olivia", NOW, "Calm"));
        assertThatIllegalStateException().isThrownBy(() -> this.period.handOver(new Act("olivia", NOW)));
        assertThat(this.period.goOn()).isTrue();
        assertThat(this.period.goOn()).isFalse();
        assertThat(this.period.details()).extracting(SupportDetails::status, SupportDetails::earlyEnd)
            .containsExactly(SupportStatus.WATCHING, null);
    }

    private static Watch watch(boolean met, boolean accepted) {
        List<CriterionState> states = Arrays.stream(ExitCriterion.values())
            .map((criterion) -> new CriterionState(criterion, met, ""))
            .toList();
        return new Watch(states, new OpenIncidents(0, 0, 0, 0), accepted);
    }

}
