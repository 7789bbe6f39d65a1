package io.slipway.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.Acting;
import io.slipway.identity.people.DemoPeople;
import io.slipway.input.NotFoundException;
import io.slipway.notification.NotificationManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.job.JobsByHand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The company's past year, told on a clock that runs ahead through the services that
 * people use, while the portal is already open to them. Until it is told, one thread does
 * the engine's jobs, and what the portal does by the hour waits.
 */
@Component
@Profile("demo")
class DemoPast {

    private static final Logger log = LoggerFactory.getLogger(DemoPast.class);

    /** Days before the first start on which it begins. */
    static final int DAYS = 360;

    /** Days before the first start on which somebody looked at all items. */
    private static final int CONFIRMED = 33;

    private final PastPlayer player;

    private final PastCalendar calendar;

    private final DemoItems items;

    private final DemoPeople people;

    private final ReleaseManagement releases;

    private final NotificationManagement notifications;

    private final Acting acting;

    private final ToldClock clock;

    private final JobsByHand jobs;

    private final ThreadPoolTaskScheduler scheduler;

    private final JdbcClient jdbc;

    private final List<PastRelease> stories;

    DemoPast(PastPlayer player, PastCalendar calendar, DemoItems items, DemoPeople people, ReleaseManagement releases,
            NotificationManagement notifications, Acting acting, ToldClock clock, JobsByHand jobs,
            ThreadPoolTaskScheduler scheduler, JdbcClient jdbc, @Value("${slipway.demo.past}") Resource stories) {
        this.player = player;
        this.calendar = calendar;
        this.items = items;
        this.people = people;
        this.releases = releases;
        this.notifications = notifications;
        this.acting = acting;
        this.clock = clock;
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.stories = PastRelease.read(stories);
    }

    /** Whether a release is one of the past. */
    boolean has(String key) {
        return this.stories.stream().anyMatch((story) -> story.key().equals(key));
    }

    /** How many releases of the past have ended. */
    int told() {
        return this.player.ended();
    }

    /** How many releases the past has. */
    int releases() {
        return this.stories.size();
    }

    /**
     * Tells what is missing of it: all of it at the first start, nothing once it is told.
     * Refuses to go on, with a {@code CancellationException}, when the portal stops.
     */
    void tell() {
        Map<String, ReleaseDetails> found = this.stories.stream()
            .flatMap((story) -> find(story.key()).stream())
            .collect(Collectors.toMap(ReleaseDetails::key, Function.identity()));
        if (found.size() == this.stories.size()
                && found.values().stream().allMatch((release) -> release.endedAt() != null)) {
            return;
        }
        long begin = System.nanoTime();
        this.jobs.begin();
        this.scheduler.stop();
        try {
            tell(found);
            this.clock.end();
            this.items.neglect();
            log.info("The demo company's past is told: {} of {} releases in {} s", this.player.ended(), releases(),
                    (System.nanoTime() - begin) / 1_000_000_000);
        }
        finally {
            this.clock.end();
            this.scheduler.start();
            this.jobs.end();
        }
    }

    private void tell(Map<String, ReleaseDetails> found) {
        Instant now = this.clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.clock.tell(toldUntil().orElse(today.minusDays(DAYS).atTime(8, 2).toInstant(ZoneOffset.UTC)));
        if (found.isEmpty()) {
            this.items.register();
            this.calendar.open(today, DAYS);
            this.player.at(today.minusDays(CONFIRMED).atTime(9, 40).toInstant(ZoneOffset.UTC), this.items::confirm);
        }
        this.stories.forEach((story) -> this.player.take(story, today, Optional.ofNullable(found.get(story.key()))));
        this.player.play(now.minus(1, ChronoUnit.HOURS));
        this.people.all().forEach((person) -> this.acting.as(person.userName(), this.notifications::readAll));
    }

    /** Up to when an earlier start has told it. */
    private Optional<Instant> toldUntil() {
        return this.jdbc.sql("""
                select at from audit_entries where made_for_demo and release_key in (:keys)
                 order by sequence desc limit 1""")
            .param("keys", this.stories.stream().map(PastRelease::key).toList())
            .query(Instant.class)
            .optional();
    }

    private Optional<ReleaseDetails> find(String key) {
        try {
            return Optional.of(this.releases.get(key));
        }
        catch (NotFoundException ex) {
            return Optional.empty();
        }
    }

}
