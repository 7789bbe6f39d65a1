package io.slipway.release;

import java.util.Optional;

import io.slipway.permit.PermitManagement;
import io.slipway.schedule.ReleaseCandidate;
import io.slipway.schedule.ReleaseCandidates;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the schedule, which knows no releases, about the release that asks for an
 * exception from a freeze, and that a cancelled one needs it no more.
 */
@Component
class SchedulePartner implements ReleaseCandidates {

    private final ReleaseQueries releases;

    SchedulePartner(ReleaseQueries releases) {
        this.releases = releases;
    }

    @Override
    public Optional<ReleaseCandidate> find(String key) {
        return this.releases.find(key)
            .map((release) -> new ReleaseCandidate(release.key(), release.name(), release.phase().name(),
                    release.type().priority(), release.open(), release.plannedStart(), release.plannedEnd()));
    }

    /** After the release has ended: withdrawing must not hinder that. */
    @Component
    static class Cancellations {

        private final PermitManagement permits;

        Cancellations(PermitManagement permits) {
            this.permits = permits;
        }

        @ApplicationModuleListener
        void on(ReleaseCancelled event) {
            this.permits.end(event.key());
        }

    }

}
