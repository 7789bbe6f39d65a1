package io.slipway.deployment.check;

import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readings come to a verdict by the precedence of Argo Rollouts: a broken failure limit,
 * then what nobody can tell, then satisfied successes; and no data is never a pass.
 */
class CheckTallyTests {

    /**
     * S is a success, F a failure, I neither, E no data; the verdict stands after the
     * last reading.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # readings, count, failures, successes, inconclusive, errors, verdict
            S,     1,  0, 0, 0, 0, SUCCESS
            F,     1,  0, 0, 0, 0, FAILURE
            I,     1,  0, 0, 0, 0, INCONCLUSIVE
            E,     1,  0, 0, 0, 0, INCONCLUSIVE
            SS,    3,  0, 0, 0, 0, -
            SSS,   3,  0, 0, 0, 0, SUCCESS
            SFS,   3,  1, 0, 0, 0, SUCCESS
            SFF,   3,  1, 0, 0, 0, FAILURE
            FFF,   3, -1, 0, 0, 0, INCONCLUSIVE
            SFF,   3, -1, 0, 0, 0, SUCCESS
            SII,   5,  0, 0, 2, 0, -
            SIII,  5,  0, 0, 2, 0, INCONCLUSIVE
            EE,    5,  0, 0, 0, 2, -
            EEE,   5,  0, 0, 0, 2, INCONCLUSIVE
            EESEE, 5,  0, 0, 0, 2, -
            EESEEE,5,  0, 0, 0, 2, INCONCLUSIVE
            ESES,  2,  0, 0, 0, 1, SUCCESS
            SS,    0,  0, 2, 0, 0, SUCCESS
            SFSS,  9,  1, 2, 0, 0, SUCCESS
            SESS,  9,  0, 2, 0, 1, SUCCESS
            SES,   9,  0, 2, 0, 1, -
            SFSF,  4,  2, 3, 0, 0, INCONCLUSIVE
            SFSF,  4, -1, 3, 0, 0, FAILURE
            FS,    9,  0, 1, 0, 0, FAILURE
            FFI,   9,  1, 0, 0, 0, FAILURE
            IS,    9,  0, 1, 0, 0, INCONCLUSIVE
            SSSSS, 0,  0, 0, 0, 0, -
            FFFFF, 0, -1, 0, 0, 0, -
            """)
    void comeToAVerdict(String readings, int count, int failures, int successes, int inconclusive, int errors,
            String verdict) {
        CheckLimits limits = new CheckLimits(30, 0, count, failures, successes, inconclusive, errors);
        CheckTally tally = CheckTally.NONE;
        String found = "-";
        for (int i = 0; i < readings.length() && found.equals("-"); i++) {
            tally = tally.with(outcome(readings.charAt(i)));
            found = tally.verdict(limits).map(CheckVerdict::name).orElse("-");
        }
        assertThat(found).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # readings, failures, errors, verdict where nobody waits for more
            '',    0, 0, INCONCLUSIVE
            S,     0, 0, SUCCESS
            SF,    1, 0, SUCCESS
            SF,    0, 0, FAILURE
            E,     0, 3, INCONCLUSIVE
            SE,    0, 3, INCONCLUSIVE
            SES,   0, 3, SUCCESS
            FF,   -1, 0, INCONCLUSIVE
            """)
    void comeToAVerdictWhenStopped(String readings, int failures, int errors, CheckVerdict verdict) {
        CheckTally tally = CheckTally.NONE;
        for (char letter : readings.toCharArray()) {
            tally = tally.with(outcome(letter));
        }
        assertThat(tally.stopped(new CheckLimits(30, 0, 0, failures, 0, 0, errors))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.995, >= 0.99, < 0.95, SUCCESS, >= 0.99
            0.97,  >= 0.99, < 0.95, INCONCLUSIVE, ''
            0.94,  >= 0.99, < 0.95, FAILURE, < 0.95
            0.94,  >= 0.99, '',     FAILURE, >= 0.99
            3,     '',      > 2,    FAILURE, > 2
            2,     '',      > 2,    SUCCESS, > 2
            2,     '',      '',     INCONCLUSIVE, ''
            NaN,   >= 0.99, '',     ERROR, ''
            ,      >= 0.99, '',     ERROR, ''
            ,      '',      '',     ERROR, ''
            5,     > 3,     > 4,    FAILURE, > 4
            """)
    void judgeOneReading(Double value, String success, String failure, ReadingOutcome outcome, String threshold) {
        CheckRule rule = new CheckRule("a", CheckKind.PROMETHEUS, "", "up", success, failure, CheckLimits.ONCE);
        Measurement measurement = new Measurement(value, "");
        assertThat(measurement.outcome(rule)).isEqualTo(outcome);
        assertThat(measurement.threshold(rule)).isEqualTo(threshold);
    }

    private static ReadingOutcome outcome(char letter) {
        return switch (letter) {
            case 'S' -> ReadingOutcome.SUCCESS;
            case 'F' -> ReadingOutcome.FAILURE;
            case 'I' -> ReadingOutcome.INCONCLUSIVE;
            default -> ReadingOutcome.ERROR;
        };
    }

}
