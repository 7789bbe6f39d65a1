package io.slipway.change;

import java.util.Comparator;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseUnitDetails;
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
     * @param release the release
     * @return SHA-256 of its plan, units and documents in hexadecimal digits
     */
    public static String of(ReleaseDetails release) {
        StringBuilder content = new StringBuilder();
        add(content, release.key(), release.plan().changeDigest());
        release.content()
            .units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .forEach((unit) -> add(content, unit.name(), unit.version(), unit.digest()));
        release.content()
            .documents()
            .forEach((document) -> add(content, document.kind(), document.name(), document.digest()));
        return DigestUtils.sha256Hex(content.toString());
    }

    /** Adds each value with its length, so that no two contents read the same. */
    private static void add(StringBuilder content, @Nullable Object... values) {
        for (@Nullable
        Object value : values) {
            String text = String.valueOf(value);
            content.append(text.length()).append(':').append(text).append('\n');
        }
    }

}
