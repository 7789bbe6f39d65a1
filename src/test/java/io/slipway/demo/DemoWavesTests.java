package io.slipway.demo;

import java.util.stream.Stream;

import io.slipway.input.InputCheck;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.wave.WaveGaps;
import io.slipway.planning.wave.WaveShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The waves of the demo's coming releases could be submitted.
 */
class DemoWavesTests {

    static Stream<DemoRelease> releases() {
        return Stream.of(DemoRelease.INSTANT_PAYMENTS, DemoRelease.BIOMETRIC);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void lackNothing(DemoRelease release) {
        InputCheck check = new InputCheck();
        Plan.Deployment deployment = PlanYaml.deployment(DemoWaves.of(release), "", check);
        new WaveShape(deployment.waves(), check).check();
        new WaveGaps(deployment.waves(), check).check(release.model(), null);
        check.finish();
        assertThat(deployment.waves()).hasSizeGreaterThan(2);
    }

}
