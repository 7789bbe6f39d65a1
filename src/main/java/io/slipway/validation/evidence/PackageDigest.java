package io.slipway.validation.evidence;

import java.util.Comparator;
import java.util.stream.Collectors;

import io.slipway.release.ReleasePackage;
import io.slipway.release.ReleaseUnitDetails;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells by its units what a package is, whenever it is assembled: tests of the same units
 * stay true.
 */
public final class PackageDigest {

    private PackageDigest() {
    }

    /**
     * The digest of a package.
     * @param content the package
     * @return SHA-256 over names, versions and digests of its units, as hexadecimal
     * digits
     */
    public static String of(ReleasePackage content) {
        return DigestUtils.sha256Hex(content.units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .map((unit) -> unit.name() + "\n" + unit.version() + "\n" + unit.digest())
            .collect(Collectors.joining("\n")));
    }

}
