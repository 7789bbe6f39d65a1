package io.slipway.identity.guessing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often may be tried.
 *
 * @param placeFailures failures of one account from one place after which it waits there
 * @param addressFailures failures from one address after which that address has to wait
 * @param accountFailures failures of one account from everywhere, after which each new
 * place waits a little first
 * @param longestDelay the most that such a place waits
 */
@ConfigurationProperties("slipway.sign-in")
record GuessingProperties(@DefaultValue("15m") Duration window, @DefaultValue("5") int placeFailures,
        @DefaultValue("50") int addressFailures, @DefaultValue("10") int accountFailures,
        @DefaultValue("30s") Duration longestDelay) {

    /** Doubles with each failure beyond the limit, and never becomes a lock. */
    Duration delay(int failures) {
        int doubled = Math.min(failures - this.accountFailures, 10);
        Duration delay = Duration.ofSeconds(1L << Math.max(doubled, 0));
        return (delay.compareTo(this.longestDelay) < 0) ? delay : this.longestDelay;
    }

}
