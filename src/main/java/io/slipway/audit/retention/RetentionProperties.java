package io.slipway.audit.retention;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long things are kept that are not for ever, under {@code slipway.retention}.
 *
 * @param notices notices and mails, from when they were written
 */
@ConfigurationProperties("slipway.retention")
public record RetentionProperties(@DefaultValue("P2Y") Period notices) {
}
