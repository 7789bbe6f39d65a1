package io.slipway.deployment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.release.ChecklistFact;
import io.slipway.release.ChecklistItem;
import io.slipway.release.ReleaseManagement;
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

    private static final int AUDIENCE = 500;

    private static final int CHANNEL = 200;

    private static final int TEXT = 4000;

    private static final int LOCATION = 500;

    private static final int REASON = 2000;

    private final AnnouncementRepository announcements;

    private final GoDecisionRepository decisions;

    private final BackupRepository backups;

    private final ReleaseManagement releases;

    private final ChecklistWords words;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    ReadinessManagement(AnnouncementRepository announcements, GoDecisionRepository decisions, BackupRepository backups,
            ReleaseManagement releases, ChecklistWords words, CurrentActor currentActor, Journal journal, Clock clock) {
        this.announcements = announcements;
        this.decisions = decisions;
        this.backups = backups;
        this.releases = releases;
        this.words = words;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records that a deployment was announced. Refuses what is missing or too long, and
     * an announcement in the future.
     * @param stated what was told to whom
     */
    public void announce(String releaseKey, Announcement stated) {
        InputCheck check = new InputCheck();
        Announcement announcement = new Announcement(
                check.required("audience", stated.audience(), AUDIENCE, "deployment.audience.missing"),
                check.required("channel", stated.channel(), CHANNEL, "deployment.channel.missing"),
                check.required("text", stated.text(), TEXT, "deployment.text.missing"), stated.announcedAt());
        past("announcedAt", stated.announcedAt(), "deployment.announcedAt.missing", check);
        check.finish();
        this.announcements.save(new AnnouncementRecord(releaseKey, announcement, actor(), now()));
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
        this.decisions.save(GoDecisionRecord.go(releaseKey, this.words.write(checklist), actor(), now()));
        write("deployment.go", releaseKey, Role.DEPLOYMENT_MANAGER, null, this.words.states(checklist));
    }

    /**
     * Decides that the deployment may not begin, and keeps the checklist as it is now.
     * @param reason why not, 1 to 2,000 characters
     */
    public void noGo(String releaseKey, String reason) {
        String why = InputCheck.text("reason", reason, REASON, "deployment.noGo.reason.missing");
        List<ChecklistFact> checklist = this.releases.checklist(this.releases.get(releaseKey));
        this.decisions.save(GoDecisionRecord.noGo(releaseKey, why, this.words.write(checklist), actor(), now()));
        write("deployment.no-go", releaseKey, Role.DEPLOYMENT_MANAGER, why, this.words.states(checklist));
    }

    /**
     * States that what stood in the way of a deployment is resolved. Refuses unless a
     * no-go waits for it.
     * @param how how it was resolved, 1 to 2,000 characters
     */
    public void resolve(String releaseKey, String how) {
        Act resolution = resolution(how);
        newest(releaseKey).resolve(resolution);
        write("deployment.no-go-resolved", releaseKey, Role.RELEASE_MANAGER, resolution.text(), Map.of());
    }

    /**
     * Withdraws a release instead of resolving its no-go. Refuses unless a no-go waits
     * for it.
     * @param why why it is withdrawn, 1 to 2,000 characters
     */
    public void withdraw(String releaseKey, String why) {
        Act resolution = resolution(why);
        newest(releaseKey).withdraw(resolution);
        write("deployment.withdrawn", releaseKey, Role.RELEASE_MANAGER, resolution.text(), Map.of());
    }

    /**
     * Confirms the backups before a deployment. Refuses what is missing or too long,
     * times in the future, and a verification that precedes the backup.
     * @param stated where it is and when it was taken
     */
    public void confirmBackups(String releaseKey, Backup stated) {
        InputCheck check = new InputCheck();
        Backup backup = new Backup(
                check.required("location", stated.location(), LOCATION, "deployment.location.missing"),
                stated.takenAt(), stated.verifiedAt());
        past("takenAt", backup.takenAt(), "deployment.takenAt.missing", check);
        past("verifiedAt", backup.verifiedAt(), "deployment.verifiedAt.missing", check);
        check.refuseIf(check.sound("takenAt", "verifiedAt") && backup.verifiedAt().isBefore(backup.takenAt()),
                "verifiedAt", "deployment.verifiedAt.too-early");
        check.finish();
        this.backups.save(new BackupRecord(releaseKey, backup, actor(), now()));
        write("deployment.backups-confirmed", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("location", backup.location(), "takenAt", backup.takenAt(), "verifiedAt", backup.verifiedAt()));
    }

    /**
     * The newest announcement of a release's deployment.
     * @return the announcement, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<AnnouncementDetails> announcement(String releaseKey) {
        return this.announcements.findFirstByReleaseKeyOrderByIdDesc(releaseKey).map(AnnouncementRecord::details);
    }

    /**
     * The newest confirmed backups of a release.
     * @return the backups, if there are any
     */
    @Transactional(readOnly = true)
    public Optional<BackupDetails> backup(String releaseKey) {
        return this.backups.findFirstByReleaseKeyOrderByIdDesc(releaseKey).map(BackupRecord::details);
    }

    /**
     * The decisions on go or no-go of a release.
     * @return the decisions, newest first, each with the checklist as it was
     */
    @Transactional(readOnly = true)
    public List<GoDecision> decisions(String releaseKey) {
        return this.decisions.findByReleaseKeyOrderByIdDesc(releaseKey)
            .stream()
            .map((decision) -> decision.details(this.words.read(decision.checklist())))
            .toList();
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
        check.refuseIf(at != null && at.isAfter(now()), field, "deployment.time.future");
    }

    private Act resolution(String text) {
        return new Act(actor(), now(), InputCheck.text("reason", text, REASON, "deployment.resolution.missing"));
    }

    private GoDecisionRecord newest(String releaseKey) {
        return this.decisions.findFirstByReleaseKeyOrderByIdDesc(releaseKey)
            .orElseThrow(() -> new NotFoundException("go-decision", releaseKey));
    }

    private void write(String action, String releaseKey, Role role, @Nullable String reason, Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

    private String actor() {
        return this.currentActor.get().userName();
    }

    private Instant now() {
        return this.clock.instant();
    }

}
