package io.slipway.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.slipway.demo.PastRelease.Twist;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportDetails;
import io.slipway.notification.Announcements;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the past of all releases at once, each act at its told time and in the order of
 * these times, with the engine's jobs and timers between them. Which step comes next the
 * processes say; when it is answered, its pace and the story.
 */
@Component
@Profile("demo")
class PastPlayer {

    private static final Logger log = LoggerFactory.getLogger(PastPlayer.class);

    /** After so many vain attempts at a step its release is given up. */
    private static final int ATTEMPTS = 5;

    private final PastActs acts;

    private final PastCalendar calendar;

    private final ToldClock clock;

    private final PastJobs jobs;

    private final Announcements announcements;

    private final WorkItems workItems;

    private final ReleaseManagement releases;

    private final EarlyLifeManagement support;

    private final DemoPaperwork paperwork;

    private final PriorityQueue<Act> queue = new PriorityQueue<>(
            Comparator.comparing(Act::at).thenComparing(Act::number));

    private final Map<String, PastRelease> stories = new LinkedHashMap<>();

    private final Map<String, Instant> starts = new HashMap<>();

    private final Map<String, Integer> times = new HashMap<>();

    private final Set<String> known = new HashSet<>();

    private int number;

    private volatile int ended;

    PastPlayer(PastActs acts, PastCalendar calendar, ToldClock clock, PastJobs jobs, Announcements announcements,
            WorkItems workItems, ReleaseManagement releases, EarlyLifeManagement support, DemoPaperwork paperwork) {
        this.acts = acts;
        this.calendar = calendar;
        this.clock = clock;
        this.jobs = jobs;
        this.announcements = announcements;
        this.workItems = workItems;
        this.releases = releases;
        this.support = support;
        this.paperwork = paperwork;
    }

    /**
     * Takes a release into the past: it is registered when its story begins, or goes on
     * where it stands.
     * @param day the day of the first start
     * @param found the release, if an earlier start came as far
     */
    void take(PastRelease story, LocalDate day, Optional<ReleaseDetails> found) {
        this.stories.put(story.key(), story);
        this.starts.put(story.key(),
                found.map(ReleaseDetails::plannedStart)
                    .orElseGet(() -> this.calendar.evening(day, day.plusDays(story.release().startsInDays()),
                            story.twist("deliver-units", "exception").isPresent())));
        if (found.isPresent()) {
            this.workItems.decisionsOf(story.key())
                .forEach((item) -> this.times.merge(story.key() + "/" + PastActs.step(item), 1, Integer::sum));
            beside(this.clock.instant(), story.key(), () -> {
            });
        }
        else {
            Instant morning = day.minusDays(story.begins()).atTime(8, 20).toInstant(ZoneOffset.UTC);
            step(PastPace.atWork(story, morning.plus(PastPace.of(story, "register", 0), ChronoUnit.MINUTES)),
                    story.key(), () -> this.acts.register(story));
        }
    }

    /** Adds something that happens to no release. */
    void at(Instant at, Runnable code) {
        beside(at, "", code);
    }

    /**
     * Plays acts and timers by their times, until none is left before the present.
     * Refuses to go on, with a {@code CancellationException}, when the portal stops.
     */
    void play(Instant until) {
        boolean more = true;
        while (more) {
            this.paperwork.goOn();
            Optional<Act> act = Optional.ofNullable(this.queue.peek()).filter((one) -> one.at().isBefore(until));
            Optional<Instant> timer = this.jobs.next(act.map(Act::at).orElse(until));
            if (timer.isPresent()) {
                this.clock.tell(timer.get());
                settle("");
            }
            else if (act.isPresent()) {
                this.clock.tell(act.get().at());
                perform(this.queue.remove());
                settle(act.get().release());
                this.announcements.sendDue();
            }
            this.jobs.present(this.stories::containsKey);
            more = timer.isPresent() || act.isPresent();
        }
    }

    /** How many of the releases have ended. */
    int ended() {
        return this.ended;
    }

    private void perform(Act act) {
        try {
            act.code().run();
        }
        catch (CancellationException ex) {
            throw ex;
        }
        catch (RuntimeException ex) {
            log.debug("The past of {} takes another way", act.release(), ex);
            again(act, ex);
        }
    }

