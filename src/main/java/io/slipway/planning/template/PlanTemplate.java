package io.slipway.planning.template;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A plan to begin with, as people saved it.
 *
 * @param note what it is good for
 * @param version the newest version, which new releases begin with
 * @param retiredAt since when it is no longer offered, UTC; null while it is
 * @param services the services that it is for
 */
public record PlanTemplate(long id, String name, String note, int version, @Nullable Instant retiredAt,
        List<String> services) {

    public boolean active() {
        return this.retiredAt == null;
    }

}
