package io.slipway.validation;

/**
 * What the test manager says of a package's test results.
 */
public enum TestVerdict {

    /** Good enough for production. */
    PASSED,
    /** Not good enough; the package is built again. */
    FAILED

}
