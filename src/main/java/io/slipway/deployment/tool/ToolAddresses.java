package io.slipway.deployment.tool;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The addresses that the portal may reach as a client: those that begin with one that its
 * operators named, by scheme, host, port and whole parts of the path. Tools are inside of
 * the network as a rule, so that no rule about networks would do.
 */
@Component
@EnableConfigurationProperties(ToolProperties.class)
public class ToolAddresses {

    private final List<URI> allowed;

    ToolAddresses(ToolProperties properties) {
        this.allowed = properties.allowed().stream().map(ToolAddresses::required).toList();
    }

    private static URI required(String text) {
        URI address = read(text);
        if (address == null) {
            throw new IllegalStateException("slipway.tools.allowed holds what is no address of http: " + text);
        }
        return address;
    }

    /** Whether the portal may reach an address, as typed. */
    public boolean allows(String address) {
        URI read = read(address);
        return read != null && allows(read);
    }

    /** Whether the portal may reach an address. */
    boolean allows(URI address) {
        URI to = read(address.toString());
        return to != null && this.allowed.stream().anyMatch((one) -> begins(to, one));
    }

    /** The beginnings that are allowed, to be shown to who keeps tools. */
    public List<String> allowed() {
        return this.allowed.stream().map(URI::toString).toList();
    }

    private static boolean begins(URI to, URI with) {
        String path = with.getRawPath().replaceAll("/+$", "");
        return to.getScheme().equalsIgnoreCase(with.getScheme()) && to.getHost().equalsIgnoreCase(with.getHost())
                && port(to) == port(with) && (to.getRawPath().equals(path) || to.getRawPath().startsWith(path + "/"));
    }

    private static int port(URI address) {
        return (address.getPort() != -1) ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /** An address that is one of http, has no user, and means what it says. */
    private static @Nullable URI read(String text) {
        try {
            URI address = new URI(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            String path = String.valueOf(address.getRawPath()).toLowerCase(Locale.ROOT);
            boolean plain = !path.contains("..") && !path.contains("%2e") && !path.contains("\\");
            return (web && plain && address.getHost() != null && address.getRawUserInfo() == null
                    && address.getRawFragment() == null) ? address : null;
        }
        catch (URISyntaxException ex) {
            return null;
        }
    }

}
