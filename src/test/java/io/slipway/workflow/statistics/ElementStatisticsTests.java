package io.slipway.workflow.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Figures of days and versions add up to those of a period, to the precision promised.
 */
@SlipwayTest
class ElementStatisticsTests {

    private static final LocalDate DAY = LocalDate.of(2004, 5, 3);

    @Autowired
    StatisticsKeeper keeper;

    @Autowired
    StatisticsManagement statistics;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        new PastActivities(this.jdbc, "PlanReleaseProcess").forget();
    }

    @Test
    void agreeWithTheExactOnesOverAnyPeriod() {
        PastActivities past = new PastActivities(this.jdbc, "BuildPackageProcess");
        Random random = new Random(20040503);
        long[] durations = IntStream.range(0, 400).mapToLong((number) -> {
            long millis = (long) Math.exp(random.nextDouble() * Math.log(2e9));
            past.pass("Task_DeliverUnits", DAY.plusDays(random.nextInt(10)).atTime(random.nextInt(24), 0),
                    Duration.ofMillis(millis));
            return millis;
        }).sorted().toArray();
        for (int day = 0; day < 10; day++) {
            this.keeper.make(DAY.plusDays(day), null);
        }
        ElementStatistics found = this.statistics.of(List.of(past.definition()), DAY, DAY.plusDays(9))
            .elements()
            .get(0);
        assertThat(found.passes()).isEqualTo(400);
        assertClose(found.median(), durations[199]);
        assertClose(found.p90(), durations[359]);
        assertThat(found.total().toMillis()).isEqualTo(IntStream.range(0, 400).mapToLong((i) -> durations[i]).sum());
    }

    @Test
    void addVersionsUp() {
        PastActivities one = new PastActivities(this.jdbc, "BuildPackageProcess");
        PastActivities other = new PastActivities(this.jdbc, "PlanReleaseProcess");
        one.pass("Task_Same", DAY.atTime(9, 0), Duration.ofHours(1));
        other.pass("Task_Same", DAY.atTime(9, 0), Duration.ofHours(3));
        other.pass("Task_Same#multiInstanceBody", DAY.atTime(9, 0), Duration.ofHours(3));
        this.keeper.make(DAY, null);
        List<ElementStatistics> found = this.statistics.of(List.of(one.definition(), other.definition()), DAY, DAY)
            .elements();
        assertThat(found).extracting(ElementStatistics::passes).containsExactly(2L, 1L);
        assertThat(found.get(1).together()).isTrue();
        assertThat(found.get(1).drawn()).isEqualTo("Task_Same");
        assertThat(this.statistics.of(List.of(one.definition()), DAY, DAY).elements()).singleElement()
            .satisfies((statistics) -> assertThat(statistics.passes()).isEqualTo(1));
    }

    @Test
    void areEmptyWhereNothingHappened() {
        PastActivities past = new PastActivities(this.jdbc, "BuildPackageProcess");
        assertThat(this.statistics.of(List.of(past.definition()), DAY, DAY.plusDays(3)).elements()).isEmpty();
    }

    private static void assertClose(Duration found, long exact) {
        assertThat((double) found.toMillis()).isBetween(exact * (1 - PeriodStatistics.PRECISION) - 1,
                exact * (1 + PeriodStatistics.PRECISION) + 1);
    }

}
