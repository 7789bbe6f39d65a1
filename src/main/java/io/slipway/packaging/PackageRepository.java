package io.slipway.packaging;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Loads and stores packages for their transitions; what pages read comes from
 * {@link PackageStore}.
 */
interface PackageRepository extends Repository<ReleasePackage, Long> {

    ReleasePackage saveAndFlush(ReleasePackage content);

    Optional<ReleasePackage> findByReleaseKey(String releaseKey);

}
