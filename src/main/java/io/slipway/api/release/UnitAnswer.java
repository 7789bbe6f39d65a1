package io.slipway.api.release;

import java.time.Instant;
import java.util.List;

import io.slipway.packaging.ReleaseUnitDetails;

/**
 * A release unit as tools read it.
 *
 * @param id identifies it
 * @param name its name, unique within the release
 * @param artifact address of the artifact
 * @param digest SHA-256 of the artifact, lower-case hexadecimal digits
 * @param deliveredBy user name of who delivered it
 */
record UnitAnswer(long id, String name, String version, String artifact, String digest, String commit,
        Instant committedAt, String deliveredBy, Instant deliveredAt) {

    static UnitAnswer of(ReleaseUnitDetails unit) {
        return new UnitAnswer(unit.id(), unit.name(), unit.version(), unit.artifact(), unit.digest(), unit.commit(),
                unit.committedAt(), unit.deliveredBy(), unit.deliveredAt());
    }

    /**
     * All units of a release.
     *
     * @param units the units, by name
     */
    record All(List<UnitAnswer> units) {
    }

}
