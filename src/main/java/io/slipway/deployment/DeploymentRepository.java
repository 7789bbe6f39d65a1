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

    List<Deployment> findByReleaseKeyInOrderByAttemptDesc(Collection<String> keys);

    boolean existsByReleaseKey(String releaseKey);

    /** The newest attempts of some releases, where they failed or are taken back. */
    @Query("""
            select d from Deployment d where d.releaseKey in :keys and d.status in (FAILED, REFUTED, ROLLING_BACK, FIXED_FORWARD)
               and d.attempt = (select max(o.attempt) from Deployment o where o.releaseKey = d.releaseKey)""")
    List<Deployment> failing(Collection<String> keys);

    /** Those that have services to themselves now, the longest first. */
    @Query(nativeQuery = true,
            value = """
                    select d.* from deployments d where d.status = 'STARTED'
                       and d.release_key in (select r.release_key from running_deployments r) order by d.started_at limit :most""")
    List<Deployment> running(int most);

}
