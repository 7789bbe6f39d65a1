package io.slipway.e2e.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import io.slipway.audit.chain.SealNow;
import io.slipway.e2e.Browser;
import io.slipway.e2e.Journey;
import io.slipway.e2e.pages.Crew;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.ReleaseDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requirement: an auditor finds a release by its deviation, understands what was decided
 * and on what, takes the proof away, verifies, draws a sample that anybody can redraw and
 * opens an item: on a phone, by keyboard alone, and on paper; axe finds nothing.
 */
@Journey
class AuditorJourney {

    @TempDir
    Path downloads;

    @Test
    void findsUnderstandsTakesAwayVerifiesAndSamples(Browser browser, @Autowired SomePerson somePerson,
            @Autowired ReleaseDriver driver, @Autowired SealNow record) throws IOException {
        String key = driver.register("Audited");
        driver.close(key);
        record.seal();
        new Crew(browser).next(somePerson.with(Role.AUDITOR)).browser().resize(390, 844);

        find(browser, key);
        understand(browser, key);
        takeAway(browser, key);
        verify(browser);
        sample(browser);
    }

    private static void find(Browser browser, String key) {
        browser.open("/audit").keyboard().enter(By.cssSelector(".tabs a[href*='/releases']")).expectHeading("Releases");
        browser.keyboard().tabTo(By.name("text")).sendKeys(key);
        browser.keyboard().tabTo(By.cssSelector(".filters-more > summary")).sendKeys(Keys.ENTER);
        browser.keyboard().tabTo(By.name("deviation")).sendKeys("Support ended");
        browser.keyboard().enter(By.cssSelector("form.filters button[type=submit]")).expectAccessible();
        browser.keyboard()
            .enter(By.cssSelector("tbody a[href='/releases/%s']".formatted(key)))
            .expectText("Support ended");
    }

    private static void understand(Browser browser, String key) {
        browser.keyboard().enter(By.linkText("Record"));
        browser.keyboard()
            .enter(By.cssSelector(".subtabs a[href$='/%s/history']".formatted(key)))
            .expectText("Confirmed");
        browser.keyboard().tabTo(By.cssSelector(".trail details.seen > summary")).sendKeys(Keys.ENTER);
        browser.expectText("Asked: ").expectAccessible().expectPrintable();
    }

    private void takeAway(Browser browser, String key) throws IOException {
        browser.keyboard()
            .enter(By.cssSelector("a[href$='/evidence']"))
            .expectHeading(key)
            .expectAccessible()
            .expectPrintable();
        Path pack = browser.keyboard().save(By.cssSelector("a[href$='evidence.zip']"), this.downloads);
        assertThat(verified(pack)).contains("All of it is good.");
    }

    /** As {@code how-to-verify.txt} says. */
    private static String verified(Path pack) throws IOException {
        Path jar = pack.resolveSibling("slipway-verify.jar");
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("slipway-verify.jar")), jar);
        }
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                jar.toString(), pack.toString())
            .redirectErrorStream(true)
            .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private static void verify(Browser browser) {
        browser.open("/audit").keyboard().enter(By.cssSelector(".tabs a[href$='/audit/integrity']"));
        assertThat(browser.find(By.cssSelector("#says + dl")).getText()).contains("Signature", "Good", "Sealed",
                "Anchored outside");
        String kept = browser.find(By.cssSelector("#keep ~ pre")).getText();
        browser.keyboard().tabTo(By.id("checkpoint")).sendKeys(kept + "\n");
        browser.keyboard().enter(By.cssSelector("form[action$='/compare'] button")).expectText("Consistent");
        browser.expectAccessible().expectPrintable();
    }

    private static void sample(Browser browser) {
        browser.keyboard()
            .enter(By.cssSelector(".tabs a[href$='/audit/reports']"))
            .expectAccessible()
            .keyboard()
            .enter(By.cssSelector(".tile[href$='/population']"));
        browser.keyboard().tabTo(By.id("seed")).sendKeys("31 December");
        browser.keyboard()
            .enter(By.cssSelector("form.filters button[type=submit]"))
            .expectText("Sample: ")
            .expectAccessible()
            .expectPrintable();
        browser.keyboard()
            .enter(By.cssSelector("section[aria-labelledby=sample] tbody a"))
            .expectHeading("Test of ")
            .expectAccessible()
            .expectPrintable();
    }

}
