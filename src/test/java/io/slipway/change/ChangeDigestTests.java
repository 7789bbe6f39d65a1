package io.slipway.change;

import java.time.Instant;
import java.util.List;

import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageDocument;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.planning.ReleasePlan;
import io.slipway.planning.plan.Plan;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseSchedule;
import io.slipway.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The digest of what is authorised stays the same for the same release, whatever holds
 * its parts: authorisations that were given before an upgrade hold after it.
 */
class ChangeDigestTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final ReleaseDetails RELEASE = new ReleaseDetails("PAY-1", "Payments", ReleaseType.MINOR,
            DeploymentModel.PHASED, "rosa", Phase.TEST, ReleaseStatus.OPEN,
            new ReleaseSchedule(List.of(), "production", null, null, 7), NOW, null, null, null, null, 1);

    @Test
    void staysWhatItEverWas() {
        PackageDetails content = new PackageDetails(List.of(unit(2, "web", "2.0", "b"), unit(1, "api", "1.0", "a")),
                "https://docs.example.com", "https://git.example.com", NOW, List.of(), List.of(new PackageDocument(3,
                        DocumentKind.DOCUMENTATION, "notes.md", 7, "d".repeat(64), 4, "bea", NOW)),
                List.of());
        assertThat(ChangeDigest.of(RELEASE, plan("c".repeat(64)), content))
            .isEqualTo("593f25162c68b51e6605f17dab9dab05c411dc5b283925c0e7c4f207101c7440");
        assertThat(ChangeDigest.of(RELEASE, plan(null),
                new PackageDetails(List.of(), "", "", null, List.of(), List.of(), List.of())))
            .isEqualTo("82fb952084d346b1e959228a86b67571c97561f5823891a1967dab7a3519861e");
    }

    private static ReleaseUnitDetails unit(long id, String name, String version, String digit) {
        return new ReleaseUnitDetails(id, name, version, "https://artifacts.example.com/" + name, digit.repeat(64),
                "4f2a91c", NOW, "bea", NOW);
    }

    private static ReleasePlan plan(@Nullable String changeDigest) {
        return new ReleasePlan("PAY-1", Plan.of(RELEASE.outline()), 1, null, changeDigest, null, null, null, null);
    }

}
