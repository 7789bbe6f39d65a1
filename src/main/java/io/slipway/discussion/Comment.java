package io.slipway.discussion;

import java.time.Instant;
import java.util.List;

/**
 * What somebody said about a release.
 *
 * @param id identifies the comment; later ones have greater ids
 * @param author user name of who wrote it
 * @param writtenAt when, UTC
 * @param text the remark, plain text; empty where the files say it all
 * @param files what was attached
 */
public record Comment(long id, CommentPlace place, String author, Instant writtenAt, String text,
        List<CommentFile> files) {
}
