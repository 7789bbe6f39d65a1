package io.slipway.planning.wave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of waves and steps whenever a plan is saved: keys, links, shares and
 * limits. Each refusal stands at its row, such as {@code waves[0].steps[2]}.
 */
public final class WaveShape {

    /** The most waves of a plan. */
    public static final int MOST_WAVES = 50;

    /** The most steps of a plan. */
    public static final int MOST_STEPS = 1000;

    private static final int MOST_TARGETS = 100;

    private static final int MOST_CHECKS = 20;

    private static final int MOST_LINKS = 50;

    private static final int MOST_INPUTS = 30;

    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_LINE = 500;

    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_STEP = 7 * 24 * 60;

    private static final int LONGEST_BAKE = 30 * 24 * 60;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private final List<Wave> waves;

    private final InputCheck check;

    private final Map<String, String> steps = new HashMap<>();

    /**
     * Judges the waves of a plan.
     * @param check notes what is wrong
     */
    public WaveShape(List<Wave> waves, InputCheck check) {
        this.waves = waves;
        this.check = check;
    }

    /** The field of a wave, or of a step in it. */
    public static String field(int wave, int step) {
        return "waves[" + wave + "]" + ((step < 0) ? "" : ".steps[" + step + "]");
    }

    /** Notes what is wrong. */
    public void check() {
        int count = this.waves.stream().mapToInt((wave) -> wave.steps().size()).sum();
        if (this.waves.size() > MOST_WAVES || count > MOST_STEPS) {
            this.check.refuse("waves", "planning.waves.too-many", MOST_WAVES, MOST_STEPS);
            return;
        }
        this.waves.forEach((wave) -> wave.steps().forEach((step) -> this.steps.putIfAbsent(step.key(), wave.key())));
        Set<String> keys = new HashSet<>();
        Set<String> stepKeys = new HashSet<>();
        Integer reached = null;
        for (int i = 0; i < this.waves.size(); i++) {
            Wave wave = this.waves.get(i);
            String field = field(i, -1);
            this.check.refuseIf(!keys.add(wave.key()), field, "planning.waves.twice", wave.key());
            checkWave(wave, field);
            checkPercent(wave, reached, field);
            reached = (wave.percent() != null) ? Integer.valueOf(Math.min(wave.percent(), 100)) : reached;
            for (int j = 0; j < wave.steps().size(); j++) {
                PlannedStep step = wave.steps().get(j);
                this.check.refuseIf(!stepKeys.add(step.key()), field(i, j), "planning.waves.step.twice", step.key());
                checkStep(wave, step, field(i, j));
            }
            new StepLinks(wave).circle()
                .ifPresent((circle) -> this.check.refuse(field, "planning.waves.circle", wave.name(),
                        String.join(" \u2192 ", circle)));
        }
    }

    private void checkWave(Wave wave, String field) {
        checkKey(wave.key(), wave.name(), field);
        this.check.refuseIf(wave.targets().size() > MOST_TARGETS
                || wave.targets().stream().anyMatch((target) -> target.isBlank() || target.length() > LONGEST_NAME),
                field, "planning.waves.targets", wave.name(), MOST_TARGETS, LONGEST_NAME);
        this.check.refuseIf(outside(wave.bake().minutes(), LONGEST_BAKE), field, "planning.waves.bake.minutes",
                wave.name(), LONGEST_BAKE);
        List<CheckRule> checks = wave.bake().checks();
        this.check.refuseIf(checks.size() > MOST_CHECKS, field, "planning.waves.checks.too-many", wave.name(),
                MOST_CHECKS);
        this.check.refuseIf(checks.stream().map(CheckRule::name).distinct().count() < checks.size(), field,
                "planning.waves.checks.twice", wave.name());
        checks.forEach((rule) -> checkRule(rule, wave.name(), field));
        if (wave.bake().traffic() != null) {
            checkRule(wave.bake().traffic(), wave.name(), field);
        }
    }

    private void checkPercent(Wave wave, @Nullable Integer reached, String field) {
        Integer percent = wave.percent();
        if (percent != null) {
            this.check.refuseIf(percent < 1 || percent > 100, field, "planning.waves.percent", wave.name(), percent);
            this.check.refuseIf(reached != null && percent < reached, field, "planning.waves.percent.falls",
                    wave.name(), percent, String.valueOf(reached));
        }
    }

