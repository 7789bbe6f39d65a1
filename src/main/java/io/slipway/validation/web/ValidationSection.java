package io.slipway.validation.web;

import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSection;
import io.slipway.validation.ValidationManagement;

import org.springframework.stereotype.Component;

/**
 * The tab with the verdicts on a release's packages and the rehearsals of its rollback.
 */
@Component
class ValidationSection implements ReleaseSection {

    private final ValidationManagement validation;

    ValidationSection(ValidationManagement validation) {
        this.validation = validation;
    }

    @Override
    public String id() {
        return "validation";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String template() {
        return "validation/_section";
    }

    @Override
    public Map<String, Object> content(ReleaseDetails release, String from) {
        return Map.of("validation", this.validation.ofRelease(release));
    }

}
