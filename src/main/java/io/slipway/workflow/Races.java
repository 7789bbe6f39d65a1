package io.slipway.workflow;

import java.util.Objects;
import java.util.function.Supplier;

import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.workflow.engine.RaceErrors;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
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
            catch (InvalidInputException | StaleFormException | NotFoundException | AccessDeniedException
                    | WorkItemConflictException ex) {
                throw ex;
            }
            catch (RuntimeException ex) {
                @Nullable WorkItem now = this.rows.find(id).orElse(null);
                // The loser may meet any error: the engine reads what the winner deletes.
                if (changed(before, now)
                        || (RaceErrors.isRace(ex) && !RaceErrors.isWaitOver(ex) && attempt >= ATTEMPTS)) {
                    throw new WorkItemConflictException(id, now, ex);
                }
                if (!RaceErrors.isRace(ex) || RaceErrors.isWaitOver(ex)) {
                    throw ex;
                }
            }
        }
    }

    private static boolean changed(@Nullable WorkItem before, @Nullable WorkItem now) {
        return before == null || now == null || !now.open() || !Objects.equals(now.assignee(), before.assignee());
    }

}
