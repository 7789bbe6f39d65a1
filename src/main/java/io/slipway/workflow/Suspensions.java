package io.slipway.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.identity.PersonDirectory;
import io.slipway.sql.Clause;
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
     * @return who suspended it, when and why; nothing if it is not suspended
     */
    public Optional<Suspension> of(String businessKey) {
        return Optional.ofNullable(standstill(businessKey).suspension());
    }

    /**
     * Finds what keeps a release from going on.
     * @return a suspension, or a step that the engine should have done
     */
    public Standstill standstill(String businessKey) {
        return this.once.of("standstill", businessKey,
                () -> this.jdbc.sql(STANDSTILL)
                    .param("key", businessKey)
                    .param("usual", this.clock.instant().minus(USUAL))
                    .query(Row.class)
                    .single()
                    .standstill());
    }

    /** Finds those of several releases that are suspended. */
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
     * @return whether it was done; false if it is suspended already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Suspension suspension) {
        try {
            Clause
                .insert("suspensions", "business_key", suspension.businessKey(), "suspended_by", suspension.by(),
                        "suspended_at", suspension.at(), "reason", suspension.reason())
                .on(this.jdbc)
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
     * @return whether it was done; false if it is not suspended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(String businessKey) {
        int lifted = this.jdbc.sql("delete from suspensions where business_key = :key")
            .param("key", businessKey)
            .update();
        if (lifted == 0) {
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

    private record Row(@Nullable String businessKey, @Nullable String suspendedBy, @Nullable Instant suspendedAt,
            @Nullable String reason, @Nullable Instant engineSince) {

        Standstill standstill() {
            return new Standstill((this.businessKey != null && this.suspendedBy != null && this.suspendedAt != null
                    && this.reason != null)
                            ? new Suspension(this.businessKey, this.suspendedBy, this.suspendedAt, this.reason) : null,
                    this.engineSince);
        }

    }

}
