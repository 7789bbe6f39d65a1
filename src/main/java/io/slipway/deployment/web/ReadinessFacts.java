package io.slipway.deployment.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.DeploymentReadiness;
import io.slipway.deployment.Readiness;
import io.slipway.deployment.Readiness.Condition;
import io.slipway.deployment.halt.HaltManagement;
import io.slipway.planning.collision.PlannedTimeFact;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.validation.ValidationFacts;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;

import org.springframework.stereotype.Component;

/**
 * What decides on a deployment: every condition of its start as it is now, what is in its
 * way at the planned time, how the attempts before went.
 */
@Component
class ReadinessFacts {

    private final DeploymentReadiness readiness;

    private final DeploymentManagement deployments;

    private final PlannedTimeFact time;

    private final ValidationFacts validation;

    private final HaltManagement halts;

    private final Times times;

    private final Messages words;

    ReadinessFacts(DeploymentReadiness readiness, DeploymentManagement deployments, PlannedTimeFact time,
            ValidationFacts validation, HaltManagement halts, Times times, Messages words) {
        this.readiness = readiness;
        this.deployments = deployments;
        this.time = time;
        this.validation = validation;
        this.halts = halts;
        this.times = times;
        this.words = words;
    }

    /** What speaks for and against a start, at the planned time and now. */
    List<DecidingFact> toStart(ReleaseDetails release) {
        return conditions(release, (condition) -> true);
    }

    /**
     * What speaks for and against a go: as for a start, with the package's own facts. The
     * backups follow the go and do not speak against it.
     */
    List<DecidingFact> toGo(ReleaseDetails release) {
        List<DecidingFact> facts = conditions(release, (condition) -> !condition.rule().equals("checklist-backups"));
        this.validation.of(release).stream().filter((fact) -> fact.weight() != Weight.GOOD).forEach(facts::add);
        return facts;
    }

    private List<DecidingFact> conditions(ReleaseDetails release, Predicate<Condition> which) {
        Readiness now = this.readiness.of(release);
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(this.time.of(release, now.planned()));
        now.conditions().stream().filter(which).map(this::fact).forEach(facts::add);
        this.deployments.newestOf(release.key()).ifPresent((attempt) -> facts.add(fact(release, attempt)));
        return facts;
    }

    /**
     * How the present attempt goes, for whoever runs it, verifies it or decides on its
     * failure, and what stops the line meanwhile.
     */
    List<DecidingFact> ofAttempt(ReleaseDetails release) {
        List<DecidingFact> facts = new ArrayList<>();
        this.halts.stopped()
            .map((reason) -> new DecidingFact(Weight.BAD, this.words.text("deployment.rule.stop-the-line"),
                    say("stopped", reason), "/schedule/stop"))
            .ifPresent(facts::add);
        Instant planned = release.plannedEnd();
        this.deployments.newestOf(release.key()).ifPresent((attempt) -> {
            facts.add(fact(release, attempt));
            if (planned != null) {
                Instant finished = attempt.run().finishedAt();
                boolean late = finished != null && finished.isAfter(planned);
                facts.add(new DecidingFact(late ? Weight.WARN : Weight.NOTE, say("window.label"),
                        say(late ? "window.over" : "window", this.times.withZone(planned)), page(release)));
            }
        });
        facts.add(this.validation.rehearsal(release));
        return facts;
    }

    private DecidingFact fact(ReleaseDetails release, DeploymentDetails attempt) {
        String status = this.words.text("deployment.status." + attempt.status());
        return new DecidingFact(attempt.status().failed() ? Weight.BAD : Weight.NOTE, say("attempt.label"),
                say("attempt", attempt.attempt(), status, this.times.withZone(attempt.run().startedAt())),
                page(release));
    }

    private DecidingFact fact(Condition condition) {
        Weight weight = switch (condition.verdict()) {
            case MET -> Weight.GOOD;
            case WARNING -> Weight.WARN;
            case UNMET -> Weight.BAD;
        };
        return new DecidingFact(weight, this.words.text("deployment.rule." + condition.rule()), condition.reason(),
                condition.link());
    }

    private static String page(ReleaseDetails release) {
        return "/releases/" + release.key() + "/deployment";
    }

    private String say(String key, Object... arguments) {
        return this.words.text("deployment.decide." + key, arguments);
    }

}
