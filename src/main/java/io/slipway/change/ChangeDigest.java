package io.slipway.change;

import java.util.Comparator;

import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.planning.ReleasePlan;
import io.slipway.release.ReleaseDetails;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The digest that binds an authorisation to what was authorised: it changes whenever
 * something else would be deployed.
 */
public final class ChangeDigest {

    private ChangeDigest() {
    }

    /**
     * The digest of what would be deployed now.
     * @return SHA-256 of its plan, units and documents in hexadecimal digits
     */
    public static String of(ReleaseDetails release, ReleasePlan plan, PackageDetails content) {
        StringBuilder text = new StringBuilder();
        add(text, release.key(), plan.changeDigest());
        content.units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .forEach((unit) -> add(text, unit.name(), unit.version(), unit.digest()));
        content.documents().forEach((document) -> add(text, document.kind(), document.name(), document.digest()));
        return DigestUtils.sha256Hex(text.toString());
    }

    /** Adds each value with its length, so that no two contents read the same. */
    private static void add(StringBuilder text, @Nullable Object... values) {
        for (@Nullable
        Object value : values) {
            String one = String.valueOf(value);
            text.append(one.length()).append(':').append(one).append('\n');
        }
    }

}
