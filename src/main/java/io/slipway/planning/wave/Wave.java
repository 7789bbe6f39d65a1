package io.slipway.planning.wave;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One slice of a deployment: for whom, by which steps, and how it proves itself.
 *
 * @param key what it is called in runs, unique in the plan: letters, digits, hyphens
 * @param targets sites, groups of users or machines; empty for all
 * @param percent share of all that is reached once this wave is done, 1 to 100; null
 * where named targets say it
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record Wave(@JsonInclude String key, @JsonInclude String name, List<String> targets,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer percent, List<PlannedStep> steps, Bake bake) {

    public Wave {
        key = Needed.of(key, "key").strip();
        name = Needed.of(name, "name");
        targets = (targets != null) ? targets.stream().filter(Objects::nonNull).distinct().toList() : List.of();
        steps = (steps != null) ? steps.stream().filter(Objects::nonNull).toList() : List.of();
        bake = (bake != null) ? bake : Bake.NONE;
    }

    /** The same without fixed times. */
    public Wave timeless() {
        return withSteps(this.steps.stream().map((step) -> step.startingAt(null)).toList());
    }

    /** The same with other steps. */
    public Wave withSteps(List<PlannedStep> others) {
        return new Wave(this.key, this.name, this.targets, this.percent, others, this.bake);
    }

}
