package io.slipway.planning.wave;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * What a step waits for within its wave.
 *
 * @param step key of the other step
 * @param kind whether the other one's end or start is meant; its end, if left out
 * @param lag how many minutes after that it starts at the earliest, 0 or more
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record StepLink(@JsonInclude String step, @Nullable LinkKind kind, @JsonSetter(nulls = Nulls.AS_EMPTY) int lag) {

    public StepLink {
        step = Needed.of(step, "step");
        kind = (kind != null) ? kind : LinkKind.FINISH_START;
    }

}
