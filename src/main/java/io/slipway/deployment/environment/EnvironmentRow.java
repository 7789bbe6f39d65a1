package io.slipway.deployment.environment;

import java.time.Instant;
import java.util.List;

import io.slipway.configuration.ItemSummary;
import org.jspecify.annotations.Nullable;

/**
 * A row of the environments that are kept.
 */
record EnvironmentRow(String environment, int version, EnvironmentKind kind, boolean production, int position,
        String zone, @Nullable String partner, int readyDays, @Nullable Instant readyAt, @Nullable String readyBy,
        @Nullable String readyNote) {

    EnvironmentProfile profile() {
        return new EnvironmentProfile(this.kind, this.production, this.position, this.zone,
                (this.partner != null) ? this.partner : "", this.readyDays);
    }

    EnvironmentDetails details(ItemSummary item, List<EnvironmentHold> queue) {
        EnvironmentDetails.@Nullable Confirmed ready = (this.readyAt != null && this.readyBy != null)
                ? new EnvironmentDetails.Confirmed(this.readyBy, this.readyAt,
                        (this.readyNote != null) ? this.readyNote : "")
                : null;
        EnvironmentHold holder = queue.stream().filter(EnvironmentHold::holding).findFirst().orElse(null);
        return new EnvironmentDetails(item, profile(), ready, holder, queue.size() - ((holder != null) ? 1 : 0),
                this.version);
    }

}
