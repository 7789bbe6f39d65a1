package io.slipway.change;

import io.slipway.policy.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Which change records a list shows, the newest first.
 *
 * @param text beginning of a number or of a release's key, or words of the title; blank
 * for all
 * @param type how they are authorised; null for all
 * @param risk how much is at stake; null for all
 * @param status how far they are; null for all
 * @param service a service that they touch; blank for all
 * @param from the cursor of the page before, empty for the first page
 */
public record ChangeQuery(String text, @Nullable ChangeType type, @Nullable Risk risk, @Nullable ChangeStatus status,
        String service, String from) {

    /**
     * The first page of all change records.
     * @return the query of an unfiltered list
     */
    public static ChangeQuery all() {
        return new ChangeQuery("", null, null, null, "", "");
    }

}
