package io.slipway.workflow.engine;

import java.sql.SQLException;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * Knows the errors of a lost race, whether the engine, Hibernate or the database tells
 * them.
 */
public final class RaceErrors {

    private static final int DEADLOCK = 1213;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final int CHANGED_SINCE_LAST_READ = 1020;

    private RaceErrors() {
    }

    /** Whether only others working at the same time can have caused an error. */
    public static boolean isRace(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockException || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException) {
                return true;
            }
            if (cause instanceof ProcessEngineException engine && isRaceCode(engine.getCode())) {
                return true;
            }
        }
        return hasCode(error, DEADLOCK) || hasCode(error, LOCK_WAIT_TIMEOUT) || hasCode(error, CHANGED_SINCE_LAST_READ);
    }

    /**
     * Tells whether a lock was waited for in vain.
     * @return whether it is so; trying again would wait again
     */
    public static boolean isWaitOver(Throwable error) {
        return hasCode(error, LOCK_WAIT_TIMEOUT);
    }

    private static boolean hasCode(Throwable error, int code) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRaceCode(int code) {
        return code == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode()
                || code == BuiltinExceptionCode.DEADLOCK.getCode()
                || code == BuiltinExceptionCode.FOREIGN_KEY_CONSTRAINT_VIOLATION.getCode();
    }

}
