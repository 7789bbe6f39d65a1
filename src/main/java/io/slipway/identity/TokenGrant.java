package io.slipway.identity;

import java.util.Collection;
import java.util.Set;

/**
 * What a token lets a tool do for its owner, beside the roles: whether it may change
 * anything, and what it may be used for.
 *
 * @param id identifies the token
 * @param writes whether it may change anything
 * @param releases keys of the releases that it may be used for, upper case
 * @param services the services whose releases it may be used for
 */
public record TokenGrant(long id, String name, boolean writes, Set<String> releases, Set<String> services) {

    /** Whether it may be used for every release. */
    public boolean everywhere() {
        return this.releases.isEmpty() && this.services.isEmpty();
    }

    /**
     * Tells whether it may be used for a release.
     * @param release key of the release, as stored
     * @param touched the services that the release touches
     * @return whether the release is named, or all that it touches is
     */
    public boolean covers(String release, Collection<String> touched) {
        return everywhere() || this.releases.contains(release) || coversServices(touched);
    }

    /** Whether it may be used for services. */
    public boolean coversServices(Collection<String> touched) {
        return everywhere() || !touched.isEmpty()
                && touched.stream().allMatch((one) -> this.services.stream().anyMatch(one::equalsIgnoreCase));
    }

}
