package io.slipway.packaging;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a unit is refused for, whoever delivers it: all of it at once, each at its field.
 */
class UnitRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private final UnitRules rules = new UnitRules(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void refusesAllThatIsMissing() {
        assertThat(problems(new UnitDelivery("", " ", "", "", "", null))).containsExactly(
                "name: release.unit.name.missing", "version: release.unit.version.missing",
                "artifact: release.unit.artifact.invalid", "digest: release.unit.digest.invalid",
                "commit: release.unit.commit.invalid", "committedAt: release.unit.committed-at.missing");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(problems(new UnitDelivery("n".repeat(81), "v".repeat(61), "https://a/" + "a".repeat(500),
                "a".repeat(65), "a".repeat(41), NOW.plusSeconds(1))))
            .containsExactly("name: ui.too-long", "version: ui.too-long", "artifact: ui.too-long",
                    "digest: release.unit.digest.invalid", "commit: release.unit.commit.invalid",
                    "committedAt: release.unit.committed-at.future");
    }

    @ParameterizedTest
    @CsvSource({ "javascript:alert(1)", "ftp://example.com/a", "https://a b", "pkg:OCI/shop", "shop" })
    void refusesWhatIsNoAddress(String address) {
        assertThat(problems(new UnitDelivery("shop", "1.0", address, "a".repeat(64), "0a1b2c3", NOW)))
            .containsExactly("artifact: release.unit.artifact.invalid");
    }

    @Test
    void bringsDigitsToLowerCaseAndTextsToTheirBare() {
        assertThat(this.rules.normal(
                new UnitDelivery(" shop ", " 1.0", "pkg:oci/shop@1.0 ", "sha256:" + "A".repeat(64), " 0A1B2C3", NOW)))
            .isEqualTo(new UnitDelivery("shop", "1.0", "pkg:oci/shop@1.0", "a".repeat(64), "0a1b2c3", NOW));
    }

    private List<String> problems(UnitDelivery delivery) {
        return catchThrowableOfType(InvalidInputException.class, () -> this.rules.normal(delivery)).problems()
            .stream()
            .map(InputProblem::toString)
            .toList();
    }

}
