package io.slipway.monitor.web;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Writes addresses within the portal, whatever characters their parts have.
 */
final class Addresses {

    private Addresses() {
    }

    /** A path and its query, without the parameters that are empty. */
    static String of(String path, Map<String, ?> parts, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new HashMap<>(parts);
        new TreeMap<>(query).forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }

}
