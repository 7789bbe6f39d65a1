package io.slipway.release.page;

/**
 * The parts of the release page: each gathers the sections of a practice, by their order.
 */
public enum ReleaseTab {

    /** Plan, policy, communication. */
    PLAN(10),
    /** Package and what was shown of it. */
    PACKAGE(20),
    /** Change, deployment, baselines, support. */
    DEPLOYMENT(40),
    /** Diagram and timeline. */
    PROCESS(70),
    /** Review, decisions, events, history. */
    RECORD(80);

    private final int from;

    ReleaseTab(int from) {
        this.from = from;
    }

    /**
     * The part to which a section belongs.
     * @param order the section's place, from 10
     */
    public static ReleaseTab of(int order) {
        ReleaseTab found = PLAN;
        for (ReleaseTab tab : values()) {
            if (tab.from <= order) {
                found = tab;
            }
        }
        return found;
    }

}
