package io.slipway.deployment;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/**
 * Finds and keeps deployments.
 */
interface DeploymentRepository extends Repository<Deployment, Long> {

    Deployment save(Deployment deployment);

    Optional<Deployment> findFirstByReleaseKeyOrderByAttemptDesc(String releaseKey);

    List<Deployment> findByReleaseKeyOrderByAttemptDesc(String releaseKey);

    boolean existsByReleaseKey(String releaseKey);

}
