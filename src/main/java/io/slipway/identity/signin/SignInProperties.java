package io.slipway.identity.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators may tune about signing in.
 *
 * @param hashMemory memory of one Argon2id hash, in KiB
 * @param hashIterations passes of one Argon2id hash over that memory
 */
@ConfigurationProperties("slipway.sign-in")
record SignInProperties(@DefaultValue("19456") int hashMemory, @DefaultValue("2") int hashIterations) {
}
