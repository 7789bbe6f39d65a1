package io.slipway.deployment;

import io.slipway.change.ChangeFollowUp;
import io.slipway.release.ReleaseCancelled;
import io.slipway.release.ReleaseClosed;
import io.slipway.release.ReleaseRolledBack;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells change records what becomes of their releases, in the same transaction. It lives
 * here because changes lie below releases and may not know of them.
 */
@Component
class ChangeFollower {

    private final ChangeFollowUp changes;

    ChangeFollower(ChangeFollowUp changes) {
        this.changes = changes;
    }

    @EventListener
    void on(ReleaseDeployed event) {
        this.changes.implemented(event.releaseKey());
    }

    @EventListener
    void on(ReleaseRolledBack event) {
        this.changes.backedOut(event.key(), event.reason());
    }

    @EventListener
    void on(ReleaseClosed event) {
        this.changes.closed(event.key());
    }

    @EventListener
    void on(ReleaseCancelled event) {
        this.changes.cancelled(event.key(), event.reason());
    }

}
