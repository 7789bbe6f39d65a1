package io.slipway.planning.wave;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Which tool does a step, and what it is told.
 *
 * @param pipeline key of the pipeline as the portal knows it
 * @param ref branch, tag or revision; empty for what the pipeline has by itself
 * @param inputs by name, in the order of their names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PipelineCall(@JsonInclude String pipeline, String ref, Map<String, String> inputs) {

    public PipelineCall {
        pipeline = Needed.of(pipeline, "pipeline");
        ref = Needed.text(ref);
        inputs = (inputs != null) ? Collections.unmodifiableMap(new TreeMap<>(inputs)) : Map.of();
    }

}
