package io.slipway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import org.springframework.util.FileSystemUtils;

/**
 * A running Chromium. To start one and to stop it takes longer than many a journey, so
 * the next person gets the one that the last has left, with nothing of theirs in it but
 * the files that the portal lets browsers keep.
 */
final class Chrome {

    private static final ChromeInstallation INSTALLATION = ChromeInstallation.find();

    /** Kept, or its level would be lost: a new browser is no news for the test's log. */
    private static final Logger seleniumLog = Logger.getLogger("org.openqa.selenium");

    private static final Deque<Chrome> idle = new ConcurrentLinkedDeque<>();

    static {
        seleniumLog.setLevel(Level.SEVERE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> idle.forEach(Chrome::quit)));
    }

    private final Path profile;

    private final ChromeDriver driver;

    private Chrome() {
        this.profile = temporaryFolder();
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        if (INSTALLATION.driver() != null) {
            service.usingDriverExecutable(INSTALLATION.driver().toFile());
        }
        this.driver = new ChromeDriver(service.build(), options());
    }

    /** One that nobody uses, or a new one. */
    static Chrome take() {
        Chrome left = idle.pollFirst();
        return (left != null) ? left : new Chrome();
    }

    private ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        if (INSTALLATION.browser() != null) {
            options.setBinary(INSTALLATION.browser().toFile());
        }
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--lang=en", "--window-size=1280,900", "--user-data-dir=" + this.profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("slipway-browser");
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ChromeDriver driver() {
        return this.driver;
    }

    /**
     * Leaves it to the next person as if it were new.
     * @param address whose data it forgets
     */
    void leave(String address) {
        this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        this.driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
        this.driver.manage().window().setSize(Browser.DESKTOP);
        this.driver.get("about:blank");
        this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        this.driver.executeCdpCommand("Storage.clearDataForOrigin",
                Map.of("origin", address, "storageTypes", "local_storage,indexeddb,service_workers,cache_storage"));
        this.driver.executeCdpCommand("Page.resetNavigationHistory", Map.of());
        this.driver.manage().logs().get(LogType.BROWSER);
        idle.addFirst(this);
    }

    /** Stops it: nobody knows what state a failure has left it in. */
    void quit() {
        this.driver.quit();
        try {
            FileSystemUtils.deleteRecursively(this.profile);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

}
