package io.slipway.release;

/**
 * What the facts say about one item of the checklist.
 *
 * @param why one sentence with the fact that decides
 */
public record ChecklistFact(ChecklistItem item, boolean met, String why) {
}