    private void checkStep(Wave wave, PlannedStep step, String field) {
        checkKey(step.key(), step.name(), field);
        this.check.refuseIf(outside(step.minutes(), LONGEST_STEP), field, "planning.waves.step.minutes", step.name(),
                LONGEST_STEP);
        this.check.refuseIf(step.after().size() > MOST_LINKS, field, "planning.waves.link.too-many", step.name(),
                MOST_LINKS);
        step.after().forEach((link) -> checkLink(wave, step, link, field));
        StepWork work = step.work();
        this.check.refuseIf(
                work.text().length() > LONGEST_TEXT || work.runbook().length() > LONGEST_LINE
                        || work.evidence().length() > LONGEST_LINE,
                field, "planning.waves.step.long", step.name(), LONGEST_TEXT, LONGEST_LINE);
        this.check.meaningful(field, work.text());
        if (step.wayBack() != null) {
            this.check.meaningful(field, step.wayBack().how());
            this.check.refuseIf(step.wayBack().how().length() > LONGEST_TEXT, field, "planning.waves.step.long",
                    step.name(), LONGEST_TEXT, LONGEST_LINE);
            this.check.refuseIf(outside(step.wayBack().minutes(), LONGEST_STEP), field,
                    "planning.waves.step.back-minutes", step.name(), LONGEST_STEP);
        }
        if (work.check() != null) {
            checkRule(work.check(), step.name(), field);
        }
        if (work.pipeline() != null) {
            checkCall(work.pipeline(), step.name(), field);
        }
    }

    private void checkKey(String key, String name, String field) {
        this.check.refuseIf(name.isBlank() || name.length() > LONGEST_NAME, field, "planning.waves.name", key,
                LONGEST_NAME);
        this.check.refuseIf(!KEY.matcher(key).matches(), field, "planning.waves.key", name, key);
        this.check.meaningful(field, name);
    }

    private void checkLink(Wave wave, PlannedStep step, StepLink link, String field) {
        String other = this.steps.get(link.step());
        if (other == null) {
            this.check.refuse(field, "planning.waves.link.unknown", step.name(), link.step());
        }
        else {
            this.check.refuseIf(!other.equals(wave.key()), field, "planning.waves.link.wave", step.name(), link.step(),
                    other);
        }
        this.check.refuseIf(outside(link.lag(), LONGEST_STEP), field, "planning.waves.link.lag", step.name(),
                LONGEST_STEP);
    }

    private void checkCall(PipelineCall call, String of, String field) {
        boolean longer = call.pipeline().length() > LONGEST_LINE || call.ref().length() > LONGEST_LINE
                || call.inputs()
                    .entrySet()
                    .stream()
                    .anyMatch((input) -> input.getKey().isBlank() || input.getKey().length() > LONGEST_NAME
                            || input.getValue().length() > LONGEST_LINE);
        this.check.refuseIf(longer || call.inputs().size() > MOST_INPUTS, field, "planning.waves.inputs", of,
                MOST_INPUTS, LONGEST_LINE);
    }

    private void checkRule(CheckRule rule, String of, String field) {
        this.check.refuseIf(
                rule.name().isBlank() || rule.name().length() > LONGEST_NAME || rule.query().length() > LONGEST_TEXT
                        || rule.source().length() > LONGEST_NAME,
                field, "planning.waves.check.long", of, LONGEST_NAME, LONGEST_TEXT);
        for (String condition : List.of(rule.success(), rule.failure())) {
            this.check.refuseIf(!condition.isEmpty() && Condition.of(condition).isEmpty(), field,
                    "planning.waves.check.condition", of, rule.name(), condition);
        }
        CheckLimits limits = rule.limits();
        boolean wrong = limits.interval() < 10 || limits.interval() > 86_400 || outside(limits.delay(), 604_800)
                || outside(limits.count(), 10_000) || limits.failures() < -1 || limits.failures() > 10_000
                || outside(limits.successes(), 10_000) || outside(limits.inconclusive(), 10_000)
                || outside(limits.errors(), 10_000);
        this.check.refuseIf(wrong, field, "planning.waves.check.limits", of, rule.name());
    }

    private static boolean outside(int number, int most) {
        return number < 0 || number > most;
    }

}
