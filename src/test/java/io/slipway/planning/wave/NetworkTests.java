package io.slipway.planning.wave;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The times of a deployment plan, against tables and against a second, naive reckoning.
 */
class NetworkTests {

    private static final Instant START = Instant.parse("2026-12-05T06:00:00Z");

    private final Random random = new Random(7);

    @Test
    void reckonsEarliestAndLatestTimesWaveAfterWave() {
        Network network = Network.of(List.of(
                wave("pilot", 30, step("stop", 10), step("copy", 40, "stop"), step("tell", 5, "stop"),
                        step("deploy", 20, "copy", "tell")),
                wave("all", 0, step("rest", 60), step("watch", 15, "ss:rest+50"))));
        assertThat(table(network.planned(START))).containsExactly("stop 0 10 0", "copy 10 50 0", "tell 10 15 35",
                "deploy 50 70 0", "rest 100 160 0", "watch 150 165 0");
        assertThat(network.planned(START).criticalPath()).containsExactly("stop", "copy", "deploy", "rest", "watch");
        assertThat(network.planned(START).length()).isEqualTo(Duration.ofMinutes(165));
        assertThat(network.planned(START).slackTo(at(180))).isEqualTo(Duration.ofMinutes(15));
        assertThat(network.planned(START).waves()).containsExactly(
                new Schedule.WaveTime("pilot", at(0), at(70), at(100)),
                new Schedule.WaveTime("all", at(100), at(165), at(165)));
    }

    @Test
    void waitsForFixedTimesAndLags() {
        PlannedStep fixed = step("fixed", 10, "first+15").startingAt(at(40));
        assertThat(table(Network.of(List.of(wave("one", 0, step("first", 5), fixed))).planned(START)))
            .containsExactly("first 0 5 20", "fixed 40 50 0");
        assertThat(table(Network.of(List.of(wave("one", 0, step("first", 35), fixed))).planned(START)))
            .containsExactly("first 0 35 0", "fixed 50 60 0");
    }

    @Test
    void forecastsFromWhatHappened() {
        Network network = Network.of(List.of(wave("one", 20, step("a", 10), step("b", 10, "a"), step("c", 30)),
                wave("two", 0, step("d", 5))));
        Actuals actuals = new Actuals(
                Map.of("a", new Actuals.Actual(at(2), at(17)), "c", new Actuals.Actual(at(3), null)), Map.of());
        assertThat(table(network.forecast(START, actuals, at(20)))).containsExactly("a 2 17 6", "b 20 30 3", "c 3 33 0",
                "d 53 58 0");
        assertThat(table(network.forecast(START, actuals, at(40)))).contains("b 40 50 0", "c 3 40 10", "d 70 75 0");
        Actuals baked = new Actuals(Map.of("a", done(0, 10), "b", done(10, 20), "c", done(0, 30)),
                Map.of("one", at(90)));
        assertThat(table(network.forecast(START, baked, at(80)))).contains("d 90 95 0");
    }

