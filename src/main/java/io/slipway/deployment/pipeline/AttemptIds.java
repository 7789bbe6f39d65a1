package io.slipway.deployment.pipeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of attempts: UUIDs of version 7 (RFC 9562), which begin with their time, and so are
 * found in logs in order.
 */
final class AttemptIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final long VERSION = 0x7000L;

    private static final long VARIANT = 0x8000000000000000L;

    private AttemptIds() {
    }

    static String next(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION | (RANDOM.nextLong() & 0xfffL);
        return new UUID(high, RANDOM.nextLong() >>> 2 | VARIANT).toString();
    }

}
