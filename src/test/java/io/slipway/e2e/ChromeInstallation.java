package io.slipway.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The browser of this machine and its driver. Without one, Debian's is installed where
 * that is allowed; where it is not, Selenium Manager fetches one of its own.
 *
 * @param browser the program, or nothing for Selenium Manager to find
 * @param driver its driver, or nothing for Selenium Manager to find
 */
record ChromeInstallation(@Nullable Path browser, @Nullable Path driver) {

    private static final Logger log = LoggerFactory.getLogger(ChromeInstallation.class);

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome-stable",
            "google-chrome", "chrome");

    static ChromeInstallation find() {
        Optional<ChromeInstallation> found = installed();
        if (found.isEmpty() && mayInstall()) {
            found = install();
        }
        return found.orElseGet(() -> new ChromeInstallation(anyOf(BROWSERS).orElse(null), null));
    }

    /**
     * Installs the browser; the other test JVM waits meanwhile and finds it installed.
     */
    private static Optional<ChromeInstallation> install() {
        try (FileChannel lock = FileChannel.open(Path.of("target/chromium-installation.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (installed().isEmpty()) {
                run("apt-get", "-q", "update");
                run("apt-get", "-qy", "--no-install-recommends", "install", "chromium", "chromium-driver");
            }
        }
        catch (IOException failure) {
            log.warn("The installation cannot be locked", failure);
        }
        return installed();
    }

    private static Optional<ChromeInstallation> installed() {
        return anyOf(BROWSERS).flatMap(
                (browser) -> anyOf(List.of("chromedriver")).map((driver) -> new ChromeInstallation(browser, driver)));
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name")) && anyOf(List.of("apt-get")).isPresent();
    }

    private static Optional<Path> anyOf(List<String> programs) {
        List<String> folders = Arrays
            .asList(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)));
        return programs.stream()
            .flatMap((program) -> folders.stream().map((folder) -> Path.of(folder, program)))
            .filter(Files::isExecutable)
            .findFirst();
    }

    private static void run(String... command) {
        log.warn("No Chromium or Chrome with its driver is here: {}", String.join(" ", command));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/chromium-installation.log")));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            int exit = builder.start().onExit().join().exitValue();
            if (exit != 0) {
                log.warn("That failed, see target/chromium-installation.log; Selenium Manager takes over");
            }
        }
        catch (IOException failure) {
            log.warn("That failed; Selenium Manager takes over", failure);
        }
    }

}
