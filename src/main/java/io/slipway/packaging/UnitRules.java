package io.slipway.packaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What a release unit must be to be delivered. Refuses with an
 * {@link InvalidInputException} that names the delivery's component.
 */
@Component
class UnitRules {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");

    private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+|pkg:[a-z][a-z0-9.+-]*/\\S+)");

    private static final int LONGEST_NAME = 80;

    private static final int LONGEST_VERSION = 60;

    private static final int LONGEST_ADDRESS = 500;

    private final Clock clock;

    UnitRules(Clock clock) {
        this.clock = clock;
    }

    /** Brings digits to lower case and checks all but the clash with other units. */
    UnitDelivery normal(UnitDelivery delivery) {
        InputCheck check = new InputCheck();
        String name = check.required("name", delivery.name(), LONGEST_NAME, "release.unit.name.missing");
        String version = check.required("version", delivery.version(), LONGEST_VERSION, "release.unit.version.missing");
        String artifact = address("artifact", delivery.artifact(), check);
        check.refuseIf(artifact.isEmpty(), "artifact", "release.unit.artifact.invalid");
        String digest = delivery.digest().strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
        check.refuseIf(!DIGEST.matcher(digest).matches(), "digest", "release.unit.digest.invalid");
        String commit = delivery.commit().strip().toLowerCase(Locale.ROOT);
        check.refuseIf(!COMMIT.matcher(commit).matches(), "commit", "release.unit.commit.invalid");
        Instant committedAt = delivery.committedAt();
        check.refuseIf(committedAt == null || committedAt.isBefore(Instant.EPOCH), "committedAt",
                "release.unit.committed-at.missing");
        check.refuseIf(committedAt != null && committedAt.isAfter(this.clock.instant()), "committedAt",
                "release.unit.committed-at.future");
        check.finish();
        return new UnitDelivery(name, version, artifact, digest, commit, committedAt);
    }

    /** An address that may be left out, without blanks around it. */
    String address(String field, String address, InputCheck check) {
        String given = check.optional(field, address, LONGEST_ADDRESS);
        check.refuseIf(!given.isEmpty() && !ADDRESS.matcher(given).matches(), field, "release.unit.artifact.invalid");
        return given;
    }

    void checkNew(UnitDelivery delivery, List<ReleaseUnit> delivered) {
        InputCheck check = new InputCheck();
        for (ReleaseUnit unit : delivered) {
            check.refuseIf(unit.name().equalsIgnoreCase(delivery.name()), "name", "release.unit.name.taken",
                    unit.name());
            check.refuseIf(check.sound("name") && unit.digest().equals(delivery.digest()), "digest",
                    "release.unit.digest.taken", unit.name());
        }
        check.finish();
    }

}
