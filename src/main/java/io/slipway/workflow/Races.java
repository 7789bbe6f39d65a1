package io.slipway.workflow;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs acts on work items in one transaction each, and makes every error of a lost race,
 * whether the engine, Hibernate or the database tells it, one
 * {@link WorkItemConflictException}. An act that only brushed against another one, so
 * that its work item still waits as before, is repeated.
 */
@Component
class Races {

    private static final int ATTEMPTS = 4;

    /** Deadlock, lock wait timeout, record changed since last read. */
    private static final Set<Integer> CODES = Set.of(1213, 1205, 1020);

    private final TransactionTemplate transaction;

    private final WorkItemRows rows;

    Races(PlatformTransactionManager transactionManager, WorkItemRows rows) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.rows = rows;
    }

    /**
     * Runs an act on a work item in a transaction of its own. Refuses to run inside
     * another: an error at its commit could no longer be told.
     */
    <T> T run(String id, Supplier<T> act) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Acts on work items bring their own transaction");
        }
        @Nullable WorkItem before = this.rows.find(id).orElse(null);
        for (int attempt = 1;; attempt++) {
            try {
                return this.transaction.execute((status) -> act.get());
            }
            catch (RuntimeException ex) {
                boolean certain = isRace(ex);
                if (!certain && !mayBeRace(ex)) {
                    throw ex;
                }
                @Nullable WorkItem now = this.rows.find(id).orElse(null);
                if (changed(before, now) || (certain && attempt >= ATTEMPTS)) {
                    throw new WorkItemConflictException(id, now, ex);
                }
                if (!certain) {
                    throw ex;
                }
            }
        }
    }

    private static boolean changed(@Nullable WorkItem before, @Nullable WorkItem now) {
        return before == null || now == null || now.state() != before.state()
                || !java.util.Objects.equals(now.assignee(), before.assignee());
    }

    /** An error that only others working at the same time can have caused. */
    static boolean isRace(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof TaskAlreadyClaimedException
                    || cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException || cause instanceof LockTimeoutException) {
                return true;
            }
            if (cause instanceof ProcessEngineException engine && isRaceCode(engine.getCode())) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && (CODES.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRaceCode(@Nullable Integer code) {
        return code != null && (code == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode()
                || code == BuiltinExceptionCode.DEADLOCK.getCode()
                || code == BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode());
    }

    /**
     * An error that others may have caused, or a mistake: the task is gone, its execution
     * takes no signal any more (ENGINE-02010), a key is already there.
     */
    static boolean mayBeRace(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof NullValueException || cause instanceof DataIntegrityViolationException
                    || cause instanceof org.hibernate.exception.ConstraintViolationException
                    || (cause instanceof ProcessEngineException engine && engine.getMessage() != null
                            && engine.getMessage().contains("ENGINE-02010"))) {
                return true;
            }
        }
        return false;
    }

}
