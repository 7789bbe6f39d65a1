package io.slipway.planning.wave;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a wave proves itself before the next one: the next starts only once the time is
 * over, the traffic was seen, and all checks passed.
 *
 * @param minutes how long it is watched, 0 or more
 * @param traffic how much use must have been seen; null where none is asked
 * @param checks what is watched meanwhile
 */
public record Bake(int minutes, @Nullable CheckRule traffic, List<CheckRule> checks) {

    /** Nothing is watched. */
    public static final Bake NONE = new Bake(0, null, List.of());

    public Bake {
        checks = (checks != null) ? checks.stream().filter(Objects::nonNull).toList() : List.of();
    }

}
