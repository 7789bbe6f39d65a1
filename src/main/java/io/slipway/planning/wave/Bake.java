package io.slipway.planning.wave;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * How a wave proves itself before the next one: the next starts only once the time is
 * over, the traffic was seen, and all checks passed.
 *
 * @param minutes how long it is watched, 0 or more
 * @param traffic how much use must have been seen; null where none is asked
 * @param checks what is watched meanwhile
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record Bake(@JsonSetter(nulls = Nulls.AS_EMPTY) int minutes, @Nullable CheckRule traffic,
        List<CheckRule> checks) {

    /** Nothing is watched. */
    public static final Bake NONE = new Bake(0, null, List.of());

    public Bake {
        checks = (checks != null) ? checks.stream().filter(Objects::nonNull).toList() : List.of();
    }

}
