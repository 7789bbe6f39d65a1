package io.slipway.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What operators say about mail, beside the server that Spring knows.
 *
 * @param from the address that mails come from
 */
@ConfigurationProperties("slipway.mail")
record MailProperties(String from) {
}
