package io.slipway.identity.guessing;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Lets the attempts for one account from one place follow each other on this node. Until
 * its password has been looked at an attempt counts as a failure: a tool that calls often
 * at once, with the right password, would be taken for somebody who guesses.
 */
@Component
public class Turns {

    private static final int STRIPES = 256;

    private static final long PATIENCE_SECONDS = 10;

    private final Lock[] locks = Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

    /**
     * Waits for the turn and takes it.
     * @param account the account as typed, lower case
     * @param place where the attempt comes from
     * @return its result; empty when the turn did not come within ten seconds
     */
    public <T> Optional<T> take(String account, Origin place, Supplier<T> attempt) {
        Lock lock = this.locks[Math.floorMod(account.hashCode() * 31 + place.name().hashCode(), STRIPES)];
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(attempt.get());
        }
        finally {
            lock.unlock();
        }
    }

}
