package io.slipway.schedule;

/**
 * An open release in its planned time.
 *
 * @param slot when it is planned, and what it touches
 * @param owner user name of its release manager
 * @param windowRequired whether its policy asks for a window
 * @param freezeBinding whether freezes bind it by its policy
 */
public record PlannedRelease(DeploymentSlot slot, String name, String owner, String phase, boolean windowRequired,
        boolean freezeBinding) {
}
