package io.slipway.validation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;

import io.slipway.release.ReleasePackage;
import io.slipway.release.ReleaseUnitDetails;

/**
 * Tells one package from another, so that a verdict on an earlier package does not count
 * for the one that is there now.
 *
 * @param digest SHA-256 over the time of assembly and the digests of all units, as
 * hexadecimal digits
 * @param assembled whether there is a whole package to judge at all
 */
record PackageMark(String digest, boolean assembled) {

    static PackageMark of(ReleasePackage content) {
        Instant assembledAt = content.assembledAt();
        String text = content.units()
            .stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .map((unit) -> unit.name() + "\n" + unit.version() + "\n" + unit.digest())
            .collect(Collectors.joining("\n", ((assembledAt != null) ? assembledAt.toEpochMilli() : "") + "\n", ""));
        return new PackageMark(sha256(text), assembledAt != null && content.missing().isEmpty());
    }

    boolean is(String other) {
        return this.assembled && this.digest.equals(other);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java platform has SHA-256", ex);
        }
    }

}
