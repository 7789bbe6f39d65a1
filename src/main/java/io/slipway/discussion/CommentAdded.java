package io.slipway.discussion;

/**
 * Tells that somebody said something about a release.
 *
 * @param id identifies the comment
 */
public record CommentAdded(long id) {
}
