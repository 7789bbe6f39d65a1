package io.slipway.ui.body;

import java.util.HashMap;
import java.util.Map;

/**
 * Something scarce, of which nobody gets all: each address has a share that is smaller
 * than the whole.
 */
final class Shares {

    private final long whole;

    private final long share;

    private final Map<String, Long> taken = new HashMap<>();

    private long sum;

    Shares(long whole, long share) {
        this.whole = whole;
        this.share = share;
    }

    /**
     * Takes a part.
     * @return whether there was enough left, in all and for the address
     */
    synchronized boolean take(String address, long part) {
        long own = this.taken.getOrDefault(address, 0L) + part;
        if (own > this.share || this.sum + part > this.whole) {
            return false;
        }
        this.taken.put(address, own);
        this.sum += part;
        return true;
    }

    /** Gives back what was taken. */
    synchronized void giveBack(String address, long part) {
        this.taken.computeIfPresent(address, (key, own) -> (own > part) ? own - part : null);
        this.sum -= part;
    }

    synchronized long sum() {
        return this.sum;
    }

}
