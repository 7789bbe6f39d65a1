package io.slipway.identity;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says whom the portal may write to: the people who are known to it, and addresses of the
 * domains that its operator allows. Whoever may plan an announcement must not be able to
 * send mail to the whole world in the company's name.
 */
@Component
@EnableConfigurationProperties(AllowedDomains.class)
public class AllowedAddresses {

    private static final String ANY_BELOW = "*.";

    private final PersonDirectory people;

    private final List<String> domains;

    AllowedAddresses(PersonDirectory people, AllowedDomains allowed) {
        this.people = people;
        this.domains = allowed.allowedDomains()
            .stream()
            .map((domain) -> domain.strip().toLowerCase(Locale.ROOT))
            .filter((domain) -> !domain.isEmpty())
            .toList();
    }

    /**
     * Tells whether an address may be written to.
     * @param address a mail address
     * @return whether it is of somebody who is known and enabled, or of an allowed domain
     */
    public boolean allows(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return this.domains.stream().anyMatch((allowed) -> matches(domain, allowed)) || this.people.hasAddress(address);
    }

    /**
     * The allowed domains, for people to read.
     * @return their names, separated by commas; empty if there is none
     */
    public String domains() {
        return String.join(", ", this.domains);
    }

    private static boolean matches(String domain, String allowed) {
        return allowed.startsWith(ANY_BELOW) ? domain.endsWith(allowed.substring(1)) : domain.equals(allowed);
    }

}
