package io.slipway.validation.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a test looked at.
 */
public enum TestLevel {

    /** One unit by itself. */
    UNIT,
    /** Units together. */
    INTEGRATION,
    /** The whole system. */
    SYSTEM,
    /** How fast it is, and how much it bears. */
    PERFORMANCE,
    /** What could be abused. */
    SECURITY,
    /** Whether it is what people asked for. */
    ACCEPTANCE,
    /** Whether it can be run: backup, monitoring, rollback. */
    OPERATIONAL;

    private final String id = name().toLowerCase(Locale.ROOT);

    /**
     * The level's name for tools.
     * @return such as {@code unit}
     */
    public String id() {
        return this.id;
    }

    /**
     * Tells whether evidence of this level that names a unit speaks of that unit alone.
     * @return whether it stays true while other units change
     */
    public boolean ofOneUnit() {
        return this == UNIT || this == SECURITY;
    }

    /**
     * Finds a level by its name.
     * @param id the name, such as {@code unit}
     * @return the level, or nothing if there is none of that name
     */
    public static Optional<TestLevel> of(String id) {
        return Arrays.stream(values()).filter((level) -> level.id.equals(id)).findFirst();
    }

}
