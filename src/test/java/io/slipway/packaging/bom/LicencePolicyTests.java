package io.slipway.packaging.bom;

import java.util.List;

import io.slipway.configuration.exchange.BomLicence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Licences are forbidden by name or pattern, and expressions are judged by their parts.
 * What cannot be read is never allowed.
 */
class LicencePolicyTests {

    private static final String LONG = "(".repeat(100_000) + "MIT" + ")".repeat(100_000);

    private final LicencePolicy policy = new LicencePolicy(
            new LicenceProperties(List.of("AGPL-*", "*Affero*", "SSPL-1.0", " ")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            Apache-2.0,                                          ALLOWED
            apache-2.0+,                                         ALLOWED
            LicenseRef-ours,                                     ALLOWED
            DocumentRef-a:LicenseRef-b,                          ALLOWED
            AGPL-3.0-only,                                       FORBIDDEN
            agpl-3.0-or-later,                                   FORBIDDEN
            AGPL-3.0+,                                           FORBIDDEN
            XAGPL-3.0,                                           UNKNOWN
            AGPL,                                                UNKNOWN
            SSPL-1.0,                                            FORBIDDEN
            SSPL-1.01,                                           UNKNOWN
            GPL-2.0-only WITH Classpath-exception-2.0,           ALLOWED
            EPL-2.0 OR GPL-2.0 WITH Classpath-exception-2.0,     ALLOWED
            MIT OR AGPL-3.0-only,                                ALLOWED
            MIT or AGPL-3.0-only,                                ALLOWED
            SSPL-1.0 OR AGPL-3.0-only,                           FORBIDDEN
            MIT AND AGPL-3.0-only,                               FORBIDDEN
            MIT and AGPL-3.0-only,                               FORBIDDEN
            MIT And AGPL-3.0-only,                               FORBIDDEN
            MIT AND (Apache-2.0 OR AGPL-3.0-only),               ALLOWED
            MIT AND(Apache-2.0 or AGPL-3.0-only)and ISC,         ALLOWED
            (MIT OR Apache-2.0) AND (SSPL-1.0),                  FORBIDDEN
            MIT OR Apache-2.0 AND AGPL-3.0-only,                 ALLOWED
            AGPL-3.0-only WITH Some-exception OR MIT,            ALLOWED
            AGPL-3.0-only WITH Classpath-exception-2.0,          FORBIDDEN
            MIT WITH Some-exception,                             UNKNOWN
            MIT AND Foo-1.0,                                     UNKNOWN
            MIT AND NOASSERTION,                                 UNKNOWN
            'MIT, AGPL-3.0-only',                                FORBIDDEN
            MIT/AGPL-3.0-only,                                   FORBIDDEN
            MIT & AGPL-3.0-only,                                 FORBIDDEN
            MIT+AGPL-3.0-only,                                   FORBIDDEN
            'MIT, ISC',                                          UNKNOWN
            MIT ISC,                                             UNKNOWN
            MIT OR,                                              UNKNOWN
            MIT OR AGPL-3.0-only),                               FORBIDDEN
            (AGPL-3.0-only,                                      FORBIDDEN
            '((((((((',                                          UNKNOWN
            '',                                                  UNKNOWN
            """)
    void judgesExpressions(String licence, LicenceVerdict verdict) {
        assertThat(this.policy.judge(List.of(BomLicence.spdx(licence)))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GNU Affero General Public License,                   FORBIDDEN
            GNU General Public License (GPL),                    ALLOWED
            'The Apache License, Version 2.0',                   ALLOWED
            AGPL-3.0-only,                                       FORBIDDEN
            MIT OR AGPL-3.0-only,                                ALLOWED
            'MIT, AGPL-3.0-only',                                FORBIDDEN
            Dual: MIT or AGPL-3.0-only.,                         FORBIDDEN
            MIT OR,                                              ALLOWED
            Our own,                                             ALLOWED
            """)
    void judgesNames(String name, LicenceVerdict verdict) {
        assertThat(this.policy.judge(List.of(BomLicence.name(name)))).isEqualTo(verdict);
    }

    @Test
    void judgesWhatStandsSideBySideByTheWorst() {
        assertThat(this.policy.judge(List.of(BomLicence.spdx("MIT"), BomLicence.spdx("SSPL-1.0"))))
            .isEqualTo(LicenceVerdict.FORBIDDEN);
        assertThat(this.policy.judge(List.of(BomLicence.spdx("MIT"), BomLicence.spdx("?"))))
            .isEqualTo(LicenceVerdict.UNKNOWN);
        assertThat(this.policy.judge(List.of(BomLicence.spdx("MIT"), BomLicence.spdx("Apache-2.0"))))
            .isEqualTo(LicenceVerdict.ALLOWED);
        assertThat(this.policy.judge(List.of())).isEqualTo(LicenceVerdict.ALLOWED);
    }

    @Test
    void readsNothingDeeperThanAnybodyCouldMean() {
        assertThat(this.policy.judge(List.of(BomLicence.spdx(LONG)))).isEqualTo(LicenceVerdict.UNKNOWN);
        assertThat(this.policy.judge(List.of(BomLicence.spdx("MIT" + " OR MIT".repeat(100_000)))))
            .isEqualTo(LicenceVerdict.ALLOWED);
    }

}
