package io.slipway.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.release.ReleaseManagement;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done before a deployment may begin: it is announced, decided on and
 * backed up. Who may do it was judged before, where the work item was completed.
 */
@Service
@Transactional
public class ReadinessManagement {

    /** How long a backup counts: an older one would lose what happened since. */
    public static final Duration BACKUP_AGE = Duration.ofDays(7);

    private static final int AUDIENCE = 500;

    private static final int CHANNEL = 200;

    private static final int TEXT = 4000;

    private static final int LOCATION = 500;

    private static final int SPARED = 1000;

    private static final int REASON = 2000;

    private final ReadinessStore store;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final ChecklistWords words;

    private final Journal journal;

    private final Clock clock;

    ReadinessManagement(ReadinessStore store, ReleaseManagement releases, CurrentPlans plans, ChecklistWords words,
            Journal journal, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.plans = plans;
        this.words = words;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records that a deployment was announced. Refuses what is missing or too long, and
     * an announcement in the future.
     */
    public void announce(String releaseKey, DeploymentAnnouncement stated) {
        InputCheck check = new InputCheck();
        DeploymentAnnouncement announcement = new DeploymentAnnouncement(
                check.required("audience", stated.audience(), AUDIENCE, "deployment.audience.missing"),
                check.required("channel", stated.channel(), CHANNEL, "deployment.channel.missing"),
                check.required("text", stated.text(), TEXT, "deployment.text.missing"), stated.announcedAt());
        past("announcedAt", stated.announcedAt(), "deployment.announcedAt.missing", check);
        check.finish();
        Act act = this.journal.act();
        this.store.announce(releaseKey, new AnnouncementDetails(announcement, act.by(), act.at()));
        write("deployment.announced", releaseKey, Role.RELEASE_MANAGER, null,
                Map.of("audience", announcement.audience(), "channel", announcement.channel(), "text",
                        announcement.text(), "announcedAt", announcement.announcedAt()));
    }

    /**
     * Decides that the deployment may begin, and keeps the checklist as it is now.
     * Refuses while an item other than the backups is not met.
     */
    public void go(String releaseKey) {
        List<ChecklistFact> checklist = this.releases.checklist(this.releases.get(releaseKey));
        refuseUnmet(checklist, (fact) -> fact.item() != ChecklistItem.BACKUPS, "deployment.go.unmet");
        this.store.decide(releaseKey, null, checklist, this.journal.act());
        write("deployment.go", releaseKey, Role.DEPLOYMENT_MANAGER, null, this.words.states(checklist));
    }

    /**
     * Decides that the deployment may not begin, and keeps the checklist as it is now.
     * @param reason why not, 1 to 2,000 characters
     */
    public void noGo(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.noGo.reason.missing");
        List<ChecklistFact> checklist = this.releases.checklist(this.releases.get(releaseKey));
        this.store.decide(releaseKey, why, checklist, this.journal.act());
        write("deployment.no-go", releaseKey, Role.DEPLOYMENT_MANAGER, why, this.words.states(checklist));
    }

    /**
     * States that what stood in the way of a deployment is resolved. Refuses unless a
     * no-go waits for it.
     * @param how how it was resolved, 1 to 2,000 characters
     */
    public void resolve(String releaseKey, String how) {
        Statement resolution = resolution(how);
        this.store.resolve(releaseKey, resolution, false);
        write("deployment.no-go-resolved", releaseKey, Role.RELEASE_MANAGER, resolution.text(), Map.of());
    }

    /**
     * Withdraws a release instead of resolving its no-go. Refuses unless a no-go waits
     * for it.
     * @param why why it is withdrawn, 1 to 2,000 characters
     */
    public void withdraw(String releaseKey, String why) {
        Statement resolution = resolution(why);
        this.store.resolve(releaseKey, resolution, true);
        write("deployment.withdrawn", releaseKey, Role.RELEASE_MANAGER, resolution.text(), Map.of());
    }

    /**
     * Confirms the backups before a deployment. Refuses what is missing or too long,
     * times in the future, a backup older than a week, a verification that precedes the
     * backup, and a service or item of the plan that it does not cover, unless it is said
     * why that needs none.
     * @param stated where it is, when it was taken and what it covers
     */
    public void confirmBackups(String releaseKey, Backup stated) {
        InputCheck check = new InputCheck();
        List<String> things = toBackUp(releaseKey);
        List<String> left = new ArrayList<>(things);
        left.removeAll(Objects.requireNonNullElse(stated.covers(), List.of()));
        Backup backup = new Backup(
                check.required("location", stated.location(), LOCATION, "deployment.location.missing"),
                stated.takenAt(), stated.verifiedAt(), things.stream().filter((one) -> !left.contains(one)).toList(),
                left, left.isEmpty() ? "" : check.optional("sparedReason", stated.sparedReason(), SPARED));
        check.meaningful("location", backup.location());
        check.meaningful("sparedReason", backup.sparedReason());
        check.refuseIf(!left.isEmpty() && backup.sparedReason().isEmpty(), "covers", "deployment.covers.missing",
                String.join(", ", left));
        past("takenAt", backup.takenAt(), "deployment.takenAt.missing", check);
        past("verifiedAt", backup.verifiedAt(), "deployment.verifiedAt.missing", check);
        check.refuseIf(check.sound("takenAt") && backup.takenAt().isBefore(this.clock.instant().minus(BACKUP_AGE)),
                "takenAt", "deployment.takenAt.too-old", BACKUP_AGE.toDays());
        check.refuseIf(check.sound("takenAt", "verifiedAt") && backup.verifiedAt().isBefore(backup.takenAt()),
                "verifiedAt", "deployment.verifiedAt.too-early");
        check.finish();
        Act act = this.journal.act();
        this.store.backUp(releaseKey, new BackupDetails(backup, act.by(), act.at()));
        write("deployment.backups-confirmed", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("location", backup.location(), "takenAt", backup.takenAt(), "verifiedAt", backup.verifiedAt(),
                        "covers", backup.covers(), "spared", left, "sparedReason", backup.sparedReason()));
    }

    /**
     * What a release's backups have to cover: the services and configuration items of its
     * plan.
     * @return names of services and keys of items
     */
    @Transactional(readOnly = true)
    public List<String> toBackUp(String releaseKey) {
        Plan.Scope scope = this.plans.of(releaseKey).plan().scope();
        return Stream.concat(scope.services().stream(), scope.items().stream()).distinct().toList();
    }

    /**
     * The newest announcement of a release's deployment.
     * @return the announcement, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<AnnouncementDetails> announcement(String releaseKey) {
        return this.store.announcement(releaseKey);
    }

    /**
     * The newest confirmed backups of a release.
     * @return the backups, if there are any
     */
    @Transactional(readOnly = true)
    public Optional<BackupDetails> backup(String releaseKey) {
        return this.store.backup(releaseKey);
    }

    /**
     * The decisions on go or no-go of a release.
     * @return the decisions, newest first, each with the checklist as it was
     */
    @Transactional(readOnly = true)
    public List<GoDecision> decisions(String releaseKey) {
        return this.store.decisions(releaseKey);
    }

    /** Refuses, at the form as a whole, while a required item is not met. */
    void refuseUnmet(List<ChecklistFact> checklist, Predicate<ChecklistFact> required, String code) {
        List<ChecklistFact> unmet = checklist.stream().filter(required).filter((fact) -> !fact.met()).toList();
        if (!unmet.isEmpty()) {
            throw new InvalidInputException("", code, this.words.names(unmet));
        }
    }

    private void past(String field, @Nullable Instant at, String missing, InputCheck check) {
        check.given(field, at, missing);
        check.refuseIf(at != null && at.isAfter(this.clock.instant()), field, "deployment.time.future");
    }

    private Statement resolution(String text) {
        return Statement.of(this.journal.act(),
                InputCheck.text("reason", text, REASON, "deployment.resolution.missing"));
    }

    private void write(String action, String releaseKey, Role role, @Nullable String reason, Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

}
