package io.slipway.policy;

/**
 * How far a release reaches, which decides by policy who must agree.
 */
public enum ReleaseType {

    /** Brings large new areas of functionality. */
    MAJOR(60, 14),
    /** Brings small enhancements and fixes. */
    MINOR(40, 7),
    /** Corrects an urgent fault. */
    EMERGENCY(90, 3);

    private final int priority;

    private final int supportDays;

    ReleaseType(int priority, int supportDays) {
        this.priority = priority;
        this.supportDays = supportDays;
    }

    /**
     * How urgent its work items are.
     * @return the priority, 0 to 100
     */
    public int priority() {
        return this.priority;
    }

    /** How long early life support lasts if the plan does not say otherwise. */
    public int supportDays() {
        return this.supportDays;
    }

}
