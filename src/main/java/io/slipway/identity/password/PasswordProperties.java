package io.slipway.identity.password;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators tell about passwords.
 *
 * @param organisation names of the organisation, which everybody tries first,
 * {@code SLIPWAY_ORGANISATION}
 */
@ConfigurationProperties("slipway.passwords")
record PasswordProperties(@DefaultValue List<String> organisation) {
}
