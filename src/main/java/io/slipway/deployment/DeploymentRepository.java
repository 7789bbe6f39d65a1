package io.slipway.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps deployments.
 */
interface DeploymentRepository extends Repository<Deployment, Long> {

    Deployment save(Deployment deployment);

    Optional<Deployment> findFirstByReleaseKeyOrderByAttemptDesc(String releaseKey);

    List<Deployment> findByReleaseKeyOrderByAttemptDesc(String releaseKey);

    boolean existsByReleaseKey(String releaseKey);

    /** The newest attempts of some releases, where they failed or are taken back. */
    @Query("""
            select new io.slipway.deployment.DeploymentAttempt(d.releaseKey, d.attempt, d.status) from Deployment d
             where d.releaseKey in :keys and d.status in (FAILED, REFUTED, ROLLING_BACK)
               and d.attempt = (select max(o.attempt) from Deployment o where o.releaseKey = d.releaseKey)""")
    List<DeploymentAttempt> failing(Collection<String> keys);

}
