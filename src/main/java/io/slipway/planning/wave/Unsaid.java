package io.slipway.planning.wave;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Tells the writer of a plan's file what need not be said, because it is read so where
 * nothing is said.
 */
final class Unsaid {

    private static final List<Object> VALUES = List.of("", 0, false, Bake.NONE, StepWork.NONE, CheckLimits.ONCE);

    /** Equal is, for the writer, what it leaves out. */
    @Override
    public boolean equals(Object other) {
        return other == null || (other instanceof Collection<?> all && all.isEmpty()) || VALUES.contains(other);
    }

    @Override
    public int hashCode() {
        return Objects.hash(VALUES);
    }

}
