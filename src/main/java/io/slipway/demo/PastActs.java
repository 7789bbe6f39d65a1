package io.slipway.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.demo.PastRelease.Twist;
import io.slipway.identity.Acting;
import io.slipway.identity.people.DemoPeople;
import io.slipway.identity.people.DemoPerson;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.release.ReleaseManagement;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.stop.StopManagement;
import io.slipway.workflow.WorkItem;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the company's people do at each step of their past releases, whichever steps the
 * processes ask for: the usual thing, unless the story has another.
 */
@Component
@Profile("demo")
class PastActs {

    private static final String MANAGER = "release-manager";

    /** What a page's first button would be, by step; elsewhere it is the usual answer. */
    private static final List<String> USUAL = List.of("approve", "authorise", "confirm", "reviewed", "record", "end",
            "go");

    private static final List<String> FAILING = List.of("major|keepsWhatWasTyped|expected: <2> but was: <1>",
            "major|tellsWhatIsMissing|no message was shown");

    private final DemoPlot plot;

    private final DemoEvidence evidence;

    private final DemoMonitoring monitoring;

    private final DemoPaperwork paperwork;

    private final DemoPeople people;

    private final ReleaseManagement releases;

    private final PermitManagement permits;

    private final PeriodManagement periods;

    private final StopManagement line;

    private final Acting acting;

    PastActs(DemoPlot plot, DemoEvidence evidence, DemoMonitoring monitoring, DemoPaperwork paperwork,
            DemoPeople people, ReleaseManagement releases, PermitManagement permits, PeriodManagement periods,
            StopManagement line, Acting acting) {
        this.plot = plot;
        this.evidence = evidence;
        this.monitoring = monitoring;
        this.paperwork = paperwork;
        this.people = people;
        this.releases = releases;
        this.permits = permits;
        this.periods = periods;
        this.line = line;
        this.acting = acting;
    }

    void register(PastRelease story) {
        this.plot.register(story.release());
    }

    /**
     * Answers a step as the right person.
     * @param start when the deployment is to begin, as a plan would say it now
     * @param twist the answer that is not the usual one
     * @param before how often this step of the release was answered before
     */
    void answer(PastRelease story, WorkItem item, Instant start, Optional<Twist> twist, int before) {
        DemoRelease release = story.release();
        String step = step(item);
        String button = twist.map(Twist::what).orElse("");
        String reason = twist.map(Twist::text).orElse("");
        switch (step) {
            case "complete-plan" -> this.plot.writePlan(release, start, "submit");
            case "deliver-units" -> build(story, before);
            case "assess-test-results" ->
                this.plot.assess(release, failing(story, before) ? 2 : 0, or(button, "pass"), reason);
            case "rehearse-rollback" -> this.plot.rehearse(release, or(button, "succeeded"), reason);
            case "request-change" -> this.plot.requestChange(release, "The way back is known and was tried.");
            case "supply-information" -> this.plot.answer(release, or(reason, "As the plan says; we added it there."));
            case "announce-deployment" -> this.plot.announce(release);
            case "decide-go-no-go" -> this.plot.decideGo(release, or(button, "go"), reason);
            case "resolve-no-go" -> this.plot.resolveNoGo(release, or(reason, "What stood against it is done."));
            case "confirm-backups" -> this.plot.confirmBackups(release);
            case "deploy-package" -> this.plot.finish(release, or(button, "succeeded"), reason);
            case "verify-deployment" -> this.plot.verify(release, or(button, "verified"),
                    or(reason, "Smoke tests pass; error rate and response times are as yesterday."));
            case "decide-on-failure" -> this.plot.decideOnFailure(release, or(button, "retry"),
                    or(reason, "The cause is known and gone; there is time within the window."));
            case "roll-back-release" -> this.plot.rollBack(release);
            case "watch-release", "decide-on-exit" -> support(release, step, or(button, "exit"), reason);
            case "hold-review" -> review(story);
            case "confirm-configuration" -> this.plot.confirmConfiguration(release);
            default -> this.paperwork.complete(who(item), item, form(step, or(button, usual(item)), reason));
        }
    }

    /** Gives a release up, as its manager may at any time before it is deployed. */
    void cancel(PastRelease story, String reason) {
        this.acting.as(MANAGER, () -> this.releases.cancel(story.key(), reason));
    }

