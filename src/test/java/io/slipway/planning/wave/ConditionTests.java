package io.slipway.planning.wave;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A condition compares a reading with a number, and nothing else is one.
 */
class ConditionTests {

    @ParameterizedTest
    @CsvSource({ ">= 0.99, 0.99, true", ">= 0.99, 0.98, false", "<0.95, 0.9, true", "< .5, 0.5, false", "== 0, 0, true",
            "!= 0, 0, false", "> -1e3, -999, true", "<= +2, 2, true" })
    void compares(String condition, double reading, boolean met) {
        assertThat(Condition.of(condition).orElseThrow().matches(reading)).isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0.99", ">=", "= 1", "> one", "> 1 or true", "=> 1", "> 1.", "> Infinity",
            "result[0] > 1" })
    void isNothingElse(String text) {
        assertThat(Condition.of(text)).isEmpty();
    }

    @Test
    void isMetByNumbersOnly() {
        assertThat(Condition.of("!= 0").orElseThrow().matches(Double.NaN)).isFalse();
    }

}
