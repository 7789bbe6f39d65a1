package io.slipway.validation.web;

import java.util.Map;

import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitEvidence;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.gate.GateManagement;

import org.springframework.stereotype.Component;

/**
 * What decides on a waiver: the waiver, the gates of its release and what fails.
 */
@Component
class WaiverEvidence implements PermitEvidence {

    private final ValidationSection section;

    private final ReleaseManagement releases;

    WaiverEvidence(ValidationSection section, ReleaseManagement releases) {
        this.section = section;
        this.releases = releases;
    }

    @Override
    public String kind() {
        return GateManagement.WAIVER;
    }

    @Override
    public Map<String, Object> of(PermitDetails permit) {
        Map<String, Object> shown = this.section.content(this.releases.get(permit.releaseKey()));
        shown.put("waiver", permit);
        return shown;
    }

}
