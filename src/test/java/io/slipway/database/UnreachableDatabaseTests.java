package io.slipway.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.slipway.SlipwayApplication;
import io.slipway.test.Patience;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The portal as an operator starts it, with no database to be reached.
 */
class UnreachableDatabaseTests {

    @Test
    void saysSoInOneLineAndFails() throws IOException, InterruptedException {
        Process portal = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), SlipwayApplication.class.getName(),
                "--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/slipway")
            .redirectErrorStream(true)
            .start();
        List<String> lines = portal.inputReader().lines().toList();
        assertThat(portal.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(lines).singleElement()
            .asString()
            .contains("ERROR")
            .contains("Slipway cannot start: the database at jdbc:mariadb://127.0.0.1:1/slipway cannot be used");
        assertThat(portal.exitValue()).isEqualTo(1);
    }

}