    /** Tries a step again on the next evening, and gives its release up in the end. */
    private void again(Act act, RuntimeException failure) {
        if (!act.needed() || act.attempt() > ATTEMPTS) {
            log.warn("In the past of {} something did not happen", act.release(), failure);
            return;
        }
        boolean givenUp = act.attempt() == ATTEMPTS;
        Runnable code = givenUp ? () -> this.acts.cancel(this.stories.get(act.release()), "It missed its time.")
                : act.code();
        this.queue.add(new Act(PastCalendar.nextEvening(this.clock.instant()), this.number++, act.attempt() + 1, true,
                act.release(), code));
    }

    /**
     * Does the jobs that are due, and plans the answers to the steps that they opened.
     */
    private void settle(String release) {
        Set<String> touched = this.jobs.settle(this.stories::containsKey);
        touched.add(release);
        touched.stream().map(this.stories::get).filter(Objects::nonNull).forEach(this::look);
    }

    private void look(PastRelease story) {
        List<WorkItem> open = this.workItems.openOf(story.key());
        open.stream().filter((item) -> this.known.add(item.id())).forEach((item) -> plan(story, item));
        if (open.isEmpty() && this.releases.get(story.key()).endedAt() != null
                && this.known.add("ended/" + story.key())) {
            this.ended = this.ended + 1;
        }
    }

    private void plan(PastRelease story, WorkItem item) {
        String step = PastActs.step(item);
        int before = this.times.merge(story.key() + "/" + step, 1, Integer::sum) - 1;
        Optional<Twist> twist = story.answer(step, before);
        if (before == 0) {
            beside(story, step);
        }
        Instant at = PastPace.answered(story, step, before, twist, this.clock.instant(), start(story),
                this.support.ofRelease(story.key()).map(SupportDetails::endsAt));
        if (at != null) {
            step(at, story.key(), () -> {
                if (this.workItems.get(item.id()).open()) {
                    this.acts.answer(story, item, start(story), twist, before);
                }
            });
        }
    }

    /** What happens while a step is open, besides its answer. */
    private void beside(PastRelease story, String step) {
        Instant now = this.clock.instant();
        for (Twist twist : story.plot()) {
            if (!twist.step().equals(step)) {
                continue;
            }
            int minutes = PastPace.of(story, twist.text(), 0);
            switch (twist.what()) {
                case "waiver" -> beside(PastCalendar.atWork(now.plus(minutes, ChronoUnit.MINUTES)), story.key(),
                        () -> this.acts.askForWaiver(story, twist.text()));
                case "exception" -> beside(PastCalendar.atWork(now.plus(minutes, ChronoUnit.MINUTES)), story.key(),
                        () -> this.acts.askForException(story, start(story), twist.text()));
                case "cancel" -> beside(PastCalendar.atWork(now.plus(minutes + 1200L, ChronoUnit.MINUTES)), story.key(),
                        () -> this.acts.cancel(story, twist.text()));
                case "stop" -> {
                    at(start(story).plus(1, ChronoUnit.MINUTES), () -> this.acts.stopTheLine(twist.text()));
                    at(start(story).plus(PastPace.STOPPED),
                            () -> this.acts.releaseTheLine("The cause is found and gone; releases may go on."));
                }
                case "incident" -> {
                    String subject = "INC-" + (20000 + Math.floorMod(twist.text().hashCode(), 9000));
                    Instant opens = now.plus(4L * minutes, ChronoUnit.MINUTES);
                    beside(opens, story.key(), () -> this.acts.incidentOpens(story, subject, twist));
                    beside(opens.plus(40 + minutes / 2, ChronoUnit.MINUTES), story.key(),
                            () -> this.acts.incidentEnds(story, subject));
                }
                default -> {
                }
            }
        }
    }

    private Instant start(PastRelease story) {
        return this.starts.get(story.key());
    }

    /** Adds something that happens beside the steps. */
    private void beside(Instant at, String release, Runnable code) {
        this.queue.add(new Act(told(at), this.number++, 0, false, release, code));
    }

    /** Adds a step, without which its release does not go on. */
    private void step(Instant at, String release, Runnable code) {
        this.queue.add(new Act(told(at), this.number++, 0, true, release, code));
    }

    /** Nobody acts at full minutes only. */
    private Instant told(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).plus(Math.floorMod(this.number * 17L, 59), ChronoUnit.SECONDS);
    }

    /**
     * One thing that happens.
     *
     * @param number in the order in which it was planned
     * @param attempt how often it was tried before
     * @param needed whether its release does not go on without it
     * @param release key of the release; empty for none
     */
    private record Act(Instant at, int number, int attempt, boolean needed, String release, Runnable code) {
    }

}