    @Test
    void namesTheCircle() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Network.of(List
                .of(wave("one", 0, step("z", 1), step("a", 1, "z", "c"), step("b", 1, "a"), step("c", 1, "ss:b")))))
            .withMessageContaining("a, c, b, a");
    }

    @Test
    void agreesWithANaiveReckoning() {
        for (int i = 0; i < 300; i++) {
            List<Wave> waves = waves();
            Instant now = at(this.random.nextInt(120));
            Actuals actuals = (i % 2 == 0) ? Actuals.NONE : actuals(waves, now);
            Network network = Network.of(waves);
            Schedule found = (i % 2 == 0) ? network.planned(START) : network.forecast(START, actuals, now);
            Instant at = (i % 2 == 0) ? null : now;
            Naive naive = new Naive(waves, actuals, at, "", 0);
            assertThat(found.end()).isEqualTo(naive.end);
            found.steps().values().forEach((step) -> {
                assertThat(step.start()).isEqualTo(naive.starts.get(step.key()));
                assertThat(step.end()).isEqualTo(naive.ends.get(step.key()));
                if (!actuals.steps().containsKey(step.key())) {
                    assertThat(new Naive(waves, actuals, at, step.key(), step.slack().toMinutes()).end)
                        .isEqualTo(found.end());
                    assertThat(new Naive(waves, actuals, at, step.key(), step.slack().toMinutes() + 1).end)
                        .isAfter(found.end());
                }
            });
        }
    }

    @Test
    void forecastsTheShareThatFinishesInTheWindow() {
        Network network = Network.of(List.of(wave("one", 0, step("a", 60))));
        assertThat(share(network, 45, Map.of())).isZero();
        assertThat(share(network, 120, Map.of())).isOne();
        assertThat(share(network, 60, Map.of())).isBetween(0.15, 0.25);
        Map<String, List<Integer>> past = Map.of("a", List.of(40, 50, 70, 80));
        assertThat(share(network, 55, past)).isBetween(0.45, 0.55).isEqualTo(share(network, 55, past));
        assertThat(Forecast.of(network, START, at(55), Actuals.NONE, START, past).known()).isOne();
        assertThat(share(network, 60, Map.of("a", List.of(150)))).isLessThan(0.1);
    }

    @Test
    void forecastsAThousandSteps() {
        List<Wave> waves = new ArrayList<>();
        for (int wave = 0; wave < 50; wave++) {
            PlannedStep[] steps = new PlannedStep[20];
            for (int i = 0; i < 20; i++) {
                steps[i] = (i < 3) ? step(wave + "-" + i, 10)
                        : step(wave + "-" + i, 10, wave + "-" + (i - 1), wave + "-" + (i - 3));
            }
            waves.add(wave("wave-" + wave, 5, steps));
        }
        Network network = Network.of(waves);
        Forecast found = Forecast.of(network, START, at(20_000), Actuals.NONE, START, Map.of());
        assertThat(found.steps()).isEqualTo(1000);
        assertThat(found.median()).isBefore(found.late());
    }

    private static double share(Network network, int windowEnd, Map<String, List<Integer>> past) {
        return Forecast.of(network, START, at(windowEnd), Actuals.NONE, START, past).share();
    }

    private static List<String> table(Schedule schedule) {
        return schedule.steps()
            .values()
            .stream()
            .map((step) -> step.key() + " " + Duration.between(START, step.start()).toMinutes() + " "
                    + Duration.between(START, step.end()).toMinutes() + " " + step.slack().toMinutes())
            .toList();
    }

    private List<Wave> waves() {
        List<Wave> waves = new ArrayList<>();
        for (int wave = 0; wave < 1 + this.random.nextInt(3); wave++) {
            PlannedStep[] steps = new PlannedStep[this.random.nextInt(8)];
            for (int i = 0; i < steps.length; i++) {
                String[] after = new String[this.random.nextInt(3)];
                for (int link = 0; link < after.length; link++) {
                    after[link] = (this.random.nextBoolean() ? "ss:" : "") + wave + "-" + this.random.nextInt(i + 1)
                            + "+" + this.random.nextInt(20);
                }
                String own = wave + "-" + i + "+";
                steps[i] = step(wave + "-" + i, this.random.nextInt(30),
                        Arrays.stream(after)
                            .filter((link) -> !link.replace("ss:", "").startsWith(own))
                            .toArray(String[]::new));
                steps[i] = (this.random.nextInt(4) > 0) ? steps[i] : steps[i].startingAt(at(this.random.nextInt(200)));
            }
            List<PlannedStep> shuffled = new ArrayList<>(List.of(steps));
            Collections.shuffle(shuffled, this.random);
            waves.add(wave("w" + wave, this.random.nextInt(20), shuffled.toArray(PlannedStep[]::new)));
        }
        return waves;
    }

    private Actuals actuals(List<Wave> waves, Instant now) {
        Map<String, Actuals.Actual> steps = new HashMap<>();
        for (PlannedStep step : waves.get(0).steps()) {
            Instant started = START.plus(Duration.between(START, now).dividedBy(2));
            switch (this.random.nextInt(3)) {
                case 0 -> steps.put(step.key(), new Actuals.Actual(started, null));
                case 1 -> steps.put(step.key(), new Actuals.Actual(started, now));
                default -> {
                }
            }
        }
        return new Actuals(steps, Map.of());
    }

    private static Actuals.Actual done(int start, int end) {
        return new Actuals.Actual(at(start), at(end));
    }

    private static Instant at(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    static Wave wave(String key, int bake, PlannedStep... steps) {
        return new Wave(key, key, List.of(), null, List.of(steps), new Bake(bake, null, List.of()));
    }

    /** A step after others, such as {@code ss:other+15}. */
    static PlannedStep step(String key, int minutes, String... after) {
        List<StepLink> links = Arrays.stream(after).map((text) -> {
            String[] parts = text.replace("ss:", "").split("\\+");
            return new StepLink(parts[0], text.startsWith("ss:") ? LinkKind.START_START : LinkKind.FINISH_START,
                    (parts.length > 1) ? Integer.parseInt(parts[1]) : 0);
        }).toList();
        return new PlannedStep(key, key, StepKind.MANUAL, Role.OPERATIONS, "", minutes, links, null, false, false, null,
                StepWork.NONE);
    }

    /** Moves steps until nothing has to be moved any more; one may be delayed. */
    private static final class Naive {

        private final Map<String, Instant> starts = new LinkedHashMap<>();

        private final Map<String, Instant> ends = new LinkedHashMap<>();

        private Instant end = START;

        Naive(List<Wave> waves, Actuals actuals, @Nullable Instant now, String delayed, long by) {
            for (Wave wave : waves) {
                Instant gate = this.end;
                Instant done = gate;
                for (int round = 0; round <= wave.steps().size(); round++) {
                    for (PlannedStep step : wave.steps()) {
                        move(step, gate, actuals.steps().get(step.key()), now, step.key().equals(delayed) ? by : 0);
                    }
                }
                for (PlannedStep step : wave.steps()) {
                    done = latest(done, this.ends.get(step.key()));
                }
                this.end = latest(done.plus(Duration.ofMinutes(wave.bake().minutes())), now);
            }
        }

        private void move(PlannedStep step, Instant gate, Actuals.@Nullable Actual actual, @Nullable Instant now,
                long delay) {
            Instant start = gate;
            for (StepLink link : step.after()) {
                Instant from = ((link.kind() == LinkKind.START_START) ? this.starts : this.ends).get(link.step());
                start = latest(start, (from != null) ? from.plus(Duration.ofMinutes(link.lag())) : null);
            }
            start = latest(latest(start, step.notBefore()), now).plus(Duration.ofMinutes(delay));
            Instant end = start.plus(Duration.ofMinutes(step.minutes()));
            if (actual != null) {
                start = actual.startedAt();
                end = (actual.endedAt() != null) ? actual.endedAt()
                        : latest(start.plus(Duration.ofMinutes(step.minutes())), now);
            }
            this.starts.put(step.key(), start);
            this.ends.put(step.key(), end);
        }

        private static Instant latest(Instant one, @Nullable Instant other) {
            return (other == null || one.isAfter(other)) ? one : other;
        }

    }

}
