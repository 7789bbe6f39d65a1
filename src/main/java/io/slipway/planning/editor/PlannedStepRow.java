package io.slipway.planning.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.wave.PipelineCall;
import io.slipway.planning.wave.PlannedStep;
import io.slipway.planning.wave.StepKind;
import io.slipway.planning.wave.StepLink;
import io.slipway.planning.wave.StepReturn;
import io.slipway.planning.wave.StepWork;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A step of a wave, as typed. What is asked of it besides depends on its kind.
 *
 * @param step its key; made of its title if it is left empty
 * @param who user name; empty for anybody in the role
 * @param waitsFor such as {@code stop, copy + 10, start of deploy + 5}
 * @param fixed time before which it does not start, in the person's zone
 * @param back how it is taken back
 * @param nothingBack {@code true} if nothing has to be done for that, else empty
 * @param ref branch, tag or revision
 * @param inputs a name, an equals sign and a value on each line
 */
public record PlannedStepRow(String step, String title, String kind, String role, String who, String minutes,
        String waitsFor, String fixed, String optional, String noReturn, String back, String backMinutes,
        String nothingBack, String text, String runbook, String evidence, String pipeline, String ref, String inputs,
        @Nullable CheckRow check) {

    /** One to fill. */
    static final PlannedStepRow BLANK = new PlannedStepRow("", "", "", "", "", "", "", "", "", "", "", "", "", "", "",
            "", "", "", "", null);

    public PlannedStepRow {
        step = FormText.of(step);
        title = FormText.of(title);
        kind = FormText.constant(StepKind.class, kind);
        role = FormText.of(role);
        who = FormText.of(who);
        minutes = FormText.of(minutes);
        waitsFor = FormText.of(waitsFor);
        fixed = FormText.of(fixed);
        optional = "true".equals(optional) ? "true" : "";
        noReturn = "true".equals(noReturn) ? "true" : "";
        back = FormText.of(back);
        backMinutes = FormText.of(backMinutes);
        nothingBack = "true".equals(nothingBack) ? "true" : "";
        text = FormText.of(text);
        runbook = FormText.of(runbook);
        evidence = FormText.of(evidence);
        pipeline = FormText.of(pipeline);
        ref = FormText.of(ref);
        inputs = FormText.of(inputs);
    }

    static PlannedStepRow of(PlannedStep step, Times times) {
        StepReturn back = step.wayBack();
        StepWork work = step.work();
        PipelineCall call = work.pipeline();
        return new PlannedStepRow(step.key(), step.name(), step.kind().name(), step.role().id(), step.person(),
                Integer.toString(step.minutes()), RowText.text(step.after()),
                (step.notBefore() != null) ? times.toInputText(step.notBefore()) : "",
                Boolean.toString(step.optional()), Boolean.toString(step.pointOfNoReturn()),
                (back != null) ? back.how() : "", (back != null) ? RowText.number(back.minutes(), 0) : "",
                Boolean.toString(back != null && back.how().isEmpty()), work.text(), work.runbook(), work.evidence(),
                (call != null) ? call.pipeline() : "", (call != null) ? call.ref() : "",
                (call != null) ? text(call.inputs()) : "", CheckRow.of(work.check()));
    }

    private static String text(Map<String, String> inputs) {
        return inputs.entrySet()
            .stream()
            .map((input) -> input.getKey() + "=" + input.getValue())
            .collect(Collectors.joining("\n"));
    }

    boolean empty() {
        return this.title.isEmpty() && this.step.isEmpty();
    }

    /**
     * The step; what cannot be read is noted, and missing in it.
     * @param wave key of its wave
     * @param taken keys that other steps have
     */
    PlannedStep toStep(String field, String wave, Set<String> taken, Times times, InputCheck check) {
        StepKind chosen = FormText.choice(StepKind.class, this.kind);
        Integer length = check.read(() -> RowText.number(field, this.minutes, 0));
        List<StepLink> links = check.read(() -> RowText.links(field, this.waitsFor));
        return new PlannedStep(this.step.isEmpty() ? RowText.key(this.title, wave, taken) : this.step, this.title,
                (chosen != null) ? chosen : StepKind.MANUAL, Role.of(this.role).orElse(null), this.who,
                (length != null) ? length : 0, (links != null) ? links : List.of(),
                times.read(check, field, this.fixed), !this.optional.isEmpty(), !this.noReturn.isEmpty(),
                check.read(() -> toReturn(field)), toWork(chosen, field, check));
    }

    private @Nullable StepReturn toReturn(String field) {
        int length = RowText.number(field, this.backMinutes, 0);
        return (this.back.isEmpty() && this.nothingBack.isEmpty() && length == 0) ? null
                : new StepReturn(this.back, length);
    }

    private StepWork toWork(@Nullable StepKind chosen, String field, InputCheck check) {
        PipelineCall call = (chosen == StepKind.PIPELINE && !this.pipeline.isEmpty())
                ? check.read(() -> new PipelineCall(this.pipeline, this.ref, toInputs(field))) : null;
        CheckRow row = this.check;
        return new StepWork(this.text, this.runbook, this.evidence, call,
                (chosen == StepKind.CHECK && row != null) ? check.read(() -> row.toRule(field)) : null);
    }

    private Map<String, String> toInputs(String field) {
        Map<String, String> all = new LinkedHashMap<>();
        this.inputs.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
            int at = line.indexOf('=');
            if (at < 1) {
                throw new InvalidInputException(field, "planning.waves.input.text", line);
            }
            all.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        });
        return all;
    }

}
