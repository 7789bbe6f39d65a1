package io.slipway.workflow;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which work items a list shows to the current actor.
 *
 * @param text the beginning of a release's key, or words of the release's name or the
 * step's label; null or blank for all
 * @param role only those for this role; null for all
 * @param phase only those of this phase, such as {@code PLAN}; null for all
 * @param cursor where the page begins, as the last page told; null for the first page
 */
public record WorkItemQuery(WorkItemView view, @Nullable String text, @Nullable Role role, @Nullable String phase,
        @Nullable String cursor) {

    /** The first page of a view, without filters. */
    public static WorkItemQuery of(WorkItemView view) {
        return new WorkItemQuery(view, null, null, null, null);
    }

}
