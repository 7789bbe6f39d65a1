package io.slipway.configuration;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the register of configuration items is kept.
 *
 * @param staleAfter how long the record of an item counts as right after somebody
 * confirmed it
 */
@ConfigurationProperties("slipway.configuration")
record RegisterProperties(@DefaultValue("180d") Duration staleAfter) {
}
