package io.slipway.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.deployment.board.RunMessage;
import io.slipway.deployment.board.RunStepNews;
import io.slipway.deployment.environment.EnvironmentFreed;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.schedule.FreezeChanged;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PlannedRelease;
import io.slipway.schedule.PlannedReleases;
import io.slipway.schedule.ScheduleFinding;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.StopBegan;
import io.slipway.schedule.StopEnded;
import io.slipway.schedule.Timeline;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells the owners of releases that a freeze hits their planned time, and everybody who
 * runs deployments that the line is stopped or released; whoever waited for an
 * environment that they have it now.
 */
@Component
class ScheduleNews {

    private static final int MOST_RELEASES = 2000;

    private static final List<Role> RUN_DEPLOYMENTS = List.of(Role.RELEASE_MANAGER, Role.DEPLOYMENT_MANAGER);

    private final ScheduleManagement schedule;

    private final ObjectProvider<PlannedReleases> planned;

    private final PersonDirectory people;

    private final NewsWords words;

    private final Outbox outbox;

    private final Clock clock;

    ScheduleNews(ScheduleManagement schedule, ObjectProvider<PlannedReleases> planned, PersonDirectory people,
            NewsWords words, Outbox outbox, Clock clock) {
        this.schedule = schedule;
        this.planned = planned;
        this.people = people;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(FreezeChanged event) {
        if (event.kind() == PeriodKind.WINDOW || event.change().equals("ended")) {
            return;
        }
        Instant now = this.clock.instant();
        Instant until = now.plus(Timeline.REACH);
        Timeline timeline = this.schedule.timeline(now, until);
        this.planned.stream()
            .flatMap((releases) -> releases.overlapping(now, until, MOST_RELEASES).stream())
            .forEach((release) -> findings(timeline, release).filter((finding) -> isAbout(finding, event.periodId()))
                .findFirst()
                .ifPresent((finding) -> hit(release, finding, event.periodId())));
    }

    private Stream<ScheduleFinding> findings(Timeline timeline, PlannedRelease release) {
        return this.schedule
            .verdict(timeline.rulings(release.slot(), false, release.freezeBinding()), release.slot(), null)
            .findings()
            .stream();
    }

    private static boolean isAbout(ScheduleFinding finding, long periodId) {
        return finding.rule().equals("freeze") && finding.link().endsWith("/" + periodId);
    }

    private void hit(PlannedRelease release, ScheduleFinding finding, long periodId) {
        String key = release.slot().releaseKey();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("freeze", finding.name()));
        Essentials.add(facts, "reason", finding.reason());
        facts.add(Fact.at("start", release.slot().start()));
        facts.add(Fact.at("end", release.slot().end()));
        this.outbox.tell(new Matter("freeze:" + periodId + ":" + key + ":" + release.slot().start().getEpochSecond(),
                NotificationKind.SCHEDULE, key, this.words.title("freeze", key, release.name()),
                this.words.text("freeze", key), facts, "/releases/" + key), List.of(release.owner()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(StopBegan event) {
        line("line-stopped", event.by(), event.at(), event.reason());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(StopEnded event) {
        line("line-released", event.by(), event.at(), event.reason());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(EnvironmentFreed event) {
        this.outbox.tell(
                new Matter("environment:" + event.hold(), NotificationKind.SCHEDULE, event.releaseKey(),
                        this.words.title("environment-freed", event.environment()),
                        this.words.text("environment-freed", event.environment()),
                        List.of(Fact.of("purpose", event.purpose())), "/environments/" + event.environment()),
                List.of(event.holder()));
    }

    /**
     * Who is next in a run, and what of it is late. What only rehearses says so first.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RunStepNews event) {
        boolean next = event.kind() == RunMessage.Kind.NEXT;
        String what = next ? "run-next" : "run-late";
        String title = this.words.title(what, event.name(), event.releaseKey());
        this.outbox.tell(
                new Matter(what + ":" + event.run() + ":" + event.step(), NotificationKind.SCHEDULE, event.releaseKey(),
                        event.rehearsal() ? this.words.title("rehearsal", title) : title, this.words.text(what),
                        List.of(Fact.at(next ? "begins" : "ends", event.due())), "/deployments/runs/" + event.run()),
                event.people());
    }

    private void line(String what, String by, Instant at, String reason) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("by", this.people.name(by)));
        Essentials.add(facts, "reason", reason);
        Set<String> told = new LinkedHashSet<>();
        RUN_DEPLOYMENTS
            .forEach((role) -> this.people.holding(role).stream().map(PersonSummary::userName).forEach(told::add));
        this.outbox.tell(new Matter(what + ":" + at.toEpochMilli(), NotificationKind.SCHEDULE, null,
                this.words.title(what), this.words.text(what), facts, "/releases"), told);
    }

}
