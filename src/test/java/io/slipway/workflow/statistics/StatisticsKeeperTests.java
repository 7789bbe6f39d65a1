package io.slipway.workflow.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Figures are made by whole days, as often as one likes, by as many nodes as there are,
 * and stay when the history goes.
 */
@SlipwayTest
class StatisticsKeeperTests {

    private static final LocalDate DAY = LocalDate.of(2003, 3, 10);

    private static final String STEP = "Task_CompletePlan";

    @Autowired
    StatisticsKeeper keeper;

    @Autowired
    StatisticsDays days;

    @Autowired
    StatisticsManagement statistics;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private PastActivities past;

    @BeforeEach
    void begin() {
        this.past = new PastActivities(this.jdbc, "PlanReleaseProcess");
    }

    @AfterEach
    void end() {
        this.past.forget();
    }

    @Test
    void counts() {
        this.past.pass(STEP, DAY.atTime(9, 0), Duration.ofHours(2));
        this.past.pass(STEP, DAY.atTime(10, 0), Duration.ofHours(3));
        this.past.pass(STEP, DAY.atTime(11, 0), Duration.ofHours(40));
        this.past.cancel(STEP, DAY.atTime(12, 0), Duration.ofDays(3));
        this.past.open(STEP, DAY.atTime(13, 0));
        this.past.pass("Gateway_PlanApproved", DAY.atTime(9, 0), Duration.ZERO);
        assertThat(this.keeper.make(DAY, null)).isTrue();
        ElementStatistics statistics = statistics(STEP, DAY, DAY);
        assertThat(statistics.passes()).isEqualTo(3);
        assertThat(statistics.cancelled()).isEqualTo(1);
        assertThat(statistics.total()).isEqualTo(Duration.ofHours(45));
        assertThat(statistics.median()).isBetween(Duration.ofMinutes(175), Duration.ofMinutes(185));
        assertThat(statistics.p90()).isBetween(Duration.ofHours(39), Duration.ofHours(41));
        assertThat(statistics("Gateway_PlanApproved", DAY, DAY).median()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void putsEachEndOnItsDayInUtc() {
        for (LocalDateTime end : List.of(DAY.atStartOfDay().minusNanos(1_000_000), DAY.atStartOfDay(),
                DAY.plusDays(1).atStartOfDay().minusNanos(1_000_000), DAY.plusDays(1).atStartOfDay())) {
            this.past.pass(STEP, end, Duration.ofHours(30));
        }
        for (int day = -1; day <= 1; day++) {
            this.keeper.make(DAY.plusDays(day), null);
        }
        assertThat(statistics(STEP, DAY.minusDays(1), DAY.minusDays(1)).passes()).isEqualTo(1);
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(2);
        assertThat(statistics(STEP, DAY.plusDays(1), DAY.plusDays(1)).passes()).isEqualTo(1);
        assertThat(statistics(STEP, DAY.minusDays(1), DAY.plusDays(1)).passes()).isEqualTo(4);
    }

    @Test
    void countsNothingTwice() {
        this.past.pass(STEP, DAY.atTime(9, 0), Duration.ofHours(2));
        this.keeper.make(DAY, null);
        this.past.pass(STEP, DAY.atTime(10, 0), Duration.ofHours(2));
        assertThat(this.keeper.make(DAY, null)).as("Somebody else made it first").isFalse();
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(1);
        assertThat(this.keeper.make(DAY, this.days.since(DAY).get(DAY))).isTrue();
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(2);
        assertThat(statistics(STEP, DAY, DAY).total()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void countsWhatComesLateUntilTheDayIsSettled() {
        this.clock.set(Instant.parse("2003-03-11T00:01:00Z"));
        this.past.pass(STEP, DAY.atTime(23, 59), Duration.ofHours(2));
        assertThat(keepUp(Duration.ofSeconds(10))).isEqualTo(2);
        this.past.pass(STEP, DAY.atTime(23, 59), Duration.ofHours(2));
        this.clock.set(Instant.parse("2003-03-11T00:03:00Z"));
        assertThat(keepUp(Duration.ofSeconds(10))).as("Still fresh").isZero();
        this.clock.set(Instant.parse("2003-03-11T01:01:00Z"));
        assertThat(keepUp(Duration.ofSeconds(10))).isEqualTo(2);
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(2);
        this.past.pass(STEP, DAY.atTime(23, 59), Duration.ofHours(2));
        this.clock.set(Instant.parse("2003-03-11T02:00:00Z"));
        assertThat(keepUp(Duration.ofSeconds(10))).as("Today only").isEqualTo(1);
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(2);
    }

    @Test
    void mendsWhatAWrongClockMade() {
        this.past.pass(STEP, DAY.atTime(9, 0), Duration.ofHours(2));
        this.clock.set(Instant.parse("2003-06-01T12:00:00Z"));
        keepUp(Duration.ofSeconds(10));
        this.past.pass(STEP, DAY.atTime(20, 0), Duration.ofHours(2));
        this.clock.set(Instant.parse("2003-03-10T21:00:00Z"));
        keepUp(Duration.ofSeconds(10));
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(2);
    }

    @Test
    void keepsStatisticsOfAHistoryThatIsCleanedUp() {
        this.clock.set(Instant.parse("2003-03-12T12:00:00Z"));
        this.past.pass(STEP, DAY.atTime(9, 0), Duration.ofHours(2));
        keepUp(Duration.ofSeconds(10));
        this.past.cleanUp();
        this.clock.set(Instant.parse("2003-03-13T12:00:00Z"));
        keepUp(Duration.ofSeconds(10));
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(1);
    }

    @Test
    void beginsWithTheNewestDayAndSaysHowFarItGot() {
        for (int back = 0; back < 5; back++) {
            this.past.pass(STEP, DAY.minusDays(back).atTime(9, 0), Duration.ofHours(2));
        }
        this.clock.set(Instant.parse("2003-03-10T12:00:00Z"));
        for (int run = 0; run < 4; run++) {
            assertThat(keepUp(DAY.minusDays(4), Duration.ZERO)).as("At least one day in each run").isEqualTo(1);
            PeriodStatistics found = this.statistics.of(List.of(this.past.definition()), DAY.minusDays(4), DAY);
            assertThat(found.completeFrom()).isEqualTo(DAY.minusDays(run));
            assertThat(found.filling()).isTrue();
            assertThat(found.partial()).isTrue();
            assertThat(found.asOf()).isBeforeOrEqualTo(this.clock.instant());
        }
        keepUp(DAY.minusDays(4), Duration.ZERO);
        PeriodStatistics found = this.statistics.of(List.of(this.past.definition()), DAY.minusDays(4), DAY);
        assertThat(found.filling()).isFalse();
        assertThat(found.elements()).singleElement().satisfies((one) -> assertThat(one.passes()).isEqualTo(5));
    }

    @Test
    void letsOneOfSeveralNodesMakeADay() throws Exception {
        for (int i = 0; i < 200; i++) {
            this.past.pass(STEP, DAY.atTime(9, 0), Duration.ofMinutes(i));
        }
        assertThat(atOnce(() -> this.keeper.make(DAY, null))).containsExactlyInAnyOrder(true, false, false);
        Instant seen = this.days.since(DAY).get(DAY);
        this.clock.advance(Duration.ofSeconds(1));
        assertThat(atOnce(() -> this.keeper.make(DAY, seen))).containsExactlyInAnyOrder(true, false, false);
        assertThat(statistics(STEP, DAY, DAY).passes()).isEqualTo(200);
    }

    @Test
    void readsByIndex() {
        for (int i = 0; i < 50; i++) {
            this.past.pass(STEP, DAY.plusDays(i % 5).atTime(9, 0), Duration.ofMinutes(i));
        }
        for (int day = 0; day < 5; day++) {
            this.keeper.make(DAY.plusDays(day), null);
        }
        assertThat(this.jdbc.sql("explain " + StatisticsKeeper.COUNT)
            .params(Map.of("day", DAY, "width", 1.0, "from", DAY.atStartOfDay(), "to", DAY.plusDays(1).atStartOfDay()))
            .query()
            .listOfRows()).filteredOn((row) -> row.get("table").toString().startsWith("ACT_HI"))
            .singleElement()
            .satisfies((row) -> assertThat(row.get("key")).isEqualTo("ACT_IDX_HI_ACT_INST_END"));
        List<Map<String, Object>> read = this.jdbc.sql("explain " + StatisticsManagement.READ)
            .params(Map.of("definitions", List.of(this.past.definition(), "another"), "from", DAY, "to",
                    DAY.plusDays(4)))
            .query()
            .listOfRows();
        assertThat(read).filteredOn((row) -> "f".equals(row.get("table"))).singleElement().satisfies((row) -> {
            assertThat(row.get("type")).isEqualTo("ref");
            assertThat(row.get("key")).isEqualTo("PRIMARY");
            assertThat(row.get("key_len").toString()).as("day and version").isEqualTo("261");
        });
    }

    private int keepUp(Duration time) {
        return keepUp(DAY, time);
    }

    private int keepUp(LocalDate first, Duration time) {
        return this.keeper.keepUp(first, time);
    }

    private ElementStatistics statistics(String element, LocalDate from, LocalDate to) {
        return this.statistics.of(List.of(this.past.definition()), from, to)
            .elements()
            .stream()
            .filter((one) -> one.element().equals(element))
            .findFirst()
            .orElseThrow();
    }

    private static List<Boolean> atOnce(Callable<Boolean> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CyclicBarrier start = new CyclicBarrier(3);
        try {
            Callable<Boolean> together = () -> {
                start.await();
                return act.call();
            };
            List<Future<Boolean>> running = threads.invokeAll(List.of(together, together, together));
            return List.of(running.get(0).get(), running.get(1).get(), running.get(2).get());
        }
        finally {
            threads.shutdownNow();
        }
    }

}
