package io.slipway.deployment.tool;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Secrets of tools, by name: the environment, or a file among the secrets, has them under
 * {@code SLIPWAY_CREDENTIAL_} and the name. So none is in the database, in an export, or
 * on a page, and no other secret of the portal can be named.
 */
@Component
public class Credentials {

    private static final String PREFIX = "SLIPWAY_CREDENTIAL_";

    private static final String NAME = "[A-Za-z][A-Za-z0-9._-]{0,59}";

    /** What is shorter would be masked in words that are none. */
    private static final int SHORTEST = 6;

    private final Environment environment;

    /** Those that were used, to be masked wherever a tool gives them back. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Credentials(Environment environment) {
        this.environment = environment;
    }

    /** A name as it is set: in capitals, and an underscore for every sign between. */
    public static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Whether there is a secret of that name. */
    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** A secret; empty for a name that has none. */
    public Optional<String> value(String name) {
        Optional<String> found = name.matches(NAME)
                ? Optional.ofNullable(this.environment.getProperty(PREFIX + plain(name))).map(String::strip)
                : Optional.empty();
        found.filter((secret) -> !secret.isEmpty()).ifPresent(this::use);
        return found.filter((secret) -> !secret.isEmpty());
    }

    private void use(String secret) {
        for (String part : secret.split(":", 2)) {
            if (part.length() >= SHORTEST) {
                this.used.add(part);
            }
        }
        if (secret.length() >= SHORTEST) {
            this.used.add(secret);
        }
    }

    /** A text without any secret that was used. */
    String masked(String text) {
        String masked = text;
        for (String secret : this.used) {
            masked = masked.replace(secret, Excerpts.MASK);
        }
        return masked;
    }

}