    void askForWaiver(PastRelease story, String reason) {
        this.evidence.askForWaiver(story.release(), reason, "Repaired with the next release of the same service.");
    }

    /** Asks for an exception from the freezes that are to come. */
    void askForException(PastRelease story, Instant start, String reason) {
        this.acting.as(MANAGER, () -> {
            List<String> freezes = this.periods.freezes()
                .stream()
                .filter((freeze) -> freeze.overAt().isAfter(start)
                        && freeze.overAt().isBefore(start.plus(PastCalendar.CLOSED)))
                .map((freeze) -> Long.toString(freeze.id()))
                .toList();
            this.permits.request(new PermitRequest(ScheduleManagement.EXCEPTION, story.key(), freezes, reason, "",
                    start.plus(Duration.ofHours(8)).truncatedTo(ChronoUnit.HOURS)));
        });
    }

    void stopTheLine(String reason) {
        this.acting.as("operations", () -> this.line.stop(reason));
    }

    void releaseTheLine(String reason) {
        this.acting.as(MANAGER, () -> this.line.release(reason));
    }

    void incidentOpens(PastRelease story, String subject, Twist twist) {
        this.monitoring.opens(story.release(), subject, twist.number(), twist.text());
    }

    void incidentEnds(PastRelease story, String subject) {
        this.monitoring.resolves(story.release(), subject);
    }

    static String step(WorkItem item) {
        return item.form().substring(item.form().indexOf('/') + 1);
    }

    private void build(PastRelease story, int before) {
        if (before > 0) {
            this.plot.deliver(story.release());
        }
        else if (failing(story, before)) {
            this.plot.buildFailing(story.release(), FAILING);
        }
        else {
            this.plot.build(story.release());
        }
    }

    /** Whether its tests fail in what is then waived. */
    private static boolean failing(PastRelease story, int before) {
        return before == 0 && story.twist("assess-test-results", "waiver").isPresent();
    }

    private void support(DemoRelease release, String step, String button, String reason) {
        if ("exit".equals(button)) {
            this.plot.endSupport(release, step, reason);
        }
        else {
            this.plot.complete("operations", release, step, button, Map.of("days", "3", "reason", reason));
        }
    }

    private void review(PastRelease story) {
        boolean back = this.releases.get(story.key()).rolledBackAt() != null;
        String verdict = back ? "FAILED" : (story.hadTrouble() ? "SUCCESSFUL_WITH_ISSUES" : "SUCCESSFUL");
        this.plot.holdReview(story.release(), verdict, or(story.happened(), "Live in one evening, as planned."),
                or(story.lessons(), "Nothing to change; keep the checks as they are."));
    }

    private static Map<String, Object> form(String step, String button, String reason) {
        Map<String, Object> fields = new HashMap<>(form(step, reason));
        fields.put("outcome", button);
        return fields;
    }

    private static Map<String, Object> form(String step, String reason) {
        return switch (step) {
            case "review-emergency-change" ->
                Map.of("verdict", "JUSTIFIED", "findings", "The fault was urgent, and the correction did nothing else.",
                        "prevention", "The acceptance tests look for it from now on.");
            case "review-freeze-exception", "confirm-follow-up" ->
                Map.of("worth", "yes", "result", "Done as promised; nothing was left open.");
            case "decide-on-early-end" ->
                Map.of("reason", or(reason, "The team is needed for the next release; operations knows it well."));
            case "approve-waiver", "approve-freeze-exception" ->
                Map.of("reason", or(reason, "It is known, it is watched, and it does not last."));
            default -> Map.of("reason", reason);
        };
    }

    private String who(WorkItem item) {
        return Stream.concat(Stream.ofNullable(item.assignee()),
                this.people.all().stream().filter((person) -> person.role() == item.role()).map(DemoPerson::userName))
            .filter((person) -> this.paperwork.mayComplete(person, item))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Nobody may do " + item.step() + " of " + item.businessKey()));
    }

    private String usual(WorkItem item) {
        return this.paperwork.button(item, USUAL);
    }

    private static String or(String told, String usual) {
        return told.isEmpty() ? usual : told;
    }

}
