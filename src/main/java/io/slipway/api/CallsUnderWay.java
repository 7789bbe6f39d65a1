package io.slipway.api;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Notes in each transaction of a call under an idempotency key that the call has changed
 * something: so it is known after any crash whether it may be done again.
 */
@Component
class CallsUnderWay implements TransactionExecutionListener {

    private final ThreadLocal<@Nullable CallUnderWay> current = new ThreadLocal<>();

    private final CallRecord calls;

    CallsUnderWay(@Lazy CallRecord calls) {
        this.calls = calls;
    }

    /** Answers a call; whatever it writes on this thread is of the call. */
    void during(CallUnderWay call, Answering answering) throws ServletException, IOException {
        this.current.set(call);
        try {
            answering.answer();
        }
        finally {
            this.current.remove();
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        CallUnderWay call = this.current.get();
        if (call != null && !transaction.isReadOnly()) {
            this.calls.acted(call);
        }
    }

    /** What answers a call. */
    interface Answering {

        void answer() throws ServletException, IOException;

    }

}
