package io.slipway.audit.chain;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators say about the record, under {@code slipway.audit}.
 *
 * @param key the private Ed25519 key that signs checkpoints, as PEM (PKCS #8) or its
 * base64; the same on all nodes
 * @param secondKey another one that signs as well, while one key is replaced by another
 * @param retired verifier keys of keys that signed once and sign no more
 * @param signEvery how often the head of the log is signed at most, while there is news
 * @param folder where this node remembers, outside of the database, the last checkpoint
 * that it made: a database that was restored from a backup is noticed by it
 * @param witness who cosigns each checkpoint
 * @param timestamp who says when a checkpoint was there
 */
@ConfigurationProperties("slipway.audit")
record AuditProperties(@Nullable String key, @Nullable String secondKey, @DefaultValue List<String> retired,
        @DefaultValue("1m") Duration signEvery, @Nullable Path folder, @DefaultValue List<WitnessAt> witness,
        @DefaultValue TimestampBy timestamp) {

    /**
     * A witness (C2SP tlog-witness).
     *
     * @param address before {@code /add-checkpoint}
     * @param key its verifier key, with its name
     */
    record WitnessAt(URI address, String key) {
    }

    /**
     * A time authority (RFC 3161).
     *
     * @param address where it is asked; null for none
     * @param certificate PEM of its certificate, or of who issued it
     * @param every how often
     */
    record TimestampBy(@Nullable URI address, @Nullable Path certificate, @DefaultValue("1d") Duration every) {
    }

}
