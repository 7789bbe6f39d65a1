package io.slipway.validation;

import java.util.Optional;

import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.ReadOnce;

import org.springframework.stereotype.Component;

/**
 * Finds the newest rehearsal of a release's rollback, which checklist and gates of one
 * page both ask for.
 */
@Component
class NewestRehearsal {

    private final RollbackRehearsalRepository rehearsals;

    private final PackageManagement packages;

    private final ReadOnce once;

    NewestRehearsal(RollbackRehearsalRepository rehearsals, PackageManagement packages, ReadOnce once) {
        this.rehearsals = rehearsals;
        this.packages = packages;
        this.once = once;
    }

    Optional<RehearsalDetails> of(ReleaseDetails release) {
        return this.once.of("newest rehearsal", release.key(), () -> read(release));
    }

    private Optional<RehearsalDetails> read(ReleaseDetails release) {
        PackageMark mark = PackageMark.of(this.packages.get(release.key()));
        return this.rehearsals.findFirstByReleaseKeyOrderByIdDesc(release.key())
            .map((rehearsal) -> rehearsal.details(mark));
    }

}
