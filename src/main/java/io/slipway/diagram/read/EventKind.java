package io.slipway.diagram.read;

import java.util.Arrays;
import java.util.Locale;

/**
 * What an event waits for or tells.
 */
public enum EventKind {

    /** Nothing in particular. */
    NONE(""),

    /** A message. */
    MESSAGE("messageEventDefinition"),

    /** A point in time. */
    TIMER("timerEventDefinition"),

    /** An error. */
    ERROR("errorEventDefinition"),

    /** Somebody higher up. */
    ESCALATION("escalationEventDefinition"),

    /** The end of a transaction. */
    CANCEL("cancelEventDefinition"),

    /** What undoes an activity. */
    COMPENSATION("compensateEventDefinition"),

    /** A condition that comes true. */
    CONDITIONAL("conditionalEventDefinition"),

    /** The other end of the page. */
    LINK("linkEventDefinition"),

    /** A signal to everybody. */
    SIGNAL("signalEventDefinition"),

    /** The end of everything. */
    TERMINATE("terminateEventDefinition"),

    /** One of several. */
    MULTIPLE(""),

    /** All of several. */
    PARALLEL_MULTIPLE("");

    private final String tag;

    EventKind(String tag) {
        this.tag = tag;
    }

    static EventKind of(String tag) {
        return Arrays.stream(values())
            .filter((kind) -> kind.tag.equals(tag) && !tag.isEmpty())
            .findFirst()
            .orElse(NONE);
    }

    /**
     * The name of its sign and of its word.
     * @return such as {@code parallel-multiple}
     */
    public String sign() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
