package io.slipway.packaging.bom;

import java.util.Comparator;
import java.util.List;

/**
 * Whether something may be released, by its licences; from the best to the worst.
 */
public enum LicenceVerdict {

    /** Nothing forbids it. */
    ALLOWED,
    /** Nobody can tell, since what is said is not understood. */
    UNKNOWN,
    /** Nothing that is released may have such a licence. */
    FORBIDDEN;

    /** What holds together is as bad as the worst of it. */
    static LicenceVerdict worst(LicenceVerdict... verdicts) {
        return List.of(verdicts).stream().max(Comparator.naturalOrder()).orElse(ALLOWED);
    }

    /** Of alternatives the best may be chosen. */
    LicenceVerdict or(LicenceVerdict other) {
        return (compareTo(other) < 0) ? this : other;
    }

}
