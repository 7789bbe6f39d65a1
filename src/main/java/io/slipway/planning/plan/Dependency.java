package io.slipway.planning.plan;

import java.util.Locale;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a release's plan asks of another release.
 *
 * @param kind what it asks
 * @param release key of the other release, in upper case
 */
@Embeddable
public record Dependency(@Enumerated(EnumType.STRING) DependencyKind kind, @Column(name = "other_key") String release) {

    public Dependency {
        release = release.strip().toUpperCase(Locale.ROOT);
    }

}
