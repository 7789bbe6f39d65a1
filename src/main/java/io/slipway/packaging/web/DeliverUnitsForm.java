package io.slipway.packaging.web;

import java.io.Serializable;
import java.util.stream.Stream;

import io.slipway.ui.DateTimeText;
import io.slipway.ui.FormText;
import io.slipway.ui.RequiredFor;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a build engineer types: where the package's papers are, and the next unit. Times
 * are in the person's zone. Serialisable, so that a session can carry a half-typed unit.
 *
 * @param name name of the next unit
 * @param artifact address of its artifact
 * @param digest SHA-256 of the artifact
 * @param commit its source commit
 * @param committedAt time of that commit
 * @param documentation address of the package's documentation
 * @param scripts address of its deployment scripts
 * @param outcome the pressed button: {@code add-unit}, {@code remove-unit:<id>} or
 * {@code deliver}
 */
@RequiredFor(outcomes = "add-unit", field = "name", message = "{release.unit.name.missing}")
@RequiredFor(outcomes = "add-unit", field = "version", message = "{release.unit.version.missing}")
@RequiredFor(outcomes = "add-unit", field = "artifact", message = "{release.unit.artifact.invalid}")
@RequiredFor(outcomes = "add-unit", field = "digest", message = "{release.unit.digest.invalid}")
@RequiredFor(outcomes = "add-unit", field = "commit", message = "{release.unit.commit.invalid}")
@RequiredFor(outcomes = "add-unit", field = "committedAt", message = "{release.unit.committed-at.missing}")
record DeliverUnitsForm(@Size(max = 80, message = "{release.invalid.long}") @Nullable String name,
        @Size(max = 60, message = "{release.invalid.long}") @Nullable String version,
        @Pattern(regexp = "|https?://\\S+|pkg:[a-z][a-z0-9.+-]*/\\S+",
                message = "{release.unit.artifact.invalid}") @Size(max = 500,
                        message = "{release.invalid.long}") @Nullable String artifact,
        @Pattern(regexp = "|(sha256:)?[0-9a-fA-F]{64}",
                message = "{release.unit.digest.invalid}") @Nullable String digest,
        @Pattern(regexp = "|[0-9a-fA-F]{7,40}", message = "{release.unit.commit.invalid}") @Nullable String commit,
        @DateTimeText @Nullable String committedAt,
        @Pattern(regexp = "|https?://\\S+|pkg:[a-z][a-z0-9.+-]*/\\S+",
                message = "{release.unit.artifact.invalid}") @Size(max = 500,
                        message = "{release.invalid.long}") @Nullable String documentation,
        @Pattern(regexp = "|https?://\\S+|pkg:[a-z][a-z0-9.+-]*/\\S+",
                message = "{release.unit.artifact.invalid}") @Size(max = 500,
                        message = "{release.invalid.long}") @Nullable String scripts,
        @Pattern(regexp = "add-unit|remove-unit:[0-9]{1,18}|deliver",
                message = "{release.invalid.button}") @Nullable String outcome)
        implements
            Serializable {

    DeliverUnitsForm {
        name = FormText.of(name);
        version = FormText.of(version);
        artifact = FormText.of(artifact);
        digest = FormText.of(digest);
        commit = FormText.of(commit);
        committedAt = FormText.of(committedAt);
        documentation = FormText.of(documentation);
        scripts = FormText.of(scripts);
        outcome = FormText.of(outcome);
    }

    static DeliverUnitsForm of(String documentation, String scripts) {
        return new DeliverUnitsForm("", "", "", "", "", "", documentation, scripts, "");
    }

    /** Tells whether anything of a next unit was typed. */
    boolean hasUnit() {
        return Stream.of(this.name, this.version, this.artifact, this.digest, this.commit, this.committedAt)
            .anyMatch((text) -> !text.isEmpty());
    }

}
