package io.slipway.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which services are being deployed where, from the start of a deployment until its
 * result is recorded. The table's key keeps two deployments from taking the same service
 * at once.
 */
@Component
class RunningDeployments {

    private final JdbcClient jdbc;

    RunningDeployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deployment of another release that has one of the services, if any. */
    Optional<Running> inTheWayOf(ReleaseDetails release) {
        if (release.services().isEmpty()) {
            return Optional.empty();
        }
        return this.jdbc.sql("""
                select release_key, service from running_deployments
                 where environment = :environment and service in (:services) and release_key <> :key
                 order by service limit 1""")
            .param("environment", release.environment())
            .param("services", release.services())
            .param("key", release.key())
            .query(Running.class)
            .optional();
    }

    /** Those of some releases that are being deployed, by key. */
    Set<String> among(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(
                this.jdbc.sql("select distinct release_key from running_deployments where release_key in (:keys)")
                    .param("keys", keys)
                    .query(String.class)
                    .list());
    }

    /** Takes the services of a release; refuses if somebody was faster. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ReleaseDetails release) {
        end(release.key());
        List<String> services = release.services();
        try {
            services.forEach((service) -> this.jdbc.sql("""
                    insert into running_deployments (environment, service, release_key)
                    values (:environment, :service, :key)""")
                .param("environment", release.environment())
                .param("service", service)
                .param("key", release.key())
                .update());
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("", "deployment.start.overtaken");
        }
    }

    /** Gives the services of a release free again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String releaseKey) {
        this.jdbc.sql("delete from running_deployments where release_key = :key").param("key", releaseKey).update();
    }

    /** A service that is being deployed. */
    record Running(String releaseKey, String service) {
    }

}
