package io.slipway.schedule.period;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps windows and freezes.
 */
interface PeriodRepository extends Repository<Period, Long> {

    Period saveAndFlush(Period period);

    Optional<Period> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Period> findWithLockById(long id);

}
