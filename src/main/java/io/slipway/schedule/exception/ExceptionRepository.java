package io.slipway.schedule.exception;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps exceptions from freezes.
 */
interface ExceptionRepository extends Repository<FreezeException, Long> {

    FreezeException saveAndFlush(FreezeException exception);

    Optional<FreezeException> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<FreezeException> findTopByReleaseKeyOrderByIdDesc(String releaseKey);

    List<FreezeException> findByReleaseKeyOrderByIdDesc(String releaseKey, Limit limit);

    @Query("select e from FreezeException e join e.freezes f where f = :freeze order by e.id desc")
    List<FreezeException> ofFreeze(long freeze, Limit limit);

}
