package io.slipway.knowledge;

import java.time.Instant;

/**
 * What people looked for and did not find.
 *
 * @param id its place in the list
 * @param words what was searched, in lower case
 * @param times how often
 * @param lastAt when last, UTC
 */
public record SearchMiss(long id, String words, int times, Instant lastAt) {
}
