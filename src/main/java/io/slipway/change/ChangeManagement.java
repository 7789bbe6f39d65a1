package io.slipway.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.ui.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with change records. Who may do it was judged before, where the
 * work item was completed.
 */
@Service
@Transactional
public class ChangeManagement {

    private final ChangeRepository changes;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    ChangeManagement(ChangeRepository changes, CurrentActor currentActor, Journal journal, Clock clock) {
        this.changes = changes;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Raises the change record of a round of authorisation, as a draft that takes over
     * what an earlier round already said. Raising it again for the same round does
     * nothing.
     * @param releaseKey key of the release
     * @param releaseName its name, the title of a first draft
     * @param round identifies the round
     */
    public void raise(String releaseKey, String releaseName, String round) {
        if (this.changes.existsByRound(round)) {
            return;
        }
        ChangeContent content = this.changes.findFirstByReleaseKeyOrderByIdDesc(releaseKey)
            .map(ChangeRecord::content)
            .orElseGet(() -> ChangeContent.draft(releaseName));
        String number = "CHG-%06d".formatted(this.changes.nextNumber());
        ChangeRecord record = this.changes.save(ChangeRecord.raise(number, releaseKey, round, content));
        write("change.raised", record, releaseKey, null, null, Map.of("status", record.status()));
    }

    /**
     * Requests the authorisation of a release's change. Refuses unless it is a draft.
     * @param releaseKey key of the release
     * @param content what is asked for
     */
    public void request(String releaseKey, ChangeContent content) {
        ChangeRecord record = current(releaseKey);
        record.request(content, actor(), now());
        write("change.requested", record, releaseKey, Role.RELEASE_MANAGER, null, values(record));
    }

    /**
     * Answers the change authority's question. Refuses unless one was asked.
     * @param releaseKey key of the release
     * @param answer the answer
     * @param implementation how the change is carried out, perhaps amended
     * @param verification how its success is verified, perhaps amended
     * @param backOut how it is taken back, perhaps amended
     */
    public void supplyInformation(String releaseKey, String answer, String implementation, String verification,
            String backOut) {
        ChangeRecord record = current(releaseKey);
        record.supplyInformation(answer, record.content().withPlans(implementation, verification, backOut), actor(),
                now());
        write("change.information-supplied", record, releaseKey, Role.RELEASE_MANAGER, answer, values(record));
    }

    /**
     * Authorises a release's change: its deployment may begin. Refuses unless it was
     * requested.
     * @param releaseKey key of the release
     * @param reason why; may be empty
     * @param conditions under which it is authorised; may be empty
     */
    public void authorise(String releaseKey, String reason, String conditions) {
        ChangeRecord record = current(releaseKey);
        record.authorise(reason, conditions, actor(), now());
        write("change.authorised", record, releaseKey, Role.CHANGE_AUTHORITY, reason,
                Map.of("status", record.status(), "conditions", conditions));
    }

    /**
     * Rejects a release's change. Refuses unless it was requested.
     * @param releaseKey key of the release
     * @param reason why
     */
    public void reject(String releaseKey, String reason) {
        ChangeRecord record = current(releaseKey);
        record.reject(reason, actor(), now());
        write("change.rejected", record, releaseKey, Role.CHANGE_AUTHORITY, reason, Map.of("status", record.status()));
    }

    /**
     * Asks for more information before deciding. Refuses unless the change was requested.
     * @param releaseKey key of the release
     * @param question what is not clear
     */
    public void askForMore(String releaseKey, String question) {
        ChangeRecord record = current(releaseKey);
        record.askForMore(question, actor(), now());
        write("change.information-requested", record, releaseKey, Role.CHANGE_AUTHORITY, question,
                Map.of("status", record.status()));
    }

    /**
     * The change record of a release that counts: the newest.
     * @param releaseKey key of the release
     * @return the record, if one was raised
     */
    @Transactional(readOnly = true)
    public Optional<ChangeDetails> ofRelease(String releaseKey) {
        return this.changes.findFirstByReleaseKeyOrderByIdDesc(releaseKey).map(ChangeRecord::details);
    }

    /**
     * All change records of a release, one per round.
     * @param releaseKey key of the release
     * @return the records, newest first
     */
    @Transactional(readOnly = true)
    public List<ChangeDetails> allOfRelease(String releaseKey) {
        return this.changes.findWithDecisions(releaseKey).stream().map(ChangeRecord::details).toList();
    }

    /**
     * Tells whether a release's deployment may begin.
     * @param releaseKey key of the release
     * @return whether its newest change record is authorised
     */
    @Transactional(readOnly = true)
    public boolean isAuthorised(String releaseKey) {
        return this.changes.findFirstByReleaseKeyOrderByIdDesc(releaseKey)
            .filter((record) -> record.status() == ChangeStatus.AUTHORISED)
            .isPresent();
    }

    private ChangeRecord current(String releaseKey) {
        return this.changes.findFirstByReleaseKeyOrderByIdDesc(releaseKey)
            .orElseThrow(() -> new NotFoundException("change", releaseKey));
    }

    private void write(String action, ChangeRecord record, String releaseKey, @Nullable Role role,
            @Nullable String reason, Map<String, ?> values) {
        this.journal.record(JournalEntry.of(action, "change", record.number())
            .release(releaseKey)
            .as(role)
            .because(reason)
            .with(values));
    }

    private static Map<String, ?> values(ChangeRecord record) {
        ChangeContent content = record.content();
        return Map.of("status", record.status(), "title", content.title(), "type", content.type(), "risk",
                content.risk(), "riskReasons", content.riskReasons(), "implementationPlan",
                content.implementationPlan(), "verificationPlan", content.verificationPlan(), "backOutPlan",
                content.backOutPlan());
    }

    private String actor() {
        return this.currentActor.get().userName();
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

}
