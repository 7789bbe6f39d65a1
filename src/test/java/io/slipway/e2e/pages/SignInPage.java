package io.slipway.e2e.pages;

import io.slipway.e2e.Browser;
import org.openqa.selenium.By;

/**
 * Where a person says who they are.
 */
public final class SignInPage extends Page {

    SignInPage(Browser browser) {
        super(browser);
        browser.find(By.name("username"));
    }

    /**
     * Opens the page to sign in.
     */
    public static SignInPage open(Browser browser) {
        return new SignInPage(browser.open("/sign-in"));
    }

    /**
     * Signs a person in; the browser then shows the page that was asked for before, or
     * home.
     */
    public Browser signIn(String username, String password) {
        browser().fill("username", username).fill("password", password).submit("/sign-in");
        return browser();
    }

}
