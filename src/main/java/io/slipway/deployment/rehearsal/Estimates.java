package io.slipway.deployment.rehearsal;

import java.util.List;
import java.util.Map;

import io.slipway.deployment.board.PastDurations;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.Wave;

import org.springframework.stereotype.Component;

/**
 * Proposes how long steps should be planned, by how long they took in rehearsals and
 * runs.
 */
@Component
public class Estimates {

    private static final double SHARE = 0.9;

    private final PastDurations past;

    Estimates(PastDurations past) {
        this.past = past;
    }

    /** The steps of a plan that were done before, those that took most first. */
    public List<Estimate> of(String releaseKey, List<Wave> waves) {
        if (waves.isEmpty()) {
            return List.of();
        }
        Map<String, List<Integer>> took = this.past.of(releaseKey, 0);
        return waves.stream()
            .flatMap((wave) -> wave.steps().stream())
            .filter((step) -> took.containsKey(step.key()))
            .map((step) -> estimate(step, took.get(step.key())))
            .toList();
    }

    private static Estimate estimate(PlannedStep step, List<Integer> took) {
        List<Integer> sorted = took.stream().sorted().toList();
        return new Estimate(step.key(), step.name(), step.minutes(), sorted.size(), sorted.get(0),
                sorted.get(sorted.size() - 1), Math.max(1, sorted.get((int) Math.ceil(SHARE * sorted.size()) - 1)));
    }

}
