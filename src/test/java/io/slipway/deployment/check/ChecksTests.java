package io.slipway.deployment.check;

import java.util.Optional;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Checks are watched one at a time for each subject, judged once, and what was measured
 * is kept.
 */
@SlipwayTest
@RecordApplicationEvents
class ChecksTests {

    @Autowired
    Checks checks;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    RecordedActions recorded;

    @Autowired
    ApplicationEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    private String subject = "";

    private CheckScope scope = new CheckScope("", "", "");

    @BeforeEach
    void make() {
        this.clock.stop();
        this.subject = "wave-check:" + UUID.randomUUID();
        this.scope = new CheckScope(this.driver.register("Check " + this.subject), "production", "shop");
    }

    @Test
    void areJudgedOnceAndKeepWhatWasMeasured() {
        watch(rule(CheckKind.READING, new CheckLimits(30, 0, 2, 0, 0, 0, 0)));
        assertThat(this.checks.verdictOf(this.subject)).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> watch(rule(CheckKind.READING, CheckLimits.ONCE)))
            .withMessage("subject: deployment.check.watched");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> bring("lots"))
            .withMessage("value: deployment.check.value.number");
        bring("0.995");
        assertThat(this.checks.verdictOf(this.subject)).isEmpty();
        bring("1");
        assertThat(this.checks.verdictOf(this.subject)).contains(CheckVerdict.SUCCESS);
        assertThat(this.events.stream(CheckJudged.class).filter((one) -> one.subject().equals(this.subject)))
            .singleElement()
            .satisfies((one) -> assertThat(one.reason()).contains("2 of 2 readings as they should be"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> bring("1"))
            .withMessage(": deployment.check.over");
        Check check = this.checks.of(this.subject).orElseThrow();
        assertThat(this.checks.readings(check)).extracting(Reading::value, Reading::threshold, Reading::toldBy)
            .containsExactly(tuple("1", ">= 0.99", "operations"), tuple("0.995", ">= 0.99", "operations"));
        assertThat(this.recorded.of(this.scope.release())).contains("check.read", "check.judged");
    }

    @Test
    void comeToWhatIsKnownWhenStopped() {
        watch(rule(CheckKind.PROMETHEUS, new CheckLimits(30, 60, 0, 0, 0, 0, 0)));
        Check check = this.checks.of(this.subject).orElseThrow();
        assertThat(check.dueAt()).isEqualTo(this.clock.instant().plusSeconds(60));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> bring("1"))
            .withMessage(": deployment.check.measured");
        measured(check, new Measurement(0.999, ""));
        assertThat(this.checks.of(this.subject).orElseThrow().dueAt()).isEqualTo(this.clock.instant().plusSeconds(30));
        assertThat(stop()).contains(CheckVerdict.SUCCESS);
        assertThat(stop()).contains(CheckVerdict.SUCCESS);
        measured(check, new Measurement(0.1, ""));
        assertThat(this.checks.verdictOf(this.subject)).contains(CheckVerdict.SUCCESS);
        assertThat(this.events.stream(CheckJudged.class).filter((one) -> one.subject().equals(this.subject))).isEmpty();
    }

    @Test
    void areNeverPassedWithoutData() {
        watch(rule(CheckKind.PUSHED, new CheckLimits(30, 0, 0, -1, 0, 0, 0)));
        assertThat(stop()).contains(CheckVerdict.INCONCLUSIVE);
        watch(rule(CheckKind.ALERTS, CheckLimits.ONCE));
        measured(this.checks.of(this.subject).orElseThrow(), Measurement.none("connection refused"));
        assertThat(this.checks.verdictOf(this.subject)).contains(CheckVerdict.INCONCLUSIVE);
    }

    @Test
    void knowAPushedResultAgain() {
        watch(rule(CheckKind.PUSHED, new CheckLimits(30, 0, 2, 0, 0, 0, 0)));
        assertThat(push("r1")).isTrue();
        assertThat(push("r1")).isFalse();
        assertThat(this.checks.verdictOf(this.subject)).isEmpty();
        assertThat(push("r2")).isTrue();
        assertThat(this.checks.verdictOf(this.subject)).contains(CheckVerdict.SUCCESS);
    }

    private static CheckRule rule(CheckKind kind, CheckLimits limits) {
        return new CheckRule("Requests served", kind, "", "a query", ">= 0.99", "", limits);
    }

    private void watch(CheckRule rule) {
        new TransactionTemplate(this.transactions)
            .executeWithoutResult((status) -> this.checks.watch(this.subject, rule, this.scope));
    }

    private Optional<CheckVerdict> stop() {
        return new TransactionTemplate(this.transactions).execute((status) -> this.checks.stop(this.subject));
    }

    private void measured(Check check, Measurement measurement) {
        new TransactionTemplate(this.transactions)
            .executeWithoutResult((status) -> this.checks.measured(check.id(), measurement, "prometheus"));
    }

    private void bring(String value) {
        this.acting.as("operations", () -> this.checks.bring(this.subject, value, "", null));
    }

    private boolean push(String delivery) {
        return this.acting.as("operations", () -> this.checks.bring(this.subject, "1", "", delivery));
    }

}
