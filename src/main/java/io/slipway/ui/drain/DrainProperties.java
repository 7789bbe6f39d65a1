package io.slipway.ui.drain;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators may tune about leaving.
 *
 * @param time how long requests are answered as before after readiness has turned: longer
 * than the load balancer takes to notice
 */
@ConfigurationProperties("slipway.drain")
record DrainProperties(@DefaultValue("5s") Duration time) {
}
