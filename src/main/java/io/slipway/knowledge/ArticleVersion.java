package io.slipway.knowledge;

import java.time.Instant;

/**
 * A version of an article, which never changes.
 *
 * @param version from 1
 * @param text what it said
 * @param note why it was written
 * @param madeAt when, UTC
 */
public record ArticleVersion(int version, ArticleText text, String note, String madeBy, Instant madeAt) {
}
