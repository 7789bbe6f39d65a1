package io.slipway.workflow.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a past for process models and the figures of it, for tests of the pages that show
 * them. The past lies before 2010, where no other test's releases are.
 */
@Component
@Profile("test")
public class StatisticsDriver {

    private final StatisticsKeeper keeper;

    private final JdbcClient jdbc;

    StatisticsDriver(StatisticsKeeper keeper, JdbcClient jdbc) {
        this.keeper = keeper;
        this.jdbc = jdbc;
    }

    /** Has an element of a model passed so often on a day, each time longer. */
    public void pass(String process, String element, LocalDate day, int times, Duration step) {
        PastActivities past = new PastActivities(this.jdbc, process);
        for (int i = 1; i <= times; i++) {
            past.pass(element, day.atTime(12, 0), step.multipliedBy(i));
        }
    }

    /** Has an element of a model cancelled once. */
    public void cancel(String process, String element, LocalDateTime end) {
        new PastActivities(this.jdbc, process).cancel(element, end, Duration.ofHours(1));
    }

    /** Makes the figures of a day. */
    public void make(LocalDate day) {
        this.keeper.make(day, null);
    }

    /** Makes the figures of all days up to now, of what the portal has really done. */
    public void keepUp() {
        this.keeper.keepUp();
    }

    /** Leaves nothing of the past. */
    public void forget() {
        new PastActivities(this.jdbc, "PlanReleaseProcess").forget();
    }

}
