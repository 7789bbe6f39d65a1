package io.slipway.schedule;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether the schedule allows a deployment, and why.
 *
 * @param findings all that speak against it or warn
 * @param nextOpening when a deployment of that length could begin next, UTC, at or after
 * the judged start; null if not within the next 400 days, or not known
 */
public record ScheduleVerdict(List<ScheduleFinding> findings, @Nullable Instant nextOpening) {

    /** Whether nothing forbids it. */
    public boolean allowed() {
        return this.findings.stream().noneMatch(ScheduleFinding::blocking);
    }

}
