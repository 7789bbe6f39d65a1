package io.slipway.packaging.address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.slipway.identity.Acting;
import io.slipway.packaging.AddressAnswer;
import io.slipway.packaging.AddressFacts;
import io.slipway.packaging.AddressProperties;
import io.slipway.packaging.DocumentAddress;
import io.slipway.packaging.DocumentAddress.State;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses are asked when they are new, each day, and before somebody decides by them;
 * what nobody knows never counts as reached.
 */
@SlipwayTest
class AddressRoundsTests {

    private static final AddressReply FOUND = new AddressReply(AddressAnswer.FOUND, "200 text/html");

    private static final AddressReply GONE = new AddressReply(AddressAnswer.REFUSED, "404");

    private static final AddressReply NOTHING = new AddressReply(AddressAnswer.NONE, "");

    @Autowired
    AddressRounds rounds;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    PackageManagement packages;

    @Autowired
    RecordedActions recorded;

    @Autowired
    Messages messages;

    @Autowired
    Times times;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private AddressFacts facts;

    private String key = "";

    private String address = "";

    @BeforeEach
    void build() {
        this.facts = new AddressFacts(new AddressProperties(List.of(), true, List.of()), this.messages, this.times,
                this.clock);
        this.key = this.driver.register("Asked");
        this.address = "https://docs.example/" + this.key;
        this.driver.plan(this.key);
        this.driver.await(this.key, "deliver-units");
        describe(this.address);
    }

    @Test
    void knowsNothingOfWhatWasNotAsked() {
        assertThat(known().state()).isEqualTo(State.UNKNOWN);
        assertThat(gap()).isEqualTo(new AddressFacts.Gap(State.UNKNOWN, "Documentation: unknown, not asked yet."));
        assertThat(ask(FOUND)).isOne();
        assertThat(known().state()).isEqualTo(State.REACHABLE);
        assertThat(gap()).isNull();
        describe("https://docs.example/other");
        assertThat(gap().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void asksAgainEachDayAndMoreOftenWhatIsNotReached() {
        this.clock.stop();
        assertThat(ask(FOUND)).isOne();
        this.clock.advance(Duration.ofHours(23));
        assertThat(ask(FOUND)).isZero();
        this.clock.advance(Duration.ofHours(1));
        assertThat(ask(GONE)).isOne();
        String since = this.times.shown(this.clock.instant());
        this.clock.advance(Duration.ofMinutes(2));
        assertThat(ask(GONE)).isOne();
        assertThat(gap()).isEqualTo(new AddressFacts.Gap(State.UNREACHABLE, "Documentation: unreachable since " + since
                + ": answered 404, last asked " + this.times.shown(this.clock.instant()) + "."));
        assertThat(this.recorded.of(this.key)).filteredOn("package.address-asked"::equals).hasSize(2);
    }

    @Test
    void holdsTheChecklistUntilItIsReached() {
        this.driver.deliverUnits(this.key);
        this.driver.await(this.key, "assess-test-results");
        this.rounds.askDue((one) -> GONE);
        assertThat(facts.gap(this.releases.get(this.key), content())).get()
            .extracting(AddressFacts.Gap::why)
            .asString()
            .contains("Documentation: unreachable since", "Scripts: unreachable since");
    }

    @Test
    void forgetsWhatWasReachedDaysAgo() {
        ask(FOUND);
        this.clock.advance(Duration.ofDays(3));
        assertThat(gap().state()).isEqualTo(State.UNKNOWN);
        assertThat(this.facts.state(known())).startsWith("unknown: answered 200 text/html, last asked");
    }

    @Test
    void asksAgainWhenThePhaseChanges() {
        this.driver.deliverUnit(this.key);
        this.rounds.askDue((one) -> FOUND);
        Instant before = known().askedAt();
        this.clock.advance(Duration.ofMinutes(1));
        this.rounds.askDue((one) -> FOUND);
        assertThat(known().askedAt()).isEqualTo(before);
        this.driver.deliver(this.key);
        this.driver.await(this.key, "assess-test-results");
        this.rounds.askDue((one) -> FOUND);
        assertThat(known().askedAt()).isAfter(before);
    }

    @Test
    void asksNothingOfAReleaseThatHasEnded() {
        this.driver.cancel(this.key);
        assertThat(ask(FOUND)).isZero();
        assertThat(this.facts.gap(this.releases.get(this.key), content())).isEmpty();
    }

    @Test
    void saysWhereThePortalDoesNotAsk() {
        AddressFacts silent = new AddressFacts(new AddressProperties(List.of(), false, List.of()), this.messages,
                this.times, this.clock);
        assertThat(silent.gap(this.releases.get(this.key), content())).isEmpty();
        assertThat(silent.state(known()))
            .isEqualTo("addresses are not asked by this portal, and count as they were given.");
    }

    /** How often the address was asked in one round. */
    private int ask(AddressReply reply) {
        AtomicInteger asked = new AtomicInteger();
        this.rounds.askDue((one) -> {
            boolean ours = one.equals(this.address);
            asked.addAndGet(ours ? 1 : 0);
            return ours ? reply : NOTHING;
        });
        return asked.get();
    }

    private void describe(String documentation) {
        this.acting.as("build-engineer", () -> this.packages.describePackage(this.key, documentation, ""));
    }

    private PackageDetails content() {
        return this.packages.get(this.key);
    }

    private DocumentAddress known() {
        return content().addresses()
            .stream()
            .filter((one) -> one.kind() == DocumentKind.DOCUMENTATION)
            .findFirst()
            .orElseThrow();
    }

    private AddressFacts.Gap gap() {
        return this.facts.gap(this.releases.get(this.key), content()).orElse(null);
    }

}
