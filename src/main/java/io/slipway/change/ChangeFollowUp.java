package io.slipway.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.workflow.escalation.Escalations;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a change record beside and after its decision. The newest record of the
 * release is meant; where that is not in the state for it, nothing is done.
 */
@Service
@Transactional
public class ChangeFollowUp {

    private static final int TEXT = 4000;

    private final ChangeStore store;

    private final Escalations escalations;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    ChangeFollowUp(ChangeStore store, Escalations escalations, Journal journal, ApplicationEventPublisher events) {
        this.store = store;
        this.escalations = escalations;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Says that the board did not decide in time, and hands the open votes up. Nothing is
     * decided by that.
     */
    public void escalate(String releaseKey) {
        ChangeRecord record = this.store.current(releaseKey);
        if (record.status() == ChangeStatus.REQUESTED) {
            boolean emergency = record.content().type() == ChangeType.EMERGENCY;
            this.escalations.escalate(releaseKey,
                    emergency ? "change/authorise-emergency-change" : "change/authorise-change");
            this.store.write("change.escalated", record, null, null);
            this.events.publishEvent(new ChangeOverdue(releaseKey, record.number(), record.content().type()));
        }
    }

    /** The change was deployed and verified. */
    public void implemented(String releaseKey) {
        follow(releaseKey, "change.implemented", "", (record) -> record.implement(now()), ChangeStatus.AUTHORISED);
    }

    /** The deployment was taken back. */
    public void backedOut(String releaseKey, String why) {
        follow(releaseKey, "change.backed-out", why, (record) -> record.backOut(why, now()), ChangeStatus.AUTHORISED,
                ChangeStatus.IMPLEMENTED);
    }

    /** The release was reviewed and closed. */
    public void closed(String releaseKey) {
        follow(releaseKey, "change.closed", "", (record) -> record.close(now()), ChangeStatus.IMPLEMENTED);
    }

    /** The release was cancelled before its deployment. */
    public void cancelled(String releaseKey, String why) {
        follow(releaseKey, "change.voided", why, (record) -> record.declareVoid(why, now()), ChangeStatus.DRAFT,
                ChangeStatus.REQUESTED, ChangeStatus.INFORMATION_REQUESTED, ChangeStatus.AUTHORISED);
    }

    private void follow(String releaseKey, String action, String why, Consumer<ChangeRecord> transition,
            ChangeStatus... from) {
        this.store.newest(releaseKey)
            .filter((record) -> List.of(from).contains(record.status()))
            .ifPresent((record) -> {
                transition.accept(record);
                this.store.write(action, record, null, why);
            });
    }

    /**
     * Whether a release was deployed by an emergency change that nobody has reviewed yet.
     */
    @Transactional(readOnly = true)
    public boolean needsEmergencyReview(String releaseKey) {
        return this.store.newest(releaseKey)
            .map(ChangeRecord::details)
            .filter((change) -> change.content().type() == ChangeType.EMERGENCY && change.emergency() == null)
            .filter((change) -> change.status() == ChangeStatus.IMPLEMENTED
                    || change.status() == ChangeStatus.BACKED_OUT || change.status() == ChangeStatus.AUTHORISED)
            .isPresent();
    }

    /**
     * Records the look back at an emergency. Refuses what is missing or too long, any
     * other change, and a second look.
     * @param verdict whether it truly was an emergency
     * @param why why, 1 to 4,000 characters
     * @param instead what would have prevented it, 1 to 4,000 characters
     */
    public void reviewEmergency(String releaseKey, @Nullable EmergencyVerdict verdict, String why, String instead) {
        InputCheck check = new InputCheck();
        check.given("verdict", verdict, "change.emergency.missing");
        String findings = check.required("findings", why, TEXT, "change.findings.missing");
        String prevention = check.required("prevention", instead, TEXT, "change.prevention.missing");
        check.finish();
        ChangeRecord record = this.store.current(releaseKey);
        Act act = this.journal.act();
        record.reviewEmergency(
                new EmergencyReview(Objects.requireNonNull(verdict), findings, prevention, act.by(), act.at()));
        this.store.write("change.emergency-reviewed", record, Role.CHANGE_AUTHORITY, findings);
    }

    private Instant now() {
        return this.journal.act().at();
    }

}
