package io.slipway.validation;

import java.time.Clock;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.packaging.AddressFacts;
import io.slipway.packaging.AddressProperties;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateWords;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A package whose documents are only said to be somewhere is not built and validated,
 * where the portal asks.
 */
@SlipwayTest
class AskedDocumentsTests {

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    ValidationChecklist checklist;

    @Test
    void holdTheChecklistUntilTheyAreReached(@Autowired ValidationManagement validation,
            @Autowired PackageManagement packages, @Autowired GateManagement gates, @Autowired GateWords gateWords,
            @Autowired PersonDirectory people, @Autowired Messages messages, @Autowired CurrentPlans plans,
            @Autowired Times times, @Autowired Clock clock) {
        AddressFacts asking = new AddressFacts(new AddressProperties(List.of(), true, List.of()), messages, times,
                clock);
        ValidationChecklist strict = new ValidationChecklist(validation, packages, asking, gates, gateWords, people,
                messages, plans);
        String key = this.driver.register("Said to be somewhere");
        this.driver.plan(key);
        this.driver.deliverUnits(key);
        this.driver.validate(key);
        this.driver.await(key, "request-change");
        ReleaseDetails release = this.releases.get(key);
        assertThat(this.checklist.facts(release).get(0).word()).isEqualTo("built_and_validated");
        assertThat(strict.facts(release).get(0)).satisfies((fact) -> {
            assertThat(fact.met()).isFalse();
            assertThat(fact.word()).isEqualTo("documents_unknown");
            assertThat(fact.why()).isEqualTo("Documentation: unknown, not asked yet. Scripts: unknown, not asked yet.");
        });
    }

}
