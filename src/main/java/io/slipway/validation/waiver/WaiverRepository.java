package io.slipway.validation.waiver;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps waivers.
 */
interface WaiverRepository extends Repository<Waiver, Long> {

    Waiver saveAndFlush(Waiver waiver);

    Optional<Waiver> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Waiver> findTopByReleaseKeyOrderByIdDesc(String releaseKey);

    List<Waiver> findByReleaseKeyOrderByIdDesc(String releaseKey, Limit limit);

}
