package io.slipway.validation;

import java.time.Instant;
import java.util.List;

import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.ReleaseUnitDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A verdict counts for the package that it judged and for no other.
 */
class PackageMarkTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void countsForTheSamePackageWhateverTheOrderOfItsUnits() {
        PackageMark judged = PackageMark.of(content(NOW, unit("api", "a"), unit("web", "b")));
        PackageMark now = PackageMark.of(content(NOW, unit("web", "b"), unit("api", "a")));
        assertThat(now).isEqualTo(judged).matches(PackageMark::assembled);
    }

    @Test
    void doesNotCountOnceAUnitIsAnother() {
        PackageMark judged = PackageMark.of(content(NOW, unit("api", "a")));
        PackageMark now = PackageMark.of(content(NOW, unit("api", "b")));
        assertThat(now.digest()).isNotEqualTo(judged.digest());
    }

    @Test
    void doesNotCountOnceThePackageIsAssembledAgain() {
        PackageMark judged = PackageMark.of(content(NOW, unit("api", "a")));
        PackageMark now = PackageMark.of(content(NOW.plusSeconds(1), unit("api", "a")));
        assertThat(now.digest()).isNotEqualTo(judged.digest());
    }

    @Test
    void countsForNoPackageThatIsNotAssembled() {
        assertThat(PackageMark.of(content(null, unit("api", "a"))).assembled()).isFalse();
    }

    private static PackageDetails content(@Nullable Instant assembledAt, ReleaseUnitDetails... units) {
        return new PackageDetails(List.of(units), "https://docs.example.com", "https://git.example.com", assembledAt,
                List.of(), List.of(), List.of());
    }

    private static ReleaseUnitDetails unit(String name, String digest) {
        return new ReleaseUnitDetails(1, name, "1.0", "https://artifacts.example.com/" + name, digest.repeat(64),
                "4f2a91c", NOW, "bente", NOW);
    }

}
