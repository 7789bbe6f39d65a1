package io.slipway.workflow.operation;

import java.util.Objects;
import java.util.function.Supplier;

import io.slipway.input.InputCheck;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.engine.EngineUser;
import io.slipway.workflow.engine.RaceErrors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The frame of every operation of the seam: a transaction of its own, the current actor
 * as the engine's user, and a lost race that is judged again, so that whoever was slower
 * is told by the rules what came in between.
 */
@Component
public class Operations {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final int ATTEMPTS = 4;

    private final TransactionTemplate transaction;

    private final EngineUser engineUser;

    private final WorkItemActs acts;

    private final JdbcClient jdbc;

    Operations(PlatformTransactionManager transactionManager, EngineUser engineUser, WorkItemActs acts,
            JdbcClient jdbc) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.engineUser = engineUser;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    /**
     * Runs an operation. Refuses to run inside a transaction, and with an
     * {@link OperationConflictException} when it loses its race again and again.
     * @param <T> what the operation gives
     * @param operation judges, acts and journals; called again after a lost race
     */
    public <T> T run(Supplier<T> operation) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Operations bring their own transaction");
        }
        for (int attempt = 1;; attempt++) {
            try {
                return Objects
                    .requireNonNull(this.transaction.execute((status) -> this.engineUser.asCurrentActor(operation)));
            }
            catch (RuntimeException ex) {
                if (!RaceErrors.isRace(ex) || RaceErrors.isWaitOver(ex)) {
                    throw ex;
                }
                if (attempt >= ATTEMPTS) {
                    throw new OperationConflictException("operation.conflict.race");
                }
            }
        }
    }

    /**
     * Keeps people and other operations from a release until the current transaction
     * ends: its open work items first, as every completion does, then its processes.
     */
    public void hold(String key) {
        this.acts.hold(key);
        this.jdbc
            .sql("select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = :key and PARENT_ID_ is null order by ID_ "
                    + "for update wait 10")
            .param("key", key)
            .query(String.class)
            .list();
    }

    /** Tries an operation out: what it does is taken back. */
    public void tryOut(Runnable operation) {
        this.transaction.executeWithoutResult((status) -> {
            status.setRollbackOnly();
            operation.run();
        });
    }

    /**
     * Judges the reason for an operation. Refuses a missing one and more than
     * {@value #LONGEST_REASON} characters.
     * @param typed the reason as typed
     */
    public static String reason(String typed) {
        return InputCheck.text("reason", typed, LONGEST_REASON, "operation.reason.missing");
    }

}
