package io.slipway.planning.wave;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * How a step is taken back.
 *
 * @param how what is done for it, in words; empty where nothing is to be done
 * @param minutes how long that takes, 0 or more
 */
public record StepReturn(String how, @JsonSetter(nulls = Nulls.AS_EMPTY) int minutes) {

    public StepReturn {
        how = Needed.text(how);
    }

}
