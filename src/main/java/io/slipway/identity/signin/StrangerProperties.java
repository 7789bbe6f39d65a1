package io.slipway.identity.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators may tune about those who are not signed in.
 *
 * @param formsPerMinute how many forms may come from one address in a minute, on each
 * node
 */
@ConfigurationProperties("slipway.strangers")
record StrangerProperties(@DefaultValue("120") int formsPerMinute) {
}
