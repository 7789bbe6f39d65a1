package io.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A server that is installed on this machine is found and told by its version, and where
 * there is none, one line says what to do on this system.
 */
class ServerProgramsTests {

    @TempDir
    private Path folder;

    @Test
    void findsTheFirstMariaDbOnThePathWithItsInstaller() throws IOException {
        program("mysql/bin/mysqld", "mysqld  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server)");
        program("old/bin/mariadbd", "mariadbd  Ver 10.6.16-MariaDB for Linux on x86_64");
        program("new/sbin/mariadbd", "mariadbd  Ver 11.8.2-MariaDB-deb12 for Linux on x86_64");
        program("new/bin/mariadb-install-db", "");
        ServerPrograms programs = ServerPrograms.installed(Platform.LINUX, null,
                List.of(this.folder.resolve("mysql/bin"), this.folder.resolve("old/bin"),
                        this.folder.resolve("nowhere"), this.folder.resolve("new/sbin")));
        Path home = this.folder.toRealPath().resolve("new");
        assertThat(programs).isEqualTo(new ServerPrograms(Platform.LINUX, home, home.resolve("sbin/mariadbd"),
                home.resolve("bin/mariadb-install-db"), "11.8"));
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() {
        assertThatExceptionOfType(StartupException.class)
            .isThrownBy(() -> ServerPrograms.installed(Platform.MACOS, null, List.of(this.folder)))
            .withMessageContaining("brew install mariadb")
            .withMessageContaining("SLIPWAY_DATABASE_SERVER")
            .withMessageContaining("SLIPWAY_DATABASE_URL")
            .withMessageNotContaining("\n");
        assertThatExceptionOfType(StartupException.class)
            .isThrownBy(() -> ServerPrograms.installed(Platform.LINUX, this.folder.resolve("gone"), List.of()))
            .withMessageContaining("gone is no MariaDB server of version 10.11 or newer");
    }

    @Test
    void knowsTheProgramsAndCommandsOfEachSystem() {
        assertThat(Platform.of("Windows 11")).isEqualTo(Platform.WINDOWS);
        assertThat(Platform.of("Mac OS X")).isEqualTo(Platform.MACOS);
        assertThat(Platform.of("Linux")).isEqualTo(Platform.LINUX);
        Path home = Path.of("mariadb");
        assertThat(ServerPrograms.unpacked(Platform.WINDOWS, home).server()).isEqualTo(home.resolve("bin/mysqld.exe"));
        assertThat(ServerPrograms.unpacked(Platform.WINDOWS, home).installer())
            .isEqualTo(home.resolve("bin/mysql_install_db.exe"));
        assertThat(Platform.WINDOWS.installerOptions(home)).isEmpty();
        assertThat(Platform.WINDOWS.runner()).isEmpty();
        assertThat(Platform.MACOS.runner()).contains("/bin/sh");
    }

    private void program(String name, String says) throws IOException {
        Path program = this.folder.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\necho '" + says + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

}
