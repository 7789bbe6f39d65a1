package io.slipway.planning.web;

import java.util.List;

import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.ui.form.FormText;

/**
 * A dependency on another release, as typed.
 */
record DependencyRow(String kind, String release) {

    static List<DependencyRow> of(List<Dependency> dependencies) {
        return dependencies.stream().map((one) -> new DependencyRow(one.kind().name(), one.release())).toList();
    }

    boolean empty() {
        return this.release.isEmpty();
    }

    Dependency toDependency() {
        DependencyKind chosen = FormText.choice(DependencyKind.class, this.kind);
        return new Dependency((chosen != null) ? chosen : DependencyKind.LIVE_BEFORE, this.release);
    }

}
