package io.slipway.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Which configuration items a list shows.
 *
 * @param text beginning of the key or of the name; blank for all
 * @param type what kind of thing; null for all
 * @param owner user name of who answers for them; blank for all
 * @param retired whether it shows the retired ones instead of those in use
 * @param from the cursor of the page before, empty for the first page
 */
public record ItemQuery(String text, @Nullable ItemType type, String owner, boolean retired, String from) {

    /**
     * The first page of all items in use.
     * @return the query of an unfiltered list
     */
    public static ItemQuery all() {
        return new ItemQuery("", null, "", false, "");
    }

}
