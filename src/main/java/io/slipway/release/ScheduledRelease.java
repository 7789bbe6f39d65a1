package io.slipway.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.policy.ReleaseType;

/**
 * A release in its planned time, as calendars show it.
 *
 * @param environment where it is deployed to
 * @param owner user name of its release manager
 * @param plannedStart when the deployment shall begin, UTC
 * @param plannedEnd when it shall be done, UTC
 * @param supportDays how many days of early life support shall follow
 * @param changedAt when it was changed last, UTC
 */
public record ScheduledRelease(String key, String name, ReleaseType type, String environment, String owner, Phase phase,
        ReleaseStatus status, List<String> services, Instant plannedStart, Instant plannedEnd, int supportDays,
        int version, Instant changedAt) {

    /**
     * When the early life support ends that the plan foresees.
     * @return the end, UTC
     */
    public Instant supportEnd() {
        return this.plannedEnd.plus(Duration.ofDays(this.supportDays));
    }

}
