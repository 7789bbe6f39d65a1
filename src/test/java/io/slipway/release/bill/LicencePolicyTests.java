package io.slipway.release.bill;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Licences are forbidden by name or pattern, and expressions are judged by their parts.
 */
class LicencePolicyTests {

    private final LicencePolicy policy = new LicencePolicy(
            new LicenceProperties(List.of("AGPL-*", "*Affero*", "SSPL-1.0", " ")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            Apache-2.0,                                          false
            AGPL-3.0-only,                                       true
            agpl-3.0-or-later,                                   true
            XAGPL-3.0,                                           false
            SSPL-1.0,                                            true
            SSPL-1.01,                                           false
            GNU Affero General Public License,                   true
            GNU General Public License (GPL),                    false
            MIT OR AGPL-3.0-only,                                false
            SSPL-1.0 OR AGPL-3.0-only,                           true
            MIT AND AGPL-3.0-only,                               true
            MIT AND (Apache-2.0 OR AGPL-3.0-only),               false
            (MIT OR Apache-2.0) AND (SSPL-1.0),                  true
            MIT OR Apache-2.0 AND AGPL-3.0-only,                 false
            AGPL-3.0-only WITH Some-exception OR MIT,            false
            AGPL-3.0-only WITH Some-exception,                   true
            MIT OR,                                              false
            '((((((((',                                          false
            '',                                                  false
            """)
    void judges(String licence, boolean forbidden) {
        assertThat(this.policy.forbids(List.of(licence))).isEqualTo(forbidden);
    }

    @Test
    void forbidsWhereOneOfSeveralIsForbidden() {
        assertThat(this.policy.forbids(List.of("MIT", "SSPL-1.0"))).isTrue();
        assertThat(this.policy.forbids(List.of("MIT", "Apache-2.0"))).isFalse();
        assertThat(this.policy.forbids(List.of())).isFalse();
    }

}
