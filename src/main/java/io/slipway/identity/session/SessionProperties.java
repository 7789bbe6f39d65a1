package io.slipway.identity.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in counts.
 *
 * @param end after which time a session ends, however much it is used
 * @param confirmedFor for how long the password need not be asked again
 */
@ConfigurationProperties("slipway.sessions")
record SessionProperties(@DefaultValue("12h") Duration end, @DefaultValue("10m") Duration confirmedFor) {
}
