package io.slipway.release.checklist;

import org.jspecify.annotations.Nullable;

/**
 * What the facts say about one item of the checklist.
 *
 * @param met whether nothing stands in the way of a deployment by it
 * @param state the word for what is true, such as {@code not_rehearsed}; null where the
 * target state is reached, or nobody said more
 * @param why one sentence with the fact that decides
 */
public record ChecklistFact(ChecklistItem item, boolean met, @Nullable String state, String why) {

    /**
     * An item whose target state is reached.
     * @param why one sentence with the fact that decides
     */
    public static ChecklistFact reached(ChecklistItem item, String why) {
        return new ChecklistFact(item, true, null, why);
    }

    /**
     * An item whose target state is not reached.
     * @param state the word for what is true
     * @param why one sentence with the fact that decides
     */
    public static ChecklistFact open(ChecklistItem item, String state, String why) {
        return new ChecklistFact(item, false, state, why);
    }

    /**
     * The word that is true of the item: the target's only where it is reached, since
     * whoever parses it would believe it.
     */
    public String word() {
        if (this.state != null) {
            return this.state;
        }
        return this.met ? this.item.target() : "open";
    }

}
