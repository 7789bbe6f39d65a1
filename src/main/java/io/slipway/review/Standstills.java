package io.slipway.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.slipway.audit.AuditEntry;
import io.slipway.audit.AuditManagement;
import io.slipway.deployment.DeploymentDetails;
import io.slipway.deployment.halt.HaltManagement;
import io.slipway.review.Deviation.Kind;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells when a release stood still while it was deployed, for how long and why: because
 * the line was stopped, as the deployment keeps it, or because somebody suspended it, as
 * the record does.
 */
@Component
class Standstills {

    private static final String SUSPENDED = "release.suspended";

    private static final String RESUMED = "release.resumed";

    private final HaltManagement halts;

    private final AuditManagement audit;

    private final Times times;

    private final Messages words;

    private final Clock clock;

    Standstills(HaltManagement halts, AuditManagement audit, Times times, Messages words, Clock clock) {
        this.halts = halts;
        this.audit = audit;
        this.times = times;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The times that a release stood still.
     * @param attempts its deployments; what held it while none of them ran does not count
     * @param ended when it ended; null if it has not
     */
    List<Deviation> of(String releaseKey, List<DeploymentDetails> attempts, @Nullable Instant ended) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        List<Deviation> found = new ArrayList<>();
        this.halts.of(releaseKey).forEach((halt) -> found.add(held("", halt.at(), halt.endedAt(), halt.reason())));
        Instant until = Objects.requireNonNullElseGet(ended, this.clock::instant);
        AuditEntry begun = null;
        for (AuditEntry act : this.audit.acts(releaseKey, List.of(SUSPENDED, RESUMED))) {
            if (act.action().equals(SUSPENDED)) {
                begun = act;
            }
            else if (begun != null) {
                suspended(begun, act.at(), attempts, found);
                begun = null;
            }
        }
        if (begun != null) {
            suspended(begun, until, attempts, found);
        }
        return found;
    }

    private void suspended(AuditEntry begun, Instant until, List<DeploymentDetails> attempts, List<Deviation> found) {
        boolean deploying = attempts.stream().map(DeploymentDetails::run).anyMatch((run) -> {
            Instant finished = run.finishedAt();
            return run.startedAt().isBefore(until) && (finished == null || finished.isAfter(begun.at()));
        });
        if (deploying) {
            found.add(held(".suspended", begun.at(), until, Objects.requireNonNullElse(begun.reason(), "")));
        }
    }

    private Deviation held(String how, Instant from, @Nullable Instant until, String reason) {
        Instant to = Objects.requireNonNullElseGet(until, this.clock::instant);
        return new Deviation(Kind.HELD,
                this.words.text("review.deviation.why." + Kind.HELD + how,
                        this.times.length(Duration.between(from, to)), this.times.format(from), this.times.withZone(to),
                        reason));
    }

}
