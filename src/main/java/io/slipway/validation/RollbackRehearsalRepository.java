package io.slipway.validation;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps rehearsals.
 */
interface RollbackRehearsalRepository extends Repository<RollbackRehearsal, Long> {

    RollbackRehearsal save(RollbackRehearsal rehearsal);

    Optional<RollbackRehearsal> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    List<RollbackRehearsal> findByReleaseKeyOrderByIdDesc(String releaseKey);

}
