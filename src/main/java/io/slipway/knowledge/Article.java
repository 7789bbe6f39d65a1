package io.slipway.knowledge;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An article as it is now.
 *
 * @param version its newest version, from 1; changed by each act that changes its text
 * @param madeBy who wrote the newest version
 * @param madeAt when the newest version was written, UTC
 */
public record Article(long id, ArticleKind kind, ArticleState state, int version, ArticleText text, ArticleCare care,
        ArticleTies ties, Review review, Use use, String madeBy, Instant madeAt) {

    /** Its key, such as {@code KB-17}. */
    public String key() {
        return "KB-" + this.id;
    }

    /** Whether its review is due. */
    public boolean overdue(Instant now) {
        return this.state != ArticleState.ARCHIVED && !this.review.due.isAfter(now);
    }

    /** Whether readers may still rely on it. */
    public boolean active() {
        return this.state != ArticleState.ARCHIVED;
    }

    /**
     * Whether somebody said that it is right, and when that is asked again.
     *
     * @param by who said so last
     * @param at when, UTC
     * @param due when it is to be looked over, UTC
     */
    public record Review(@Nullable String by, @Nullable Instant at, Instant due) {
    }

    /**
     * What readers say of it.
     *
     * @param helped how many say that it helped
     * @param failed how many say that it did not
     * @param runs how often its steps were followed
     */
    public record Use(int helped, int failed, int runs) {
    }

}
