package io.slipway.planning.collision;

/**
 * In which way a planned deployment collides.
 */
public enum CollisionKind {

    /** It lies in a freeze. */
    FREEZE("snowflake"),
    /** It needs a release window and lies in none. */
    WINDOW("calendar-x"),
    /**
     * A release that must be live before is not live in time, or it is itself too late.
     */
    DEPENDENCY("git-branch"),
    /** It overlaps a release with which it must not be deployed. */
    NOT_TOGETHER("arrows-split"),
    /** Another deployment of the same service overlaps it. */
    SERVICE("server"),
    /** Another deployment of the same configuration item overlaps it. */
    ITEM("database"),
    /** It is apart from a release with which it has to be deployed. */
    TOGETHER("arrows-join"),
    /** A vote on its change cannot be given before it begins. */
    NO_VOTE("user-off"),
    /** Somebody whom it counts on is away. */
    PERSON_AWAY("user-off"),
    /** Somebody whom it counts on is counted on elsewhere at the same time. */
    PERSON_BUSY("users");

    private final String icon;

    CollisionKind(String icon) {
        this.icon = icon;
    }

    /** The icon that goes with it. */
    public String icon() {
        return this.icon;
    }

}
