package io.slipway.api.event;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sources whose events are signed. Their secrets come from outside, like all secrets.
 */
@ConfigurationProperties("slipway.events")
record EventProperties(@DefaultValue List<Source> sources) {

    Optional<Source> of(String source) {
        return this.sources.stream().filter((one) -> one.source().equals(source)).findFirst();
    }

    /**
     * A source whose events have to be signed.
     *
     * @param source the source attribute of its events
     * @param secret the secret of Standard Webhooks, {@code whsec_} and Base64
     * @param owner user name of the person for whom it acts, as a token would
     */
    record Source(String source, String secret, String owner) {
    }

}
