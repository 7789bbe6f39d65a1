package io.slipway.knowledge;

import java.util.List;

/**
 * What an article is about.
 *
 * @param services names of services
 * @param items keys of configuration items
 * @param releases keys of releases
 * @param alerts names of alerts, as monitoring calls them
 */
public record ArticleTies(List<String> services, List<String> items, List<String> releases, List<String> alerts) {

    /** About nothing in particular. */
    public static final ArticleTies NONE = new ArticleTies(List.of(), List.of(), List.of(), List.of());

    public ArticleTies {
        services = List.copyOf(services);
        items = List.copyOf(items);
        releases = List.copyOf(releases);
        alerts = List.copyOf(alerts);
    }

}
