package io.slipway.configuration;

import io.slipway.identity.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Why the record of an item is written, when it is not by its own form.
 *
 * @param action what the journal says was done to an item that was there before, such as
 * {@code item.changed}
 * @param reason why, in words
 * @param releaseKey key of the release that is the cause, if one is
 */
public record ItemCause(String action, String reason, @Nullable String releaseKey) {

    /**
     * Tells the journal.
     * @return the entry with the reason and the release, as far as there are any
     */
    public JournalEntry of(JournalEntry entry) {
        JournalEntry told = this.reason.isEmpty() ? entry : entry.because(this.reason);
        return (this.releaseKey != null) ? told.release(this.releaseKey) : told;
    }

}
