package io.slipway.inbox;

import java.time.Instant;

/**
 * What somebody remarked on a release while working on one of its tasks.
 *
 * @param id identifies the comment; later ones have greater ids
 * @param step label of the step on whose page it was written
 * @param author user name of who wrote it
 * @param writtenAt when, UTC
 * @param text the remark, plain text
 */
public record Comment(long id, String step, String author, Instant writtenAt, String text) {
}
