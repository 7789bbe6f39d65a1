package io.slipway.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators may tune about the interface.
 *
 * @param callsPerMinute how many calls a token or person may make in a minute, on each
 * node
 */
@ConfigurationProperties("slipway.api")
record ApiProperties(@DefaultValue("600") int callsPerMinute) {
}
