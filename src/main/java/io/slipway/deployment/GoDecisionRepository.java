package io.slipway.deployment;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps decisions on go or no-go.
 */
interface GoDecisionRepository extends Repository<GoDecisionRecord, Long> {

    GoDecisionRecord save(GoDecisionRecord decision);

    Optional<GoDecisionRecord> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    List<GoDecisionRecord> findByReleaseKeyOrderByIdDesc(String releaseKey);

}
