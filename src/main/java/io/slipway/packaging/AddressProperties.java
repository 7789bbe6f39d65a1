package io.slipway.packaging;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What operators say about addresses of documents.
 *
 * @param exampleHosts names of hosts, with all below them, that are taken for real
 * although their names are kept for examples; empty outside of a demo
 * @param ask whether the portal asks addresses
 * @param allowedHosts names of hosts that it asks wherever they are, inside of the
 * network too
 */
@ConfigurationProperties("slipway.documents")
public record AddressProperties(@DefaultValue List<String> exampleHosts, @DefaultValue("true") boolean ask,
        @DefaultValue List<String> allowedHosts) {

    public AddressProperties {
        exampleHosts = names(exampleHosts);
        allowedHosts = names(allowedHosts);
    }

    private static List<String> names(List<String> hosts) {
        return hosts.stream()
            .map((host) -> host.strip().toLowerCase(Locale.ROOT))
            .filter((host) -> !host.isEmpty())
            .toList();
    }

}
