package io.slipway.ui.body;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What operators may tune about bodies of requests.
 *
 * @param shortTime how long a short body may take, from its request line to its last byte
 * @param gathered how much may be held of short bodies that are on their way; those of
 * one address may have a quarter of it
 * @param longShare how many of the threads that serve may be at long bodies at once, in
 * per cent; one address may have half of them
 * @param longTime how long a long body may be slower than its rate
 * @param longRate how much of a long body has to come in a second
 */
@ConfigurationProperties("slipway.bodies")
record BodyProperties(@DefaultValue("10s") Duration shortTime, @DefaultValue("32MB") DataSize gathered,
        @DefaultValue("25") int longShare, @DefaultValue("30s") Duration longTime,
        @DefaultValue("4KB") DataSize longRate) {
}
