package io.slipway.validation.waiver;

import io.slipway.release.ReleaseCancelled;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Ends the waiver of a release that was cancelled: afterwards, since ending it must not
 * hinder that.
 */
@Component
class WaiverFollower {

    private final WaiverManagement waivers;

    WaiverFollower(WaiverManagement waivers) {
        this.waivers = waivers;
    }

    @ApplicationModuleListener
    void on(ReleaseCancelled event) {
        this.waivers.withdraw(event.key());
    }

}
