package io.slipway.calendar;

import java.util.Set;

import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.ScheduledRelease;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the calendar. Service, type and owner concern releases and their support;
 * windows and freezes say themselves what they apply to.
 *
 * @param layers what is shown; all if empty
 * @param service a service that the releases touch; blank for all
 * @param type how far the releases reach; null for all
 * @param owner user name of their release manager; blank for all
 * @param cancelled whether releases that were cancelled are shown as well
 */
public record CalendarFilter(Set<Layer> layers, String service, @Nullable ReleaseType type, String owner,
        boolean cancelled) {

    /** Everything but cancelled releases. */
    public static final CalendarFilter ALL = new CalendarFilter(Set.of(), "", null, "", false);

    boolean shows(Layer layer) {
        return this.layers.isEmpty() || this.layers.contains(layer);
    }

    boolean shows(ScheduledRelease release) {
        return (this.cancelled || release.status() != ReleaseStatus.CANCELLED)
                && (this.type == null || this.type == release.type())
                && (this.owner.isBlank() || this.owner.equals(release.owner()))
                && (this.service.isBlank() || release.services().stream().anyMatch(this.service::equalsIgnoreCase));
    }

}
