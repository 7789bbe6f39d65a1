package io.slipway.deployment;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One run of a release package into an environment.
 *
 * @param environment where it was deployed, at most 80 characters
 * @param startedAt when it was started, UTC
 * @param finishedAt when it was done, UTC; null while it runs
 * @param notes what was seen, at most 4,000 characters; may be empty
 */
@Embeddable
public record Run(String environment, Instant startedAt, @Nullable Instant finishedAt, String notes) {

    static Run started(String environment, Instant at) {
        return new Run(environment, at, null, "");
    }

    Run finished(Instant at, String seen) {
        return new Run(this.environment, this.startedAt, at, seen);
    }

}
