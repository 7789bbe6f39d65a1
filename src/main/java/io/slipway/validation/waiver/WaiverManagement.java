package io.slipway.validation.waiver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with waivers. A release has one open waiver at a time, which
 * may concern several gates. The steps of its process come through the choke point that
 * judges who may; only the request is judged here.
 */
@Service
@Transactional
public class WaiverManagement {

    private static final String PROCESS = "QualityWaiverProcess";

    private static final int LONGEST_TEXT = 2000;

    private static final Duration LONGEST = Duration.ofDays(90);

    private static final Limit SHOWN = Limit.of(20);

    private final WaiverRepository waivers;

    private final GateManagement gates;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Workflow workflow;

    private final SeparationOfDuties duties;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    WaiverManagement(WaiverRepository waivers, GateManagement gates, ReleaseManagement releases,
            PackageManagement packages, Workflow workflow, SeparationOfDuties duties, CurrentActor currentActor,
            Journal journal, Clock clock) {
        this.waivers = waivers;
        this.gates = gates;
        this.releases = releases;
        this.packages = packages;
        this.workflow = workflow;
        this.duties = duties;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Asks for a waiver, and has it decided. Refuses at the field what is empty, too
     * long, in the past or too far ahead, gates that hold nothing back, the rehearsal of
     * the rollback, releases that ended, and a second waiver while one is open.
     * @param request what is asked for
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'test-manager')")
    public void request(WaiverRequest request) {
        ReleaseDetails release = this.releases.get(request.releaseKey());
        WaiverRequest asked = new WaiverRequest(release.key(), List.copyOf(request.facts()),
                request.justification().strip(), request.followUp().strip(),
                request.expiresAt().truncatedTo(ChronoUnit.MILLIS));
        check(asked, release);
        Actor actor = this.currentActor.get();
        this.duties.perform(release.key(), Duty.REQUEST_WAIVER, null, actor.userName());
        this.waivers
            .saveAndFlush(Waiver.request(asked, this.packages.get(release.key()).digest(), actor.userName(), now()));
        Role role = actor.roles().contains(Role.RELEASE_MANAGER) ? Role.RELEASE_MANAGER : Role.TEST_MANAGER;
        write("requested", release.key(), role, asked.justification(), Map.of("facts", String.join(", ", asked.facts()),
                "followUp", asked.followUp(), "expiresAt", asked.expiresAt()));
        this.workflow.start(PROCESS, release.key(),
                Map.of("releaseName", release.name(), "priority", release.type().priority(), "phase",
                        release.phase().name(), "waiverRejected", false, "waiverGranted", false, "waiverExpiresAt",
                        asked.expiresAt().toString()));
    }

    private void check(WaiverRequest asked, ReleaseDetails release) {
        Instant now = now();
        InputCheck check = new InputCheck();
        check.refuseIf(!release.open(), "", "validation.waiver.release.ended", release.key());
        check.refuseIf(newest(release.key()).filter((one) -> one.status().open()).isPresent(), "",
                "validation.waiver.open", release.key());
        Set<String> stopping = this.gates.of(release)
            .stoppingValidation()
            .stream()
            .map(Gate::fact)
            .collect(Collectors.toSet());
        check.refuseIf(asked.facts().isEmpty(), "facts", "validation.waiver.facts.missing");
        check.refuseIf(!stopping.containsAll(asked.facts()), "facts", "validation.waiver.facts.pass");
        text(check, "justification", asked.justification(), "validation.waiver.justification.missing");
        text(check, "followUp", asked.followUp(), "validation.waiver.followUp.missing");
        check.refuseIf(!asked.expiresAt().isAfter(now), "expiresAt", "validation.waiver.expiry.past");
        check.refuseIf(asked.expiresAt().isAfter(now.plus(LONGEST)), "expiresAt", "validation.waiver.expiry.far",
                LONGEST.toDays());
        check.finish();
    }

    private static void text(InputCheck check, String field, String text, String missing) {
        check.refuseIf(text.isEmpty(), field, missing);
        check.refuseIf(text.length() > LONGEST_TEXT, field, "validation.evidence.long", LONGEST_TEXT);
    }

