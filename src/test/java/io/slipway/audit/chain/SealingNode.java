package io.slipway.audit.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.slipway.sql.RecordClient;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A process that seals a schema, signs it twice a second, and says what it signed: one
 * that can be killed.
 */
final class SealingNode {

    private SealingNode() {
    }

    public static void main(String[] arguments) throws Exception {
        SingleConnectionDataSource source = new SingleConnectionDataSource(arguments[0], "root", "", true);
        RecordKeys keys = new RecordKeys("example.org/slipway",
                List.of(SigningKey.read(Files.readString(Path.of(arguments[1])), "example.org/slipway")), List.of(),
                Duration.ofMillis(500), Path.of(arguments[2]));
        Sealing sealing = new Sealing(new ChainStore(RecordClient.of(source)), keys, Clock.systemUTC(),
                new JdbcTransactionManager(source));
        Checkpoint said = null;
        while (true) {
            sealing.sealed();
            Checkpoint signed = keys.remembered().orElse(null);
            if (signed != null && (said == null || !signed.same(said))) {
                Files.writeString(Path.of(arguments[3]), signed.text().replace("\n", " ") + "\n",
                        StandardOpenOption.APPEND);
                said = signed;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

}
