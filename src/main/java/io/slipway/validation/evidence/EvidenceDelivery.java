package io.slipway.validation.evidence;

/**
 * What is said of a delivered report, as it was sent. Texts may be empty where nothing is
 * said.
 *
 * @param format how it is written, such as {@code junit}
 * @param level what was tested, such as {@code unit}
 * @param name what the tests are called, at most 120 characters; a later delivery of the
 * same name, level, format, unit and environment takes the place of this one
 * @param environment where they ran, at most 80 characters
 * @param ranAt when they ran, ISO 8601 with zone or in UTC; empty for now
 * @param source where it comes from, such as the address of the pipeline's run, at most
 * 500 characters
 * @param unit SHA-256 of the one unit that was tested; empty for all
 * @param packageDigest SHA-256 of the package that was tested, as the portal tells it;
 * empty for the package as it is
 */
public record EvidenceDelivery(String format, String level, String name, String environment, String ranAt,
        String source, String unit, String packageDigest) {
}
