package io.slipway.packaging.web;

import java.io.Serializable;
import java.util.stream.Stream;

/**
 * What a build engineer types: where the package's papers are, and the next unit. Times
 * are in the person's zone. Serialisable, so that a session can carry a half-typed unit.
 *
 * @param artifact address of its artifact
 * @param digest SHA-256 of the artifact
 * @param documentation address of the package's documentation
 * @param scripts address of its deployment scripts
 * @param outcome the pressed button: {@code add-unit}, {@code remove-unit:<id>} or
 * {@code deliver}
 */
record DeliverUnitsForm(String name, String version, String artifact, String digest, String commit, String committedAt,
        String documentation, String scripts, String outcome) implements Serializable {

    static DeliverUnitsForm of(String documentation, String scripts) {
        return new DeliverUnitsForm("", "", "", "", "", "", documentation, scripts, "");
    }

    /** Tells whether anything of a next unit was typed. */
    boolean hasUnit() {
        return Stream.of(this.name, this.version, this.artifact, this.digest, this.commit, this.committedAt)
            .anyMatch((text) -> !text.isEmpty());
    }

}
