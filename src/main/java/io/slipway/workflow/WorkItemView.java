package io.slipway.workflow;

/**
 * The views of the task list: which work items concern the current actor, and in which
 * order.
 */
public enum WorkItemView {

    /** Assigned to me, the next due first. */
    MINE,
    /** For one of my roles, whoever has it, the next due first. */
    MY_GROUPS,
    /** For one of my roles and assigned to nobody, the next due first. */
    UNASSIGNED,
    /** Mine or unassigned for one of my roles, and past its due date. */
    OVERDUE,
    /** Mine or unassigned for one of my roles, and due today in my time zone. */
    DUE_TODAY,
    /** Mine with a follow-up date, the next first. */
    FOLLOW_UP,
    /**
     * What I submitted or asked for and others have or may take, the next due first.
     */
    WAITING_FOR_OTHERS,
    /** Completed by me, the latest first. */
    DONE_BY_ME

}
