package io.slipway.audit;

import java.util.Map;

import io.slipway.sql.Clause;

/**
 * Which acts of one release's trail are asked for. An act that fits in one row is told
 * whole.
 *
 * @param asked what was asked for, by name, as it is recorded
 * @param condition the condition on rows of the record, of one release
 */
public record TrailFilter(Map<String, String> asked, Clause condition) {

    /** All acts. */
    public static final TrailFilter NONE = new TrailFilter(Map.of(), Clause.NONE);

    /** Whether anything is asked for. */
    public boolean any() {
        return !this.asked.isEmpty();
    }

}
