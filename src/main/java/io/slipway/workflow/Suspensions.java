package io.slipway.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.identity.PersonDirectory;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Times;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which releases stand still, and holds their processes: the engine knows that, but
 * neither who stopped them nor why.
 */
@Component
public class Suspensions {

    /** Within this a step is being done, and nobody has to be told. */
    private static final Duration USUAL = Duration.ofSeconds(15);

    private static final String STANDSTILL = """
            select s.business_key, s.suspended_by, s.suspended_at, s.reason,
                   (select min(coalesce(j.DUEDATE_, j.CREATE_TIME_))
                      from ACT_RU_EXECUTION e join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_
                     where e.BUSINESS_KEY_ = :key and j.RETRIES_ > 0 and j.SUSPENSION_STATE_ = 1
                       and coalesce(j.DUEDATE_, j.CREATE_TIME_) < :usual) engine_since
              from (select 1) one left join suspensions s on s.business_key = :key""";

    private final JdbcClient jdbc;

    private final RuntimeService runtimeService;

    private final PersonDirectory people;

    private final Times times;

    private final ReadOnce once;

    private final Clock clock;

    Suspensions(JdbcClient jdbc, RuntimeService runtimeService, PersonDirectory people, Times times, ReadOnce once,
            Clock clock) {
        this.jdbc = jdbc;
        this.runtimeService = runtimeService;
        this.people = people;
        this.times = times;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Finds what holds a release.
     * @param businessKey key of the release
     * @return who suspended it, when and why; nothing if it is not suspended
     */
    public Optional<Suspension> of(String businessKey) {
        return Optional.ofNullable(standstill(businessKey).suspension());
    }

    /**
     * Finds what keeps a release from going on.
     * @param businessKey key of the release
     * @return a suspension, or a step that the engine should have done
     */
    public Standstill standstill(String businessKey) {
        LocalDateTime usual = LocalDateTime.ofInstant(this.clock.instant().minus(USUAL), ZoneOffset.UTC);
        return this.once.of("standstill", businessKey,
                () -> this.jdbc.sql(STANDSTILL)
                    .param("key", businessKey)
                    .param("usual", usual)
                    .query(Suspensions::map)
                    .single());
    }

    /**
     * Finds those of several releases that are suspended.
     * @param businessKeys keys of releases
     * @return the keys of those that are
     */
    public Set<String> among(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(this.jdbc.sql("select business_key from suspensions where business_key in (:keys)")
            .param("keys", Set.copyOf(businessKeys))
            .query(String.class)
            .list());
    }

    /**
     * Refuses to go on with a suspended release, with a
     * {@link ReleaseSuspendedException}.
     * @param businessKey key of the release
     */
    public void refuse(String businessKey) {
        of(businessKey).ifPresent((suspension) -> {
            throw refusal(suspension);
        });
    }

    ReleaseSuspendedException refusal(Suspension suspension) {
        return new ReleaseSuspendedException(suspension, this.people.name(suspension.by()),
                this.times.withZone(suspension.at()));
    }

    /**
     * Holds all processes of a release, in the transaction of the caller, who has judged
     * and journals it.
     * @param suspension who, when and why
     * @return whether it was done; false if it is suspended already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Suspension suspension) {
        try {
            this.jdbc
                .sql("insert into suspensions (business_key, suspended_by, suspended_at, reason) values (?, ?, ?, ?)")
                .params(suspension.businessKey(), suspension.by(),
                        LocalDateTime.ofInstant(suspension.at(), ZoneOffset.UTC), suspension.reason())
                .update();
        }
        catch (DuplicateKeyException ex) {
            return false;
        }
        // Waiting for a job to end may show a process that it has started.
        for (List<ProcessInstance> active = instances(suspension.businessKey()).active().list(); !active
            .isEmpty(); active = instances(suspension.businessKey()).active().list()) {
            active.forEach((one) -> this.runtimeService.updateProcessInstanceSuspensionState()
                .byProcessInstanceId(one.getId())
                .suspend());
        }
        return true;
    }

    /**
     * Lets all processes of a release go on, in the transaction of the caller, who has
     * judged and journals it.
     * @param businessKey key of the release
     * @return whether it was done; false if it is not suspended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(String businessKey) {
        if (this.jdbc.sql("delete from suspensions where business_key = ?").param(businessKey).update() == 0) {
            return false;
        }
        instances(businessKey).suspended()
            .list()
            .forEach((one) -> this.runtimeService.updateProcessInstanceSuspensionState()
                .byProcessInstanceId(one.getId())
                .activate());
        return true;
    }

    private ProcessInstanceQuery instances(String businessKey) {
        return this.runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(businessKey);
    }

    private static Standstill map(ResultSet row, int number) throws SQLException {
        String key = row.getString("business_key");
        Instant at = instant(row, "suspended_at");
        return new Standstill(
                (key != null && at != null)
                        ? new Suspension(key, row.getString("suspended_by"), at, row.getString("reason")) : null,
                instant(row, "engine_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return (at != null) ? at.toInstant(ZoneOffset.UTC) : null;
    }

}
