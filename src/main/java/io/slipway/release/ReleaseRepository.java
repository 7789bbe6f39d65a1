package io.slipway.release;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * Loads and stores releases for their transitions; what pages read comes from
 * {@link ReleaseQueries}.
 */
interface ReleaseRepository extends Repository<Release, Long> {

    Release saveAndFlush(Release release);

    /**
     * Finds a release for a transition: a second transition of the same release waits for
     * the first. The version column decides where the lock does not reach.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Release> findByKey(String key);

    boolean existsByKey(String key);

}
