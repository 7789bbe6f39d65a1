package io.slipway.identity.password;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with bounds: as Unicode composes them, none that is longer than any
 * that was ever allowed, and only as many at once as there are processors, since a hash
 * takes memory. What is too long is refused as slowly as what is wrong.
 */
public final class BoundedEncoder implements PasswordEncoder {

    private static final String TOO_LONG = "too long";

    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final PasswordEncoder encoder;

    /** Bounds an encoder. */
    public BoundedEncoder(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String encode(CharSequence password) {
        return bounded(() -> this.encoder.encode(PasswordRules.normal(password)));
    }

    @Override
    public boolean matches(CharSequence password, @Nullable String hash) {
        boolean tooLong = password.length() > 2 * PasswordRules.MAX;
        return bounded(() -> this.encoder.matches(tooLong ? TOO_LONG : PasswordRules.normal(password), hash))
                && !tooLong;
    }

    private <T> T bounded(Supplier<T> work) {
        this.hashing.acquireUninterruptibly();
        try {
            return work.get();
        }
        finally {
            this.hashing.release();
        }
    }

}
