package io.slipway.packaging;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where the documentation or the scripts of a package are, and what was there when the
 * portal asked last.
 *
 * @param kind documentation or scripts
 * @param detail of the answer, such as its status and type, or a host
 * @param askedAt when it was asked last, UTC; null if never
 * @param since when it came into this state, UTC; null if it was never asked
 */
public record DocumentAddress(DocumentKind kind, String address, State state, AddressAnswer answer, String detail,
        @Nullable Instant askedAt, @Nullable Instant since) {

    /** For how long an answer counts; asked it is each day. */
    private static final Duration COUNTS = Duration.ofDays(2);

    /** How it stands now: nobody knows of what was last reached some days ago. */
    public State state(Instant now) {
        boolean old = this.askedAt != null && this.askedAt.plus(COUNTS).isBefore(now);
        return (this.state == State.REACHABLE && old) ? State.UNKNOWN : this.state;
    }

    /**
     * Whether something is there.
     */
    public enum State {

        /** It was reached, whatever it says. */
        REACHABLE,
        /** It was asked, and there is nothing that can be read. */
        UNREACHABLE,
        /** Nobody knows, which never counts as reached. */
        UNKNOWN

    }

}
