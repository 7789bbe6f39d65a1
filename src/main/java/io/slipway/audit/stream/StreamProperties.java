package io.slipway.audit.stream;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the record goes on to, under {@code slipway.audit.stream}; nowhere unless said.
 *
 * @param syslogHost a server for syslog over TLS (RFC 5425)
 * @param syslogCertificate PEM of who issued its certificate; null for whom Java trusts
 * @param webhook an address that takes batches of rows
 * @param webhookSecret what the batches are signed with (Standard Webhooks), as
 * {@code whsec_…}
 * @param patience until a server has taken a batch
 */
@ConfigurationProperties("slipway.audit.stream")
record StreamProperties(@Nullable String syslogHost, @DefaultValue("6514") int syslogPort,
        @Nullable Path syslogCertificate, @Nullable URI webhook, @Nullable String webhookSecret,
        @DefaultValue("10s") Duration patience) {
}
