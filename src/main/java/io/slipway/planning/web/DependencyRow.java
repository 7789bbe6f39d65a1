package io.slipway.planning.web;

import java.util.List;

import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A dependency on another release, as typed.
 *
 * @param kind what is asked of it
 */
record DependencyRow(@Nullable String kind, @Nullable String release) {

    DependencyRow {
        kind = FormText.constant(DependencyKind.class, kind);
        release = FormText.of(release);
    }

    static List<DependencyRow> of(List<Dependency> dependencies) {
        return dependencies.stream().map((one) -> new DependencyRow(one.kind().name(), one.release())).toList();
    }

    boolean empty() {
        return this.release.isEmpty();
    }

    Dependency toDependency() {
        return new Dependency(this.kind.isEmpty() ? DependencyKind.LIVE_BEFORE : DependencyKind.valueOf(this.kind),
                this.release);
    }

}
