package io.slipway.validation;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.ReleaseUnitDetails;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells one package from another, so that a verdict on an earlier package does not count
 * for the one that is there now.
 *
 * @param digest SHA-256 over the time of assembly and the digests of all units, as
 * hexadecimal digits
 * @param assembled whether there is a whole package to judge at all
 */
record PackageMark(String digest, boolean assembled) {

    static PackageMark of(PackageDetails content) {
        Instant assembledAt = content.assembledAt();
        String text = content.units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .map((unit) -> unit.name() + "\n" + unit.version() + "\n" + unit.digest())
            .collect(Collectors.joining("\n", ((assembledAt != null) ? assembledAt.toEpochMilli() : "") + "\n", ""));
        return new PackageMark(DigestUtils.sha256Hex(text), assembledAt != null && content.missing().isEmpty());
    }

}
