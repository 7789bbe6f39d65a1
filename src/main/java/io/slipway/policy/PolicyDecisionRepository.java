package io.slipway.policy;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * Keeps the decisions of the tables, and finds those of a release, the latest first.
 */
interface PolicyDecisionRepository extends Repository<PolicyDecision, Long> {

    PolicyDecision save(PolicyDecision decision);

    List<PolicyDecision> findByReleaseKeyAndIdLessThanOrderByIdDesc(String releaseKey, long before, Limit limit);

    Optional<PolicyDecision> findFirstByReleaseKeyAndDecisionOrderByIdDesc(String releaseKey, String decision);

}
