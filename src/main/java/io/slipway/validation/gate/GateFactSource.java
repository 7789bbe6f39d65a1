package io.slipway.validation.gate;

import java.util.Map;

import io.slipway.release.ReleaseDetails;

/**
 * Knows facts about packages, by names that the table of quality gates asks for.
 */
public interface GateFactSource {

    /**
     * The facts about the package of a release as it is.
     * @return facts by name, such as {@code tests.failed.critical}; one of which nothing
     * was said is left out
     */
    Map<String, GateFact> facts(ReleaseDetails release);

}
