package io.slipway.validation.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats in which evidence is delivered.
 */
public enum ReportFormat {

    /** Test results as JUnit XML, in the dialect of any runner. */
    JUNIT,
    /** Findings of a scanner as SARIF 2.1.0. */
    SARIF,
    /** Code coverage as Cobertura XML. */
    COBERTURA,
    /** Code coverage as JaCoCo XML. */
    JACOCO,
    /** Versions of components in two environments, as JSON. */
    PARITY,
    /** Tests done by hand, as somebody wrote them down. */
    MANUAL;

    private final String id = name().toLowerCase(Locale.ROOT);

    /**
     * The format's name for tools.
     * @return such as {@code junit}
     */
    public String id() {
        return this.id;
    }

    /**
     * Finds a format by its name.
     * @param id the name, such as {@code junit}
     * @return the format, or nothing if there is none of that name
     */
    public static Optional<ReportFormat> of(String id) {
        return Arrays.stream(values()).filter((format) -> format.id.equals(id)).findFirst();
    }

}
