package io.slipway.validation.evidence;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps evidence.
 */
interface EvidenceRepository extends Repository<Evidence, Long> {

    Evidence saveAndFlush(Evidence evidence);

    List<Evidence> findByReleaseKeyOrderByIdDesc(String releaseKey);

    Optional<Evidence> findByReleaseKeyAndDeliveryDigest(String releaseKey, String deliveryDigest);

    int countByReleaseKey(String releaseKey);

}
