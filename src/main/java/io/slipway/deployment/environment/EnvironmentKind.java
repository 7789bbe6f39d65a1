package io.slipway.deployment.environment;

/**
 * What an environment is for.
 */
public enum EnvironmentKind {

    /** Where developers try things. */
    DEVELOPMENT,
    /** Where testers validate. */
    TEST,
    /** Like production, and the last stop before it. */
    PRE_LIVE,
    /** Where customers are served. */
    LIVE,
    /** Takes over if production fails. */
    RECOVERY,
    /** Where people learn. */
    TRAINING

}
