package io.slipway.ui;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Says in the log which release the lines are about, for as long as it is open:
 * {@code try (LogContext about = LogContext.release(key)) { … }}. Pages of a release and
 * steps of a process need not: for them it is set already.
 */
public final class LogContext implements AutoCloseable {

    /** The name under which log lines carry the key of a release. */
    static final String RELEASE = "release";

    /** The name under which log lines carry the person signed in. */
    static final String USER = "user";

    private final @Nullable String before;

    private LogContext(@Nullable String before) {
        this.before = before;
    }

    /**
     * Marks the log lines of this thread from here on.
     * @param key the key of the release that they are about
     * @return to be closed when the work on that release ends
     */
    public static LogContext release(String key) {
        LogContext context = new LogContext(MDC.get(RELEASE));
        MDC.put(RELEASE, key);
        return context;
    }

    @Override
    public void close() {
        if (this.before == null) {
            MDC.remove(RELEASE);
        }
        else {
            MDC.put(RELEASE, this.before);
        }
    }

}
