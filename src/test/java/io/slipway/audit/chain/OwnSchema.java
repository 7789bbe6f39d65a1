package io.slipway.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.database.TestDatabase;
import io.slipway.sql.RecordClient;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The tables of the record in a schema of its own, where everything is allowed.
 */
public final class OwnSchema {

    private final String url = TestDatabase.emptySchema() + "&sessionVariables=tx_isolation='READ-COMMITTED'";

    private final DriverManagerDataSource source = new DriverManagerDataSource(this.url, "root", "");

    private final JdbcClient jdbc = RecordClient.of(this.source);

    /** Makes the tables. */
    public OwnSchema(String... more) {
        migrate("040-audit.sql");
        this.jdbc.sql("alter table audit_entries add column token varchar(100) null after actor_name").update();
        migrate("042-audit-chain.sql");
        migrate("212-made-for-demo.sql");
        for (String file : more) {
            migrate(file);
        }
    }

    String url() {
        return this.url;
    }

    public DriverManagerDataSource source() {
        return this.source;
    }

    public JdbcClient jdbc() {
        return this.jdbc;
    }

    /** The rows in the order of the log. */
    public LogRows log() {
        return new LogRows(new ChainStore(this.jdbc));
    }

    /** Seals what waits, without a signature. */
    public void seal() {
        new Sealing(new ChainStore(this.jdbc),
                new RecordKeys("example.org/slipway", List.of(), List.of(), Duration.ofMinutes(1), null),
                Clock.systemUTC(), new JdbcTransactionManager(this.source))
            .seal();
    }

    /** Begins the log anew. */
    public void beginAnew() {
        new ChainStore(this.jdbc).beginAnew();
    }

    /** Writes rows. */
    public void rows(int count) {
        this.jdbc.sql("""
                insert into audit_entries (at, actor, actor_name, action, subject_type, subject, reason, old_values,
                                           new_values) values :rows""")
            .param("rows", IntStream.rangeClosed(1, count).mapToObj(OwnSchema::columns).toList())
            .update();
    }

    private static Object[] columns(int number) {
        return new Object[] { "2026-11-30 09:00:00.123", "rhea", "Rhea Malik", "plan.submitted", "release", "PAY-1",
                "row " + number, "{}", "{\"x\": 1.50}" };
    }

    private void migrate(String file) {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.source);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/" + file);
        try {
            liquibase.afterPropertiesSet();
        }
        catch (LiquibaseException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
