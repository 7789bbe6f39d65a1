package io.slipway.packaging.bom;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two bills differ by what was added, removed, upgraded, downgraded or put under another
 * licence.
 */
class BomDifferenceTests {

    @ParameterizedTest
    @CsvSource({ "1.9, 1.10", "1.0-rc1, 1.0", "1.0, 1.0.1", "v1.2, v1.3", "2.0-alpha2, 2.0-alpha10", "1, 2",
            "9.9.9, 10.0.0", "2023.1, 2024.1", "99999999999999999999, 100000000000000000000" })
    void ordersVersions(String earlier, String later) {
        assertThat(VersionOrder.INSTANCE.compare(earlier, later)).isNegative();
        assertThat(VersionOrder.INSTANCE.compare(later, earlier)).isPositive();
        assertThat(VersionOrder.INSTANCE.compare(later, later)).isZero();
    }

    @Test
    void tellsWhatHappenedToEachComponent() {
        List<UsedComponent> before = List.of(one("same", "1", "MIT"), one("up", "1.9", "MIT"),
                one("down", "2.0", "MIT"), one("gone", "1", "MIT"), one("law", "1", "MIT"), one("twice", "1", "MIT"),
                one("twice", "2", "MIT"));
        List<UsedComponent> after = List.of(one("same", "1", "MIT"), one("up", "1.10", "MIT"),
                one("down", "1.0", "MIT"), one("new", "1", "AGPL-3.0-only"), one("law", "1", "BUSL-1.1"),
                one("twice", "2", "MIT"));
        BomDifference difference = new BomDifference("R-1", "1.0", true, BomDifference.between(before, after));
        assertThat(difference.changes())
            .extracting((change) -> change.kind() + " " + change.name() + " " + change.before() + ">" + change.after())
            .containsExactly("ADDED new >1", "REMOVED gone 1>", "UPGRADED twice 1, 2>2", "UPGRADED up 1.9>1.10",
                    "DOWNGRADED down 2.0>1.0", "RELICENSED law 1>1");
        assertThat(difference.changes()).filteredOn(ComponentChange::relicensed)
            .extracting(ComponentChange::name)
            .containsExactly("law");
        assertThat(difference.counts()).containsEntry(ComponentChange.Kind.UPGRADED, 2L).hasSize(5);
        assertThat(BomDifference.between(after, after)).isEmpty();
    }

    private static UsedComponent one(String name, String version, String licence) {
        return new UsedComponent(1, name, name, version, "", licence, LicenceVerdict.ALLOWED);
    }

}
