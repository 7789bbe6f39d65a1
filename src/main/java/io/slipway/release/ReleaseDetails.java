package io.slipway.release;

import java.time.Instant;
import java.util.List;

import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import org.jspecify.annotations.Nullable;

/**
 * The record of a release, as pages and other features see it.
 *
 * @param key its key, such as {@code PAY-2026.11} or {@code REL-000042}
 * @param owner user name of its release manager
 * @param registeredAt when it was registered, UTC
 * @param endedAt when it ended, UTC
 * @param rolledBackAt when it was rolled back, UTC
 */
public record ReleaseDetails(String key, String name, ReleaseType type, DeploymentModel model, String owner,
        Phase phase, ReleaseStatus status, ReleaseSchedule schedule, Instant registeredAt, @Nullable Instant endedAt,
        @Nullable Instant rolledBackAt, @Nullable Phase rolledBackIn, @Nullable String endReason, int version) {

    /**
     * What the record keeps of the plan.
     * @return the outline, ready to be changed
     */
    public ReleaseOutline outline() {
        return new ReleaseOutline(this.name, this.type, this.model, this.schedule);
    }

    /** The services it touches. */
    public List<String> services() {
        return this.schedule.services();
    }

    /** Where it goes. */
    public String environment() {
        return this.schedule.environment();
    }

    /**
     * When the deployment shall begin.
     * @return the planned start, UTC, if there is one
     */
    public @Nullable Instant plannedStart() {
        return this.schedule.plannedStart();
    }

    /**
     * When the deployment shall be finished.
     * @return the planned end, UTC, if there is one
     */
    public @Nullable Instant plannedEnd() {
        return this.schedule.plannedEnd();
    }

    /** How long early life support lasts. */
    public int supportDays() {
        return this.schedule.supportDays();
    }

    /** Whether it is under way. */
    public boolean open() {
        return this.status == ReleaseStatus.OPEN;
    }

}
