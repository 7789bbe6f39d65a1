package io.slipway.earlylife;

/**
 * What must hold before operations accepts the handover of a release.
 */
public enum ExitCriterion {

    /** No incident of priority 1 or 2 is open. */
    NO_SEVERE_INCIDENT,
    /** The service levels have been met since the deployment. */
    SERVICE_LEVELS_MET,
    /** Runbook and known errors are handed over. */
    KNOWLEDGE_HANDED_OVER,
    /** The support team accepts the service. */
    SUPPORT_TEAM_ACCEPTS

}
