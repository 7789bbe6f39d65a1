package io.slipway.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.slipway.identity.Act;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What is stated before a deployment is complete and true, whoever states it, by page or
 * otherwise.
 */
@SlipwayTest
class ReadinessManagementTests {

    @Autowired
    ReadinessManagement readiness;

    @Autowired
    ReadinessStore store;

    @Autowired
    ReleaseManagement releases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private String key = "";

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void registersARelease() {
        this.key = this.driver.register("Readiness " + UUID.randomUUID());
        this.now = this.clock.stop();
    }

    @Test
    void announcesNothingThatIsMissingTooLongOrToCome() {
        refuses("audience: deployment.audience.missing, channel: deployment.channel.missing, "
                + "text: deployment.text.missing, announcedAt: deployment.announcedAt.missing",
                () -> this.readiness.announce(this.key, new DeploymentAnnouncement(" ", "", "\n", null)));
        refuses("audience: ui.too-long, channel: ui.too-long, text: ui.too-long, announcedAt: deployment.time.future",
                () -> this.readiness.announce(this.key, new DeploymentAnnouncement("a".repeat(501), "c".repeat(201),
                        "t".repeat(4001), this.now.plusSeconds(60))));
        assertThat(this.readiness.announcement(this.key)).isEmpty();
    }

    @Test
    void keepsAnAnnouncementWithoutBlanksAroundIt() {
        DeploymentAnnouncement stated = new DeploymentAnnouncement(" All branches ", "Mail\n", "At night.", this.now);
        this.acting.as("release-manager", () -> this.readiness.announce(this.key, stated));
        AnnouncementDetails kept = this.readiness.announcement(this.key).orElseThrow();
        assertThat(kept.content()).isEqualTo(new DeploymentAnnouncement("All branches", "Mail", "At night.", this.now));
        assertThat(kept.by()).isEqualTo("release-manager");
    }

    @Test
    void wantsAReasonForANoGoAndForWhatComesOfIt() {
        refuses("reason: deployment.noGo.reason.missing", () -> this.readiness.noGo(this.key, " "));
        refuses("reason: ui.too-long", () -> this.readiness.noGo(this.key, "r".repeat(2001)));
        assertThat(this.readiness.decisions(this.key)).isEmpty();
        this.acting.as("deployment-manager", () -> this.readiness.noGo(this.key, "The network is down."));
        refuses("reason: deployment.resolution.missing", () -> this.readiness.resolve(this.key, ""));
        refuses("reason: deployment.resolution.missing", () -> this.readiness.withdraw(this.key, ""));
        assertThat(this.readiness.decisions(this.key)).singleElement().matches(GoDecision::unresolved);
        this.acting.as("release-manager", () -> this.readiness.resolve(this.key, "It is up."));
        GoDecision decision = this.readiness.decisions(this.key).get(0);
        assertThat(decision.reason()).isEqualTo("The network is down.");
        assertThat(decision.resolution()).isEqualTo(new Statement("release-manager", this.now, "It is up."));
        assertThat(decision.checklist()).extracting(ChecklistFact::item).containsExactly(ChecklistItem.values());
        assertThatIllegalStateException()
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.readiness.withdraw(this.key, "Too late.")));
    }

    @Test
    void resolvesNoGoThatThereIsNot() {
        this.store.decide(this.key, null, List.of(), new Act("deployment-manager", this.now));
        assertThat(this.readiness.decisions(this.key)).singleElement().matches(GoDecision::go);
        assertThatIllegalStateException()
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.readiness.resolve(this.key, "It is up.")));
    }

    @Test
    void saysGoToNothingThatIsNotReady() {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("deployment-manager", () -> this.readiness.go(this.key)))
            .satisfies((refusal) -> {
                assertThat(refusal.code()).isEqualTo("deployment.go.unmet");
                assertThat(refusal.arguments()[0].toString()).contains("Release plan").doesNotContain("Backups");
            });
    }

    @Test
    void confirmsBackupsThatWereTakenAndThenVerified() {
        Instant taken = this.now.minus(Duration.ofHours(2));
        refuses("location: deployment.location.missing, takenAt: deployment.takenAt.missing, "
                + "verifiedAt: deployment.verifiedAt.missing",
                () -> this.readiness.confirmBackups(this.key, stated("", null, null)));
        refuses("location: ui.too-long, verifiedAt: deployment.verifiedAt.too-early",
                () -> this.readiness.confirmBackups(this.key, stated("l".repeat(501), taken, taken.minusSeconds(1))));
        refuses("takenAt: deployment.time.future, verifiedAt: deployment.time.future", () -> this.readiness
            .confirmBackups(this.key, stated("Vault", this.now.plusSeconds(2), this.now.plusSeconds(1))));
        assertThat(this.readiness.backup(this.key)).isEmpty();
        Backup backup = stated("Vault", taken, taken);
        this.acting.as("deployment-manager", () -> this.readiness.confirmBackups(this.key, backup));
        assertThat(this.readiness.backup(this.key).orElseThrow().content()).isEqualTo(backup);
    }

    @Test
    void asksWhatBackupsCoverAndWhyTheRestNeedsNone() {
        String planned = this.driver.register("Backed up in part");
        this.driver.completePlan(planned);
        String service = ReleaseDriver.service(planned);
        Instant taken = this.now.minus(Duration.ofHours(2));
        refuses("covers: deployment.covers.missing",
                () -> this.readiness.confirmBackups(planned, stated("Vault", taken, taken)));
        refuses("sparedReason: ui.placeholder", () -> this.readiness.confirmBackups(planned,
                Backup.stated("Vault", taken, taken, List.of("Something else"), "TBD")));
        confirm(planned, List.of(), "It keeps no data of its own.");
        assertThat(backups(planned)).satisfies((fact) -> {
            assertThat(fact.met()).isTrue();
            assertThat(fact.word()).isEqualTo("partial");
            assertThat(fact.why()).contains(service, "It keeps no data of its own.");
        });
        confirm(planned, List.of(service), "");
        assertThat(backups(planned).word()).isEqualTo("taken_and_verified");
        this.jdbc.sql("update backups set covers = '[]' where release_key = ?").param(planned).update();
        assertThat(backups(planned)).satisfies((fact) -> {
            assertThat(fact.met()).isFalse();
            assertThat(fact.why()).contains("do not cover " + service);
        });
    }

    private void confirm(String planned, List<String> covers, String sparedReason) {
        Instant taken = this.now.minus(Duration.ofHours(2));
        this.acting.as("deployment-manager", () -> this.readiness.confirmBackups(planned,
                Backup.stated("Vault", taken, taken, covers, sparedReason)));
    }

    private ChecklistFact backups(String planned) {
        return this.releases.checklist(this.releases.get(planned))
            .stream()
            .filter((fact) -> fact.item() == ChecklistItem.BACKUPS)
            .findFirst()
            .orElseThrow();
    }

    private static Backup stated(String location, @Nullable Instant takenAt, @Nullable Instant verifiedAt) {
        return Backup.stated(location, takenAt, verifiedAt, List.of(), "");
    }

    private void refuses(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("deployment-manager", act))
            .withMessage(problems);
    }

}
