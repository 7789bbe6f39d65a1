package io.slipway.deployment.rollback;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is left of a window besides the rollback itself.
 *
 * @param verification how long it takes to see that the former baseline is back
 * @param reserve what is kept for what nobody thought of
 * @param toldBefore how long before its deadline people are told
 */
@ConfigurationProperties("slipway.rollback")
public record RollbackProperties(@DefaultValue("PT15M") Duration verification, @DefaultValue("PT15M") Duration reserve,
        @DefaultValue("PT30M") Duration toldBefore) {
}
