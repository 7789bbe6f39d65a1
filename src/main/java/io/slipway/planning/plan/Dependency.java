package io.slipway.planning.plan;

import java.util.Locale;

import io.slipway.planning.wave.Needed;

/**
 * What a release's plan asks of another release.
 *
 * @param release key of the other release, in upper case
 */
public record Dependency(DependencyKind kind, String release) {

    public Dependency {
        Needed.of(kind, "kind");
        release = Needed.of(release, "release").strip().toUpperCase(Locale.ROOT);
    }

    /** As the difference of two plans shows it. */
    @Override
    public String toString() {
        return this.kind + " " + this.release;
    }

}
