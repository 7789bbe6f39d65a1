package io.slipway.deployment.check;

import java.time.Instant;

import io.slipway.planning.wave.CheckKind;
import io.slipway.planning.wave.CheckRule;
import org.jspecify.annotations.Nullable;

/**
 * A check that is watched, or was.
 *
 * @param subject what it is watched for
 * @param service name of the service; empty for all of the release's
 * @param dueAt when it is measured next; null if it is not, or somebody else brings the
 * readings
 * @param verdict what it came to; null while it is watched
 * @param reason one sentence with the figures; empty while it is watched
 */
public record Check(long id, String subject, String releaseKey, String environment, String service, CheckRule rule,
        Instant begunAt, @Nullable Instant endedAt, @Nullable Instant dueAt, @Nullable CheckVerdict verdict,
        String reason, CheckTally tally) {

    /** What it is about. */
    public CheckScope scope() {
        return new CheckScope(this.releaseKey, this.environment, this.service);
    }

    /** Whether a person types its next reading. */
    public boolean typed() {
        return this.endedAt == null && this.rule.kind() == CheckKind.READING;
    }

}
