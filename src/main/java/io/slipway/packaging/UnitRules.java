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
        String digest = delivery.digest().strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
        UnitDelivery normal = new UnitDelivery(delivery.name().strip(), delivery.version().strip(),
                delivery.artifact().strip(), digest, delivery.commit().strip().toLowerCase(Locale.ROOT),
                delivery.committedAt());
        InputCheck check = new InputCheck();
        check.refuseIf(normal.name().isEmpty(), "name", "release.unit.name.missing");
        check.refuseIf(normal.name().length() > LONGEST_NAME, "name", "ui.too-long", LONGEST_NAME);
        check.refuseIf(normal.version().isEmpty(), "version", "release.unit.version.missing");
        check.refuseIf(normal.version().length() > LONGEST_VERSION, "version", "ui.too-long", LONGEST_VERSION);
        check.refuseIf(!ADDRESS.matcher(normal.artifact()).matches(), "artifact", "release.unit.artifact.invalid");
        check.refuseIf(normal.artifact().length() > LONGEST_ADDRESS, "artifact", "ui.too-long", LONGEST_ADDRESS);
        check.refuseIf(!DIGEST.matcher(digest).matches(), "digest", "release.unit.digest.invalid");
        check.refuseIf(!COMMIT.matcher(normal.commit()).matches(), "commit", "release.unit.commit.invalid");
        check.refuseIf(normal.committedAt().isAfter(this.clock.instant()), "committedAt",
                "release.unit.committed-at.future");
        check.refuseIf(normal.committedAt().isBefore(Instant.EPOCH), "committedAt",
                "release.unit.committed-at.missing");
        check.finish();
        return normal;
    }

    void checkNew(UnitDelivery delivery, List<ReleaseUnit> delivered) {
        for (ReleaseUnit unit : delivered) {
            refuseIf(unit.name().equalsIgnoreCase(delivery.name()), "name", "release.unit.name.taken", unit.name());
            refuseIf(unit.digest().equals(delivery.digest()), "digest", "release.unit.digest.taken", unit.name());
        }
    }

    void checkAddress(String field, String address) {
        refuseIf(!address.isEmpty() && !ADDRESS.matcher(address).matches(), field, "release.unit.artifact.invalid");
        refuseIf(address.length() > LONGEST_ADDRESS, field, "ui.too-long", LONGEST_ADDRESS);
    }

    private static void refuseIf(boolean condition, String field, String code, Object... arguments) {
        if (condition) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
