package io.slipway.sql;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers something while a transaction goes on and hands it over before it commits; what
 * is rolled back is forgotten.
 *
 * @param <T> what is gathered
 */
public final class PerTransaction<T> {

    private final Supplier<T> empty;

    private final Consumer<T> atCommit;

    public PerTransaction(Supplier<T> empty, Consumer<T> atCommit) {
        this.empty = empty;
        this.atCommit = atCommit;
    }

    /** What the transaction of this thread has gathered so far. */
    @SuppressWarnings("unchecked")
    public T get() {
        T known = (T) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        T gathered = this.empty.get();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(new AtCommit(gathered));
        return gathered;
    }

    /** A transaction that is suspended keeps its own. */
    private final class AtCommit implements TransactionSynchronization {

        private final T gathered;

        AtCommit(T gathered) {
            this.gathered = gathered;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this.gathered);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            PerTransaction.this.atCommit.accept(this.gathered);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }

    }

}
