package io.slipway.identity.signin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators may tune about signing in.
 *
 * @param hashMemory memory of one Argon2id hash, in KiB
 * @param hashIterations passes of one Argon2id hash over that memory
 * @param window how long a failure counts
 * @param accountFailures failures of one account after which it has to wait
 * @param addressFailures failures from one address after which it has to wait
 */
@ConfigurationProperties("slipway.sign-in")
record SignInProperties(@DefaultValue("19456") int hashMemory, @DefaultValue("2") int hashIterations,
        @DefaultValue("15m") Duration window, @DefaultValue("5") int accountFailures,
        @DefaultValue("50") int addressFailures) {
}
