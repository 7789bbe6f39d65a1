package io.slipway.validation;

import io.slipway.change.RehearsalFacts;
import io.slipway.release.ReleaseManagement;

import org.springframework.stereotype.Component;

/**
 * Tells the risk of a change whether the current package's rollback was rehearsed.
 */
@Component
class RollbackFacts implements RehearsalFacts {

    private final ValidationManagement validation;

    private final ReleaseManagement releases;

    RollbackFacts(ValidationManagement validation, ReleaseManagement releases) {
        this.validation = validation;
        this.releases = releases;
    }

    @Override
    public boolean rehearsed(String releaseKey) {
        return this.validation.newestRehearsal(this.releases.get(releaseKey))
            .filter((rehearsal) -> rehearsal.counts() && rehearsal.succeeded())
            .isPresent();
    }

}
