package io.slipway.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * An article in a list.
 *
 * @param services the services that it is about
 * @param reviewDue when it is to be looked over, UTC
 */
public record ArticleLine(long id, ArticleKind kind, ArticleState state, String title, String symptom,
        List<String> services, String owner, Instant reviewDue, int helped, int runs) {

    /** Its key, such as {@code KB-17}. */
    public String key() {
        return "KB-" + this.id;
    }

    /** Whether its review is due. */
    public boolean overdue(Instant now) {
        return this.state != ArticleState.ARCHIVED && !this.reviewDue.isAfter(now);
    }

}
