package io.slipway.planning.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.planning.wave.CheckLimits;
import io.slipway.planning.wave.CheckRule;
import io.slipway.planning.wave.LinkKind;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.Wave;
import org.jspecify.annotations.Nullable;

/**
 * Waves as the difference of two plans shows them: a line for each wave and each step,
 * with all that there is to say of it, so that plans that differ have lines that do.
 */
final class WaveWords {

    private WaveWords() {
    }

    /** All waves, a line for each and for each of its steps. */
    static String text(List<Wave> waves) {
        return String.join("\n", lines(waves));
    }

    /** The lines of some waves that others do not have. */
    static String besides(String text, String others) {
        Set<String> lines = text.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        others.lines().forEach(lines::remove);
        return String.join("\n", lines);
    }

    private static List<String> lines(List<Wave> waves) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            Line line = new Line("wave " + (i + 1) + ", " + wave.key() + ": " + wave.name());
            line.add(!wave.targets().isEmpty(), "for " + String.join(", ", wave.targets()));
            line.add(wave.percent() != null, wave.percent() + " %");
            line.add(!wave.steps().isEmpty(),
                    "steps " + wave.steps().stream().map(PlannedStep::key).collect(Collectors.joining(", ")));
            line.add(wave.bake().minutes() != 0, "watched " + wave.bake().minutes() + " min");
            line.add(wave.bake().traffic() != null, "traffic " + text(wave.bake().traffic()));
            wave.bake().checks().forEach((check) -> line.add(true, text(check)));
            lines.add(line.toString());
            wave.steps().forEach((step) -> lines.add(text(wave, step)));
        }
        return lines;
    }

    private static String text(Wave wave, PlannedStep step) {
        Line line = new Line(wave.key() + ", " + step.key() + ": " + step.name());
        line.add(true, word(step.kind()) + " by " + (step.person().isEmpty() ? "" : step.person() + " as ")
                + step.role().id());
        line.add(true, step.minutes() + " min");
        step.after().forEach((link) -> line.add(true, text(link)));
        line.add(step.notBefore() != null, "not before " + step.notBefore());
        line.add(step.optional(), "may be ignored");
        line.add(step.pointOfNoReturn(), "point of no return");
        line.add(step.wayBack() != null, (step.wayBack() != null)
                ? "back in " + step.wayBack().minutes() + " min: " + step.wayBack().how() : "");
        line.add(!step.work().text().isEmpty(), "\u201c" + step.work().text() + "\u201d");
        line.add(!step.work().runbook().isEmpty(), "runbook " + step.work().runbook());
        line.add(!step.work().evidence().isEmpty(), "evidence wanted: " + step.work().evidence());
        line.add(step.work().pipeline() != null, text(step.work().pipeline()));
        line.add(step.work().check() != null, text(step.work().check()));
        return line.toString();
    }

    private static String text(StepLink link) {
        return ((link.kind() == LinkKind.START_START) ? "after the start of " : "after ") + link.step()
                + ((link.lag() != 0) ? " and " + link.lag() + " min" : "");
    }

    private static String text(@Nullable PipelineCall call) {
        return (call == null) ? "" : "pipeline " + call.pipeline() + (call.ref().isEmpty() ? "" : " at " + call.ref())
                + (call.inputs().isEmpty() ? "" : " with " + call.inputs());
    }

    private static String text(@Nullable CheckRule rule) {
        if (rule == null) {
            return "";
        }
        Line line = new Line("check " + rule.name() + " (" + word(rule.kind()));
        line.add(!rule.source().isEmpty(), "at " + rule.source());
        line.add(!rule.query().isEmpty(), rule.query());
        line.add(!rule.success().isEmpty(), "success " + rule.success());
        line.add(!rule.failure().isEmpty(), "failure " + rule.failure());
        CheckLimits limits = rule.limits();
        line.add(!limits.equals(CheckLimits.ONCE),
                "every " + limits.interval() + " s after " + limits.delay() + " s, " + limits.count()
                        + " times, failures " + limits.failures() + ", successes " + limits.successes()
                        + ", inconclusive " + limits.inconclusive() + ", errors " + limits.errors());
        return line + ")";
    }

    /** How old and new run side by side. */
    static String text(ParallelRun parallel) {
        List<String> lines = new ArrayList<>();
        lines.add(parallel.cleanCycles() + " clean cycles, one every " + parallel.cycleHours() + " h, cut-back for "
                + parallel.cutBackHours() + " h");
        parallel.points()
            .forEach((point) -> lines.add(point.name() + ", by " + point.grain() + ", tolerance " + point.tolerance()
                    + ", owner " + point.owner()));
        return String.join("\n", lines);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What is said of one thing, in one line. */
    private static final class Line {

        private final StringBuilder text;

        Line(String start) {
            this.text = new StringBuilder(start.replace('\n', ' '));
        }

        void add(boolean given, String more) {
            if (given) {
                this.text.append("; ").append(more.replace('\n', ' '));
            }
        }

        @Override
        public String toString() {
            return this.text.toString();
        }

    }

}
