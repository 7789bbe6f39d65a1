package io.slipway.release.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Marks that another feature puts on releases in lists.
 */
public interface ReleaseFlags {

    /**
     * The marks of some releases, in a handful of statements.
     * @param keys the releases' keys, at most a page of a list
     * @return the marks of each release that has any
     */
    Map<String, List<ReleaseFlag>> of(Collection<String> keys);

}