    /**
     * Notes how somebody decided. Refuses unless it is asked for.
     * @param releaseKey key of the release
     * @param approved whether it is approved
     * @param reason why; empty for none
     */
    public void decide(String releaseKey, boolean approved, String reason) {
        locked(releaseKey).decide(actor(), reason.isEmpty() ? null : reason, now());
        write(approved ? "approved" : "rejected", releaseKey, Role.SERVICE_OWNER, reason, Map.of());
    }

    /**
     * Grants the waiver that was approved.
     * @param releaseKey key of the release
     */
    public void grant(String releaseKey) {
        Waiver waiver = locked(releaseKey);
        waiver.grant();
        write("granted", releaseKey, null, null, Map.of("expiresAt", waiver.details("").expiresAt()));
    }

    /**
     * Refuses the waiver that was rejected.
     * @param releaseKey key of the release
     */
    public void refuse(String releaseKey) {
        locked(releaseKey).refuse();
        write("refused", releaseKey, null, null, Map.of());
    }

    /**
     * Ends the waiver whose time is over.
     * @param releaseKey key of the release
     */
    public void expire(String releaseKey) {
        locked(releaseKey).expire();
        write("expired", releaseKey, null, null, Map.of());
    }

    /**
     * Takes a waiver back, before or after it was granted. Refuses if there is none to
     * take back.
     * @param releaseKey key of the release
     */
    @PreAuthorize("hasAnyAuthority('release-manager', 'test-manager')")
    public void takeBack(String releaseKey) {
        if (!withdraw(releaseKey)) {
            throw new InvalidInputException("", "validation.waiver.nothing", releaseKey);
        }
    }

    /** Ends a waiver that is asked for or granted, and tells whether there was one. */
    boolean withdraw(String releaseKey) {
        Optional<Waiver> waiver = this.waivers.findTopByReleaseKeyOrderByIdDesc(releaseKey)
            .filter((one) -> one.status() == WaiverStatus.REQUESTED || one.status() == WaiverStatus.GRANTED);
        waiver.ifPresent((one) -> {
            one.withdraw(now());
            write("withdrawn", releaseKey, null, null, Map.of());
            this.workflow.signal("WithdrawWaiver", releaseKey, Map.of());
        });
        return waiver.isPresent();
    }

    /**
     * Keeps what became of the follow-up of a waiver that is over.
     * @param releaseKey key of the release
     * @param result what was done
     */
    public void followUp(String releaseKey, String result) {
        locked(releaseKey).close(result, actor(), now());
        write("followed-up", releaseKey, Role.TEST_MANAGER, result, Map.of());
    }

    /**
     * The newest waiver of a release.
     * @param release the release
     * @return the waiver, if one was ever asked for
     */
    @Transactional(readOnly = true)
    public Optional<WaiverDetails> newest(ReleaseDetails release) {
        return newest(release.key()).map((one) -> one.details(this.packages.get(release.key()).digest()));
    }

    /**
     * The waivers of a release.
     * @param release the release
     * @return the newest 20
     */
    @Transactional(readOnly = true)
    public List<WaiverDetails> all(ReleaseDetails release) {
        String current = this.packages.get(release.key()).digest();
        return this.waivers.findByReleaseKeyOrderByIdDesc(release.key(), SHOWN)
            .stream()
            .map((one) -> one.details(current))
            .toList();
    }

    private Optional<Waiver> newest(String releaseKey) {
        return this.waivers.findFirstByReleaseKeyOrderByIdDesc(releaseKey);
    }

    private Waiver locked(String releaseKey) {
        return this.waivers.findTopByReleaseKeyOrderByIdDesc(releaseKey)
            .orElseThrow(() -> new NotFoundException("waiver", releaseKey));
    }

    private void write(String what, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.of("waiver." + what, "waiver", releaseKey)
            .release(releaseKey)
            .as(role)
            .because(reason)
            .with(values));
    }

    private String actor() {
        return this.currentActor.get().userName();
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

}
