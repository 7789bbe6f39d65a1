package io.slipway.deployment.board;

import java.time.Instant;

/**
 * Something that people of a run were told.
 *
 * @param step key of the step that it is about
 * @param name name of that step
 * @param at when, UTC
 * @param people to how many
 */
public record RunMessage(long id, long runId, Kind kind, String step, String name, Instant at, int people) {

    /** What they were told. */
    public enum Kind {

        /** What comes before their step ends soon. */
        NEXT,
        /** A step ends later than planned. */
        LATE

    }

}
