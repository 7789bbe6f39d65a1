package io.slipway.deployment.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.slipway.calendar.CalendarFilter;
import io.slipway.calendar.CalendarItem;
import io.slipway.calendar.CalendarManagement;
import io.slipway.calendar.ItemKind;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Environments are kept by deployment managers, had alone by one at a time in the order
 * of asking, and booked by who comes first.
 */
@SlipwayTest
class EnvironmentTests {

    private static final String KEEPER = "deployment-manager";

    private static final EnvironmentProfile PROFILE = new EnvironmentProfile(EnvironmentKind.PRE_LIVE, false, 2, "UTC",
            "", "", 7);

    @Autowired
    Environments environments;

    @Autowired
    HoldManagement holds;

    @Autowired
    BookingManagement bookings;

    @Autowired
    Deployers deployers;

    @Autowired
    CalendarManagement calendar;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private String key = "";

    @BeforeEach
    void keep() {
        this.clock.stop();
        this.key = item(ItemType.ENVIRONMENT);
        this.acting.as(KEEPER, () -> this.environments.register(this.key, PROFILE));
    }

    @Test
    void isKeptByDeploymentManagersAndMadeOfAnItem() {
        String other = item(ItemType.ENVIRONMENT);
        for (String person : List.of("release-manager", "administrator", "auditor", "test-manager")) {
            denied(person, () -> this.environments.register(other, PROFILE));
            denied(person, () -> this.environments.change(this.key, 0, PROFILE));
            denied(person, () -> this.environments.confirmReady(this.key, "Looked."));
            denied(person, () -> this.environments.withdrawReady(this.key, "No."));
        }
        refuses("key: deployment.environment.key.unknown",
                () -> this.environments.register(item(ItemType.HOST), PROFILE));
        refuses("key: deployment.environment.key.taken", () -> this.environments.register(this.key, PROFILE));
        refuses("kind: deployment.environment.kind.missing, position: ui.number, readyDays: ui.number, "
                + "zone: deployment.environment.zone.unknown, partner: deployment.environment.partner.unknown",
                () -> this.environments.register(other,
                        new EnvironmentProfile(null, true, 0, "Mars/Base", "nowhere", "", 366)));
        refuses("partner: deployment.environment.partner.itself", () -> this.environments.change(this.key, 0,
                new EnvironmentProfile(EnvironmentKind.LIVE, true, 3, "UTC", this.key, "", 0)));
        refuses("comesAfter: deployment.environment.comesAfter.unknown", () -> this.environments.register(other,
                new EnvironmentProfile(EnvironmentKind.TEST, false, 2, "UTC", "", this.key, 0)));
        this.acting.as(KEEPER, () -> this.environments.change(this.key, 0,
                new EnvironmentProfile(EnvironmentKind.LIVE, true, 3, "Europe/Zurich", "", "", 0)));
        assertThat(this.environments.get(this.key).profile().production()).isTrue();
        assertThatExceptionOfType(StaleFormException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.environments.change(this.key, 0, PROFILE)));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.environments.get("no-such-place"));
    }

    @Test
    void isHadAloneInTheOrderOfAsking() {
        String release = this.driver.register("Alone " + UUID.randomUUID());
        String tester = this.somePerson.with(Role.TEST_MANAGER);
        denied("auditor", () -> this.holds.ask(this.key, "", "Fun."));
        refuses("purpose: deployment.environment.purpose.missing, release: deployment.environment.release.unknown",
                () -> this.holds.ask(this.key, "NO-SUCH", " "));
        assertThat(this.acting.as(tester, () -> this.holds.ask(this.key, "", "A load test."))).isTrue();
        assertThat(this.acting.as("release-manager", () -> this.holds.ask(this.key, release, "To go live."))).isFalse();
        refuses(": deployment.environment.hold.twice",
                () -> this.acting.as("release-manager", () -> this.holds.ask(this.key, release, "Again.")));
        assertThat(this.environments.get(this.key)).satisfies((shown) -> {
            assertThat(shown.holder()).extracting(EnvironmentHold::askedBy).isEqualTo(tester);
            assertThat(shown.waiting()).isOne();
        });
        assertThat(this.environments.claim(this.key, release)).get()
            .satisfies((claim) -> assertThat(claim.heldBy()).isEqualTo(tester));
        EnvironmentHold first = this.holds.queue(this.key).get(0);
        denied("release-manager", () -> this.holds.end(this.key, first.id(), "I want it."));
        refuses("reason: deployment.environment.reason.missing", () -> this.holds.end(this.key, first.id(), " "));
        this.acting.as(KEEPER, () -> this.holds.end(this.key, first.id(), "The test is over since Monday."));
        refuses(": deployment.environment.hold.ended", () -> this.holds.end(this.key, first.id(), "Again."));
        assertThat(this.environments.get(this.key).holder()).extracting(EnvironmentHold::releaseKey).isEqualTo(release);
        assertThat(this.environments.claim(this.key, release)).get()
            .satisfies((claim) -> assertThat(claim.heldPurpose()).as("one's own is in nobody's way").isNull());
        this.driver.cancel(release);
        assertThat(this.holds.queue(this.key)).as("it ends with the release").isEmpty();
        assertThat(this.holds.history(this.key, "").rows()).hasSize(2);
    }

    @Test
    void isBookedByWhoComesFirst() {
        Instant start = this.clock.instant().plus(Duration.ofHours(1));
        Instant end = start.plus(Duration.ofHours(2));
        denied("stakeholder", () -> this.bookings.book(this.key, new BookingDraft("", "Fun.", true, start, end)));
        refuses("purpose: deployment.environment.purpose.missing, from: deployment.environment.booking.from.missing, "
                + "to: deployment.environment.booking.to.missing", () -> book("", true, null, null));
        refuses("to: deployment.environment.booking.inverted", () -> book("Test", true, end, start));
        refuses("to: deployment.environment.booking.past",
                () -> book("Test", true, start.minus(Duration.ofDays(3)), start.minus(Duration.ofDays(2))));
        refuses("to: deployment.environment.booking.long",
                () -> book("Test", true, start, end.plus(Duration.ofDays(90))));
        refuses("from: deployment.environment.booking.far",
                () -> book("Test", true, start.plus(Duration.ofDays(731)), end.plus(Duration.ofDays(731))));
        long shared = book("Training", false, start, end);
        assertThat(book("Another training", false, start.plusSeconds(600), end)).isNotEqualTo(shared);
        refuses("from: deployment.environment.booking.taken",
                () -> book("Load test", true, start.plusSeconds(60), end));
        assertThat(book("Load test", true, end, end.plusSeconds(60))).as("right behind").isPositive();
        refuses("from: deployment.environment.booking.taken",
                () -> book("Training", false, end.plusSeconds(30), end.plusSeconds(90)));
        denied("test-manager", () -> this.bookings.cancel(this.key, shared, "I want it."));
        refuses("reason: deployment.environment.reason.missing", () -> this.bookings.cancel(this.key, shared, ""));
        this.acting.as(KEEPER, () -> this.bookings.cancel(this.key, shared, "Nobody comes."));
        refuses(": deployment.environment.booking.over", () -> this.bookings.cancel(this.key, shared, "Again."));
        assertThat(this.bookings.next(this.key, "").rows()).hasSize(2).noneMatch((booking) -> booking.id() == shared);
        assertThat(this.bookings.within(start, end, 2000)).anyMatch((one) -> one.environment().equals(this.key));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.bookings.get("production", shared));
    }

    @Test
    void isReadyForAsLongAsItWasConfirmed() {
        refuses("note: deployment.environment.ready.note.missing", () -> this.environments.confirmReady(this.key, ""));
        refuses(": deployment.environment.ready.withdraw.none", () -> this.environments.withdrawReady(this.key, "No."));
        this.acting.as(KEEPER, () -> this.environments.confirmReady(this.key, "Disks and certificates."));
        assertThat(this.environments.get(this.key).readyUntil())
            .isEqualTo(this.clock.instant().plus(Duration.ofDays(7)));
        this.acting.as(KEEPER, () -> this.environments.withdrawReady(this.key, "A disk is full."));
        assertThat(this.environments.get(this.key).ready()).isNull();
    }

    @Test
    void isInTheCalendarWhileItIsBooked() {
        Instant from = this.clock.instant().plus(Duration.ofDays(300));
        long alone = book("A load test.", true, from, from.plusSeconds(3600));
        long shared = book("Acceptance.", false, from.plusSeconds(7200), from.plusSeconds(9000));
        List<CalendarItem> items = this.calendar.between(from, from.plusSeconds(8000), CalendarFilter.ALL)
            .items()
            .stream()
            .filter((item) -> item.environments().contains(this.key))
            .toList();
        assertThat(items).extracting(CalendarItem::id, CalendarItem::kind, CalendarItem::title)
            .containsExactlyInAnyOrder(tuple("booking-" + alone, ItemKind.SOLE_BOOKING, this.key + " · A load test."),
                    tuple("booking-" + shared, ItemKind.BOOKING, this.key + " · Acceptance."));
    }

    @Test
    void letsPipelinesDeployByNamedCredentials() {
        denied("release-manager", () -> this.deployers.add(this.key, "", true, "deploy", "LIVE"));
        denied("administrator", () -> this.deployers.remove(this.key, 1, "Because."));
        refuses("pipeline: deployment.environment.pipeline.invalid, "
                + "credential: deployment.environment.credential.invalid",
                () -> this.deployers.add(this.key, "", true, "a b", "Zx9/kQ2+7fPq4LmN8vRt1WsY"));
        String live = this.key.replace("-", "_").toUpperCase(Locale.ROOT) + "_LIVE";
        this.acting.as(KEEPER, () -> {
            this.deployers.add(this.key, "", true, "deploy", live);
            this.deployers.add(this.key, "Payments", true, "deploy", live + "_PAYMENTS");
        });
        refuses("credential: deployment.environment.credential.live",
                () -> this.deployers.add(this.key, "", false, "deploy", live));
        refuses("pipeline: deployment.environment.deployer.twice",
                () -> this.deployers.add(this.key, "", true, "deploy", live));
        assertThat(this.deployers.of(this.key, "Payments", "deploy", true)).map(Deployer::credential)
            .contains(live + "_PAYMENTS");
        assertThat(this.deployers.of(this.key, "Cards", "deploy", true)).map(Deployer::credential).contains(live);
        assertThat(this.deployers.of(this.key, "Cards", "deploy", false)).isEmpty();
        String production = item(ItemType.ENVIRONMENT);
        this.acting.as(KEEPER, () -> this.environments.register(production,
                new EnvironmentProfile(EnvironmentKind.LIVE, true, 3, "UTC", "", "", 0)));
        refuses("live: deployment.environment.deployer.rehearsal",
                () -> this.deployers.add(production, "", false, "deploy", "SOME_REHEARSAL"));
        Deployer every = this.deployers.in(this.key).get(0);
        refuses("reason: deployment.environment.reason.missing",
                () -> this.deployers.remove(this.key, every.id(), " "));
        this.acting.as(KEEPER, () -> this.deployers.remove(this.key, every.id(), "Replaced."));
        assertThat(this.deployers.of(this.key, "Cards", "deploy", true)).isEmpty();
    }

    private long book(String purpose, boolean alone, Instant from, Instant to) {
        return this.acting.as(KEEPER,
                () -> this.bookings.book(this.key, new BookingDraft("", purpose, alone, from, to)));
    }

    private String item(ItemType type) {
        String name = "e" + UUID.randomUUID().toString().substring(0, 12);
        this.acting.as("configuration-manager", () -> this.configuration.register(name,
                new ItemProfile("Name of " + name, type, Criticality.LOW, "operations", "")));
        return name;
    }

    private void denied(String person, Runnable act) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.acting.as(person, act));
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.acting.as(KEEPER, act))
            .withMessage(problems);
    }

}
