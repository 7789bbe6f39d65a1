package io.slipway.inbox.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a person came from, so that filters survive open, act and back. Addresses outside
 * the portal are refused by falling back to the task list.
 */
final class ReturnLink {

    static final String HOME = "/tasks";

    private ReturnLink() {
    }

    static String of(@Nullable String asked) {
        boolean ours = asked != null && asked.length() <= 500 && asked.matches("/[A-Za-z0-9][^\\\\\\p{Cntrl}]*")
                && !asked.contains("//");
        return ours ? asked : HOME;
    }

}
