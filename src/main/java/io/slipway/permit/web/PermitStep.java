package io.slipway.permit.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.slipway.permit.PermitDetails;
import io.slipway.permit.PermitEvidence;
import io.slipway.permit.PermitKind;
import io.slipway.permit.PermitManagement;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.step.Step;

/**
 * What both steps of a permit have in common: each kind's task is found by its name,
 * wherever its model is, and its page shows the permit and what the kind shows beside it.
 *
 * @param <F> the form
 */
abstract class PermitStep<F> implements Step<F> {

    private final List<PermitKind> kinds;

    private final List<PermitEvidence> evidence;

    private final PermitManagement permits;

    private final Function<PermitKind, String> step;

    PermitStep(List<PermitKind> kinds, List<PermitEvidence> evidence, PermitManagement permits,
            Function<PermitKind, String> step) {
        this.kinds = kinds;
        this.evidence = evidence;
        this.permits = permits;
        this.step = step;
    }

    @Override
    public String template(WorkItem item) {
        return "permit/_" + name(item);
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        PermitKind kind = kind(item);
        PermitDetails permit = this.permits.newest(kind.id(), item.businessKey()).orElseThrow();
        return this.evidence.stream()
            .filter((one) -> one.kind().equals(kind.id()))
            .findFirst()
            .map((one) -> one.of(permit))
            .orElseThrow();
    }

    PermitKind kind(WorkItem item) {
        return this.kinds.stream().filter((kind) -> this.step.apply(kind).equals(name(item))).findFirst().orElseThrow();
    }

    private static String name(WorkItem item) {
        return item.form().substring(item.form().indexOf('/') + 1);
    }

}
