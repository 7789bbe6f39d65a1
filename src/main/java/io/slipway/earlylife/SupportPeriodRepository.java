package io.slipway.earlylife;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps support periods.
 */
interface SupportPeriodRepository extends Repository<SupportPeriod, Long> {

    SupportPeriod save(SupportPeriod period);

    Optional<SupportPeriod> findByReleaseKey(String releaseKey);

}
