package io.slipway.e2e.pages;

import io.slipway.e2e.Browser;

/**
 * A page of the portal with the frame that all share. A subclass names what its own page
 * shows and lets a person do; every method that leads elsewhere gives the page it leads
 * to.
 */
public abstract class Page {

    private final Browser browser;

    protected Page(Browser browser) {
        this.browser = browser;
    }

    protected final Browser browser() {
        return this.browser;
    }

    /** Ends the session, and shows the page to sign in again. */
    public SignInPage signOut() {
        this.browser.submit("/sign-out");
        return new SignInPage(this.browser);
    }

}
