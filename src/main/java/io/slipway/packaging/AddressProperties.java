package io.slipway.packaging;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which hosts are taken for real although their names are kept for examples.
 *
 * @param exampleHosts names of hosts, with all below them; empty outside of a demo
 */
@ConfigurationProperties("slipway.documents")
record AddressProperties(@DefaultValue List<String> exampleHosts) {

    AddressProperties {
        exampleHosts = exampleHosts.stream().map(String::strip).filter((host) -> !host.isEmpty()).toList();
    }

}
