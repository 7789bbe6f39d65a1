package io.slipway.ui;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people find this portal: the beginning of every link that leaves it, in mail and
 * calendars. Requests are not asked, since their host is whatever a client says.
 *
 * @param url scheme, host and port, such as {@code https://slipway.example.com}; refuses
 * what is no absolute http address
 */
@ConfigurationProperties("slipway")
public record PortalAddress(@DefaultValue("http://localhost:8080") String url) {

    public PortalAddress {
        URI address = URI.create(url);
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("slipway.url is no address of a portal: " + url);
        }
        url = url.replaceAll("/+$", "");
    }

    /**
     * The absolute address of a page.
     * @param path such as {@code /tasks/7}
     * @return such as {@code https://slipway.example.com/tasks/7}
     */
    public String of(String path) {
        return this.url + path;
    }

    /**
     * The host, as names of messages need it.
     * @return such as {@code slipway.example.com}
     */
    public String host() {
        return URI.create(this.url).getHost();
    }

}
