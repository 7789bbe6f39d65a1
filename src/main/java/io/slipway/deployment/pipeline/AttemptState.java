package io.slipway.deployment.pipeline;

/**
 * How far an attempt is. States only move forward; what is told later of an earlier one
 * is kept and changes nothing.
 */
public enum AttemptState {

    /** Asked for; the tool was not told yet. */
    ORDERED(0),
    /** The tool was told, and did not say yet that it heard. */
    SENT(1),
    /** The tool said that it will do it. */
    ACCEPTED(2),
    /** The tool is at it. */
    RUNNING(3),
    /** Nobody can tell how it ended. A person decides, with evidence. */
    OUTCOME_UNKNOWN(4),
    /** The tool did it. */
    SUCCEEDED(5),
    /** The tool failed, or refused. */
    FAILED(5),
    /** Somebody stopped it in the tool. */
    CANCELLED(5),
    /** The tool gave up on it after its own limit. */
    TIMED_OUT(5),
    /** Two ends were told. A person decides, with evidence. */
    DISPUTED(6);

    private final int rank;

    AttemptState(int rank) {
        this.rank = rank;
    }

    /** Whether this is farther than another state. */
    public boolean after(AttemptState other) {
        return this.rank > other.rank;
    }

    /** Whether the tool is done, and everybody agrees how. */
    public boolean ended() {
        return this.rank == SUCCEEDED.rank;
    }

    /** Whether a person has to say how it ended. */
    public boolean held() {
        return this == OUTCOME_UNKNOWN || this == DISPUTED;
    }

}
