package io.slipway.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.DeploymentStatus;
import io.slipway.earlylife.EarlyEnd;
import io.slipway.earlylife.EarlyLifeManagement;
import io.slipway.earlylife.SupportDetails;
import io.slipway.earlylife.SupportStatus;
import io.slipway.identity.PersonDirectory;
import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitStatus;
import io.slipway.release.ReleaseDetails;
import io.slipway.review.Deviation.Kind;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.validation.ValidationManagement;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.gate.GateManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells how a release ended, from what plan, deployments, evidence, permits and early
 * life support say of it. Nothing comfortable: whatever differed is named.
 */
@Service
@Transactional(readOnly = true)
public class OutcomeManagement {

    /** A permit that was granted, whatever became of it later. */
    private static final Set<PermitStatus> USED = Set.of(PermitStatus.GRANTED, PermitStatus.EXPIRED,
            PermitStatus.CLOSED);

    private final DeploymentManagement deployments;

    private final EarlyLifeManagement earlyLife;

    private final ReviewManagement reviews;

    private final ValidationManagement validation;

    private final EvidenceManagement evidence;

    private final PermitManagement permits;

    private final Standstills standstills;

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    OutcomeManagement(DeploymentManagement deployments, EarlyLifeManagement earlyLife, ReviewManagement reviews,
            ValidationManagement validation, EvidenceManagement evidence, PermitManagement permits,
            Standstills standstills, PersonDirectory people, Times times, Messages words) {
        this.deployments = deployments;
        this.earlyLife = earlyLife;
        this.reviews = reviews;
        this.validation = validation;
        this.evidence = evidence;
        this.permits = permits;
        this.standstills = standstills;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    /**
     * How a release ended, or how it stands if it has not.
     * @return the outcome; without verdict before its review is held
     */
    public ReleaseOutcome of(ReleaseDetails release) {
        List<DeploymentDetails> attempts = this.deployments.ofRelease(release.key());
        SupportDetails support = this.earlyLife.ofRelease(release.key()).orElse(null);
        ReviewDetails review = this.reviews.ofRelease(release.key()).orElse(null);
        ReviewFindings findings = (review != null) ? review.findings() : null;
        DeploymentDetails last = attempts.isEmpty() ? null : attempts.get(0);
        return new ReleaseOutcome((findings != null) ? findings.verdict() : null, this.reviews.asked(release),
                (review != null && review.status() == ReviewStatus.CONFIRMED) ? review.decidedBy() : null,
                (last != null) ? last.run().startedAt() : null, (last != null) ? last.run().finishedAt() : null,
                (support != null) ? support.decidedAt() : null, (support != null) ? support.endsAt() : null,
                attempts.size(), deviations(release, attempts, support));
    }

    /**
     * In which ways a release differed from its plan and from what the rules ask.
     * @return the deviations, the gravest first; empty if there are none
     */
    public List<Deviation> deviations(ReleaseDetails release) {
        return deviations(release, this.deployments.ofRelease(release.key()),
                this.earlyLife.ofRelease(release.key()).orElse(null));
    }

    /**
     * What happened to a release, in sentences with which its review may begin.
     * @return one line for each deviation; that there was none otherwise
     */
    public String told(ReleaseDetails release) {
        List<Deviation> deviations = deviations(release);
        return deviations.isEmpty() ? this.words.text("review.outcome.no-deviation")
                : deviations.stream()
                    .map((one) -> this.words.text("review.deviation." + one.kind()) + ": " + one.reason())
                    .collect(Collectors.joining("\n"));
    }

    private List<Deviation> deviations(ReleaseDetails release, List<DeploymentDetails> attempts,
            @Nullable SupportDetails support) {
        List<Deviation> found = new ArrayList<>();
        if (release.rolledBackAt() != null) {
            add(found, Kind.ROLLED_BACK, at(release.rolledBackAt()),
                    Objects.requireNonNullElse(release.endReason(), ""));
        }
        attempts.forEach((attempt) -> attempt(release, attempt, found));
        found.addAll(this.standstills.of(release.key(), attempts, release.endedAt()));
        tests(release, found);
        permits(release, found);
        if (support != null) {
            support(support, found);
        }
        found.sort(Comparator.comparing(Deviation::kind));
        return List.copyOf(found);
    }

    private void attempt(ReleaseDetails release, DeploymentDetails attempt, List<Deviation> found) {
        Instant started = attempt.run().startedAt();
        Instant finished = attempt.run().finishedAt();
        Instant from = release.plannedStart();
        Instant to = release.plannedEnd();
        if (attempt.status() == DeploymentStatus.RETRIED || attempt.status().failed()) {
            add(found, Kind.FAILED_ATTEMPT, attempt.attempt(), at(started),
                    (attempt.decision() != null) ? attempt.decision().text() : "");
        }
        if (from != null && to != null && (started.isBefore(from) || !started.isBefore(to))) {
            add(found, Kind.STARTED_OUTSIDE, at(started), this.times.format(from), at(to));
        }
        else if (to != null && finished != null && finished.isAfter(to)) {
            add(found, Kind.FINISHED_LATE, at(finished), at(to));
        }
    }

    private void tests(ReleaseDetails release, List<Deviation> found) {
        this.validation.newestAssessment(release).filter((one) -> one.passed()).ifPresent((assessment) -> {
            if (this.evidence.of(release).all().isEmpty()) {
                add(found, Kind.NO_EVIDENCE, at(assessment.at()));
            }
        });
    }

    private void permits(ReleaseDetails release, List<Deviation> found) {
        granted(GateManagement.WAIVER, release)
            .forEach((waiver) -> add(found, Kind.WAIVED, at(waiver.expiresAt()), waiver.reason()));
        granted(ScheduleManagement.EXCEPTION, release)
            .forEach((exception) -> add(found, Kind.FREEZE_EXCEPTION, at(exception.expiresAt()), exception.reason()));
    }

    private List<PermitDetails> granted(String kind, ReleaseDetails release) {
        return this.permits.ofRelease(kind, release.key())
            .stream()
            .filter((permit) -> USED.contains(permit.status()))
            .toList();
    }

    private void support(SupportDetails support, List<Deviation> found) {
        Instant ended = support.decidedAt();
        EarlyEnd early = support.earlyEnd();
        Instant least = support.leastEndsAt();
        if (support.status() == SupportStatus.HANDED_OVER && ended != null && ended.isBefore(support.endsAt())) {
            if (early != null && least != null) {
                add(found, Kind.SUPPORT_UNDER_POLICY, at(ended), at(least), this.people.name(support.decidedBy()),
                        Objects.requireNonNullElse(support.reason(), ""), this.people.name(early.by()));
            }
            else {
                add(found, Kind.SUPPORT_SHORT, at(ended), at(support.endsAt()));
            }
        }
        support.extensions().forEach((one) -> add(found, Kind.SUPPORT_EXTENDED, one.days(), one.reason()));
    }

    private void add(List<Deviation> found, Kind kind, Object... facts) {
        found.add(new Deviation(kind, this.words.text("review.deviation.why." + kind, facts)));
    }

    private String at(Instant instant) {
        return this.times.withZone(instant);
    }

}
