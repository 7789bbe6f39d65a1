package io.slipway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each secret can come as a file that is named like its setting.
 */
class SecretsTests {

    @Test
    void areReadFromFiles(@TempDir Path folder) throws IOException {
        for (String name : List.of("DATABASE", "MIGRATION", "ADMIN", "SMTP")) {
            Files.writeString(folder.resolve("SLIPWAY_" + name + "_PASSWORD"), name.toLowerCase() + " secret\n");
        }
        new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
            .withSystemProperties("SLIPWAY_SECRETS=" + folder)
            .run((context) -> {
                Environment environment = context.getEnvironment();
                assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("database secret");
                assertThat(environment.getProperty("spring.liquibase.password")).isEqualTo("migration secret");
                assertThat(environment.getProperty("slipway.admin.password")).isEqualTo("admin secret");
                assertThat(environment.getProperty("spring.mail.password")).isEqualTo("smtp secret");
            });
    }

}
