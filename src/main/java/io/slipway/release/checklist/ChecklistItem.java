package io.slipway.release.checklist;

/**
 * The eight items of the release checklist: names and target states are fixed by the
 * release policy.
 */
public enum ChecklistItem {

    /** The plan is approved by all named stakeholders. */
    RELEASE_PLAN("approved_by_stakeholders"),
    /** The package is built and validated. */
    RELEASE_PACKAGE("built_and_validated"),
    /** No critical or major test failure is open. */
    TEST_RESULTS("pass_critical_and_major"),
    /** The rollback plan is written and was rehearsed. */
    ROLLBACK_PLAN("documented_and_tested"),
    /** The stakeholders were told what comes and when. */
    COMMUNICATION_PLAN("stakeholders_notified"),
    /** Backups were taken and verified. */
    BACKUPS("taken_and_verified"),
    /** The CMDB is brought up to date after the deployment. */
    SACM_UPDATE("pending_post_deploy"),
    /** Early life support is planned. */
    EARLY_LIFE_SUPPORT("scheduled");

    private final String target;

    ChecklistItem(String target) {
        this.target = target;
    }

    /**
     * The state that the item must have.
     * @return the target state, such as {@code taken_and_verified}
     */
    public String target() {
        return this.target;
    }

}
