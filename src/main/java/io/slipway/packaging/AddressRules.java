package io.slipway.packaging;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What the address of a document or of scripts has to be: one of a host that can exist,
 * plausible for its kind, and not the same for two kinds. Names kept for examples are
 * those of RFC 2606 and RFC 6761.
 */
@Component
@EnableConfigurationProperties(AddressProperties.class)
class AddressRules {

    private static final int LONGEST = 500;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final Pattern KEPT_FOR_EXAMPLES = Pattern.compile(
            "(.*\\.)?(example\\.(com|org|net)|example|invalid|test|localhost|localdomain)|0\\.0\\.0\\.0|127\\..*|\\[.*\\]");

    private final List<String> real;

    AddressRules(AddressProperties properties) {
        this.real = properties.exampleHosts();
    }

    /** The address of the documentation, without blanks around it; may be empty. */
    String documentation(String address, InputCheck check) {
        return address("documentation", address, DocumentKind.DOCUMENTATION, check);
    }

    /** The address of the scripts, without blanks around it; may be empty. */
    String scripts(String address, InputCheck check) {
        return address("scripts", address, DocumentKind.SCRIPTS, check);
    }

    /** Two kinds are two things. */
    void apart(String documentation, String scripts, InputCheck check) {
        check.refuseIf(!documentation.isEmpty() && documentation.equalsIgnoreCase(scripts), "scripts",
                "release.address.same");
    }

    private String address(String field, String address, DocumentKind kind, InputCheck check) {
        String given = check.optional(field, address, LONGEST);
        if (given.isEmpty()) {
            return given;
        }
        URI uri = uri(given);
        if (uri == null) {
            check.refuse(field, "release.address.invalid");
            return given;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        check.refuseIf(KEPT_FOR_EXAMPLES.matcher(host).matches() && !isReal(host), field, "release.address.example",
                host);
        kind.against(Objects.requireNonNullElse(uri.getPath(), "")).ifPresent((code) -> check.refuse(field, code));
        return given;
    }

    private boolean isReal(String host) {
        return this.real.stream().anyMatch((one) -> host.equals(one) || host.endsWith("." + one));
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return (web && uri.getHost() != null && uri.getUserInfo() == null) ? uri : null;
        }
        catch (URISyntaxException ex) {
            return null;
        }
    }

}
