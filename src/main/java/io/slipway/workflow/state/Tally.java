package io.slipway.workflow.state;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Adds up what is found at one element, statement by statement.
 */
final class Tally {

    private final String element;

    private long tokens;

    private long failed;

    private long retrying;

    private long timers;

    private long suspended;

    private long overdue;

    private @Nullable Instant oldest;

    private @Nullable Instant timerDue;

    private @Nullable String failure;

    Tally(String element) {
        this.element = element;
    }

    void tokens(long count, long ofThemSuspended, @Nullable Instant since) {
        this.tokens += count;
        this.suspended += ofThemSuspended;
        this.oldest = earlier(this.oldest, since);
    }

    void jobs(long timing, long failing, @Nullable Instant due, @Nullable String message) {
        this.timers += timing;
        this.retrying += failing;
        this.timerDue = earlier(this.timerDue, due);
        failure(message);
    }

    void incidents(long count, @Nullable String message) {
        this.failed += count;
        failure(message);
    }

    void overdue(long count) {
        this.overdue += count;
    }

    ElementState state() {
        return new ElementState(this.element, this.tokens, this.failed, this.retrying, this.timers, this.suspended,
                this.overdue, this.oldest);
    }

    ElementRun run(Passed passed) {
        return new ElementRun(this.element, this.tokens, passed.times(), this.failed, this.retrying, this.oldest,
                this.timerDue, this.failure, passed.called());
    }

    private void failure(@Nullable String message) {
        if (this.failure == null) {
            this.failure = message;
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant two) {
        if (one == null || two == null) {
            return (one != null) ? one : two;
        }
        return one.isBefore(two) ? one : two;
    }

}
