package io.slipway.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.change.ChangeDecided;
import io.slipway.change.ChangeOverdue;
import io.slipway.deployment.ReleaseDeployed;
import io.slipway.deployment.pipeline.AttemptHeld;
import io.slipway.deployment.pipeline.AttemptOverdue;
import io.slipway.deployment.pipeline.PipelineAttempt;
import io.slipway.deployment.pipeline.PipelineAttempts;
import io.slipway.deployment.rollback.RollbackCriterionMet;
import io.slipway.deployment.rollback.RollbackDeadlineNear;
import io.slipway.deployment.rollback.RollbackEscalated;
import io.slipway.earlylife.incident.IncidentOpened;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.packaging.ArtifactMissing;
import io.slipway.packaging.PackageReopened;
import io.slipway.planning.PlanAmended;
import io.slipway.planning.PlanApprovalOverdue;
import io.slipway.planning.PlanApproved;
import io.slipway.planning.PlanRejected;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseClosed;
import io.slipway.release.ReleaseRolledBack;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells the release manager, and all whom a plan names, what was decided on a release and
 * what became of it.
 */
@Component
class ReleaseNews {

    private final Essentials essentials;

    private final PipelineAttempts attempts;

    private final PersonDirectory people;

    private final NewsWords words;

    private final Outbox outbox;

    ReleaseNews(Essentials essentials, PipelineAttempts attempts, PersonDirectory people, NewsWords words,
            Outbox outbox) {
        this.essentials = essentials;
        this.attempts = attempts;
        this.people = people;
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PlanApproved event) {
        tell("plan-approved", Integer.toString(event.revision()), event.key(), "plan", null);
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PlanRejected event) {
        tell("plan-rejected", event.revision() + ":" + event.by(), event.key(), "plan", event.reason());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ReleaseDeployed event) {
        tell("released", Integer.toString(event.attempt()), event.releaseKey(), "deployment", null);
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(AttemptHeld event) {
        attempt("attempt-held", event.attemptId());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(AttemptOverdue event) {
        attempt("attempt-overdue", event.attemptId());
    }

    /** Who ordered it knows, and all who may say how it ended. */
    private void attempt(String what, String id) {
        PipelineAttempt attempt = this.attempts.get(id);
        Set<String> told = new LinkedHashSet<>();
        this.people.find(attempt.orderedBy()).map(PersonSummary::userName).ifPresent(told::add);
        this.people.holding(Role.DEPLOYMENT_MANAGER).stream().map(PersonSummary::userName).forEach(told::add);
        List<Fact> facts = new ArrayList<>();
        Essentials.add(facts, "reason", attempt.reason());
        this.outbox.tell(new Matter(what + ":" + id + ":" + attempt.state(), NotificationKind.DECISION,
                attempt.releaseKey(), this.words.title(what, attempt.pipeline(), attempt.environment()),
                this.words.text(what, attempt.pipeline(), attempt.environment()), facts, "/deployments/attempts/" + id),
                told);
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ReleaseRolledBack event) {
        tell("rolled-back", "", event.key(), "deployment", event.reason());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ReleaseCancelled event) {
        tell("cancelled", "", event.key(), "plan", event.reason());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ReleaseClosed event) {
        tell("closed", "", event.key(), "review", null);
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ChangeDecided event) {
        tell(event.authorised() ? "change-authorised" : "change-rejected", event.number(), event.releaseKey(), "change",
                event.reason());
    }

    /** Nobody decided in time: those who coordinate are told, and nothing is decided. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ChangeOverdue event) {
        tell("change-overdue", event.number(), event.releaseKey(), "change", null, managers());
    }

    /** Approvals are missing though their time is over: that approves nothing. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PlanApprovalOverdue event) {
        this.essentials.release(event.key())
            .ifPresent((release) -> tell("plan-overdue", Integer.toString(this.essentials.plan(release).revision()),
                    event.key(), "plan", null, managers()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PlanAmended event) {
        this.essentials.release(event.key()).ifPresent((release) -> {
            String what = event.planVoid() ? "plan-amended-void"
                    : event.changeVoid() ? "plan-amended-change" : "plan-amended";
            tell(what, String.valueOf(this.essentials.plan(release).digest()), event.key(), "plan", null, Set.of());
        });
    }

    /** Whoever decided on the package has to decide again. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(PackageReopened event) {
        tell("package-reopened", Integer.toString(event.version()), event.key(), "package", event.reason());
    }

    /** What is gone cannot be deployed; told once for each time that it is deleted. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ArtifactMissing event) {
        tell("artifact-missing", event.digest().substring(0, 12) + ":" + event.deletedAt().toEpochMilli(), event.key(),
                "package", event.unit() + ": " + event.source());
    }

    /** Whoever watches over what is live is told as well, once for each incident. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(IncidentOpened event) {
        String what = (event.description() != null) ? event.subject() + ": " + event.description() : event.subject();
        tell("incident", Long.toString(event.id()), event.release(), "support", what, holding(Role.OPERATIONS));
    }

    /** Once for each run, before it is too late. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RollbackDeadlineNear event) {
        tell("rollback-deadline", Long.toString(event.runId()), event.releaseKey(), "deployment", null,
                holding(Role.DEPLOYMENT_MANAGER));
    }

    /** What was agreed as a reason to roll back has come about. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RollbackCriterionMet event) {
        tell("criterion-met", event.check(), event.releaseKey(), "deployment", event.wave() + ": " + event.reason(),
                holding(Role.DEPLOYMENT_MANAGER));
    }

    /** Who answers for the service is called for help as well. */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RollbackEscalated event) {
        Set<String> called = new LinkedHashSet<>(managers());
        called.addAll(holding(Role.SERVICE_OWNER));
        tell("rollback-escalated", Long.toString(event.at().toEpochMilli()), event.releaseKey(), "deployment",
                event.reason(), called);
    }

    private Set<String> managers() {
        return holding(Role.RELEASE_MANAGER);
    }

    private Set<String> holding(Role role) {
        return this.people.holding(role).stream().map(PersonSummary::userName).collect(Collectors.toSet());
    }

    private void tell(String what, String which, String key, String tab, @Nullable String reason) {
        tell(what, which, key, tab, reason, Set.of());
    }

    private void tell(String what, String which, String key, String tab, @Nullable String reason, Set<String> also) {
        this.essentials.release(key).ifPresent((release) -> {
            List<Fact> facts = new ArrayList<>();
            Essentials.add(facts, "reason", reason);
            facts.addAll(this.essentials.of(release));
            Set<String> told = new LinkedHashSet<>(this.essentials.people(release));
            told.addAll(also);
            this.outbox.tell(new Matter(what + ":" + key + ":" + which, NotificationKind.DECISION, key,
                    this.words.title(what, key, release.name()), this.words.text(what, key, release.name()), facts,
                    "/releases/" + key + "/" + tab), told);
        });
    }

}
