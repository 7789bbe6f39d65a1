package io.slipway.release;

/**
 * A change of what belongs to a release, by the feature that it belongs to: loaded once,
 * nobody else changes the release until the transaction ends.
 */
public final class ReleaseChange {

    private final ReleaseStore store;

    private final Release release;

    private final ReleaseDetails before;

    ReleaseChange(ReleaseStore store, Release release) {
        this.store = store;
        this.release = release;
        this.before = release.details();
    }

    /** The release before the change. */
    public ReleaseDetails release() {
        return this.before;
    }

    /** Keeps the change: whoever saw the release before saw another version. */
    public void keep() {
        this.store.store(this.release);
    }

    /**
     * Keeps the change and what the record says of the plan from now on. Refuses, with an
     * {@link IllegalStateException}, a release that has ended.
     */
    public void keep(ReleaseOutline outline) {
        this.release.outline(outline);
        keep();
    }

}
