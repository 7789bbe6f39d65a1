package io.slipway.deployment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
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
     * Records that a deployment was announced. Refuses an announcement in the future.
     * @param releaseKey key of the release
     * @param announcement what was told to whom
     */
    public void announce(String releaseKey, Announcement announcement) {
        refuseFuture("announcedAt", announcement.announcedAt());
        this.announcements.save(new AnnouncementRecord(releaseKey, announcement, actor(), now()));
        write("deployment.announced", releaseKey, Role.RELEASE_MANAGER, null,
                Map.of("audience", announcement.audience(), "channel", announcement.channel(), "text",
                        announcement.text(), "announcedAt", announcement.announcedAt()));
    }

    /**
     * Decides that the deployment may begin, and keeps the checklist as it is now.
     * Refuses while an item other than the backups is not met.
     * @param releaseKey key of the release
     */
    public void go(String releaseKey) {
        List<ChecklistFact> checklist = this.releases.checklist(this.releases.get(releaseKey));
        refuseUnmet(checklist, (fact) -> fact.item() != ChecklistItem.BACKUPS, "deployment.go.unmet");
        this.decisions.save(GoDecisionRecord.go(releaseKey, this.words.write(checklist), actor(), now()));
        write("deployment.go", releaseKey, Role.DEPLOYMENT_MANAGER, null, this.words.states(checklist));
    }

    /**
     * Decides that the deployment may not begin, and keeps the checklist as it is now.
     * @param releaseKey key of the release
     * @param reason why not
     */
    public void noGo(String releaseKey, String reason) {
        List<ChecklistFact> checklist = this.releases.checklist(this.releases.get(releaseKey));
        this.decisions.save(GoDecisionRecord.noGo(releaseKey, reason, this.words.write(checklist), actor(), now()));
        write("deployment.no-go", releaseKey, Role.DEPLOYMENT_MANAGER, reason, this.words.states(checklist));
    }

    /**
     * States that what stood in the way of a deployment is resolved. Refuses unless a
     * no-go waits for it.
     * @param releaseKey key of the release
     * @param how how it was resolved
     */
    public void resolve(String releaseKey, String how) {
        newest(releaseKey).resolve(new Act(actor(), now(), how));
        write("deployment.no-go-resolved", releaseKey, Role.RELEASE_MANAGER, how, Map.of());
    }

    /**
     * Withdraws a release instead of resolving its no-go. Refuses unless a no-go waits
     * for it.
     * @param releaseKey key of the release
     * @param why why it is withdrawn
     */
    public void withdraw(String releaseKey, String why) {
        newest(releaseKey).withdraw(new Act(actor(), now(), why));
        write("deployment.withdrawn", releaseKey, Role.RELEASE_MANAGER, why, Map.of());
    }

    /**
     * Confirms the backups before a deployment. Refuses times in the future, and a
     * verification that precedes the backup.
     * @param releaseKey key of the release
     * @param backup where it is and when it was taken
     */
    public void confirmBackups(String releaseKey, Backup backup) {
        refuseFuture("takenAt", backup.takenAt());
        refuseFuture("verifiedAt", backup.verifiedAt());
        if (backup.verifiedAt().isBefore(backup.takenAt())) {
            throw new InvalidInputException("verifiedAt", "deployment.verifiedAt.too-early");
        }
        this.backups.save(new BackupRecord(releaseKey, backup, actor(), now()));
        write("deployment.backups-confirmed", releaseKey, Role.DEPLOYMENT_MANAGER, null,
                Map.of("location", backup.location(), "takenAt", backup.takenAt(), "verifiedAt", backup.verifiedAt()));
    }

    /**
     * The newest announcement of a release's deployment.
     * @param releaseKey key of the release
     * @return the announcement, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<AnnouncementDetails> announcement(String releaseKey) {
        return this.announcements.findFirstByReleaseKeyOrderByIdDesc(releaseKey).map(AnnouncementRecord::details);
    }

    /**
     * The newest confirmed backups of a release.
     * @param releaseKey key of the release
     * @return the backups, if there are any
     */
    @Transactional(readOnly = true)
    public Optional<BackupDetails> backup(String releaseKey) {
        return this.backups.findFirstByReleaseKeyOrderByIdDesc(releaseKey).map(BackupRecord::details);
    }

    /**
     * The decisions on go or no-go of a release.
     * @param releaseKey key of the release
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

    private void refuseFuture(String field, Instant at) {
        if (at.isAfter(now())) {
            throw new InvalidInputException(field, "deployment.time.future");
        }
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
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

}
