package io.slipway.discussion;

/**
 * A file that somebody attached to a comment.
 *
 * @param commentId the comment
 * @param number its place among the comment's files, from 1
 * @param name what it is called
 * @param size its length in bytes
 * @param digest SHA-256, 64 lower-case hexadecimal digits
 * @param fileId where its content is kept
 */
public record CommentFile(long commentId, int number, String name, long size, String digest, long fileId) {
}
