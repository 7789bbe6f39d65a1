package io.slipway.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.slipway.change.standard.StandardChangeManagement;
import io.slipway.change.standard.StandardOffer;
import io.slipway.configuration.ItemSummary;
import io.slipway.identity.Journal;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.policy.RiskAssessment;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How change records are raised, requested, voted on and authorised. Who may do it was
 * judged before, where the work item was completed.
 */
@Service
@Transactional
public class ChangeManagement {

    private static final int WORDS = 2000;

    private final ChangeStore store;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final ChangeAssessor assessor;

    private final StandardChangeManagement standardChanges;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final ReadOnce once;

    private final CurrentPlans plans;

    ChangeManagement(ChangeStore store, ReleaseManagement releases, PackageManagement packages, ChangeAssessor assessor,
            StandardChangeManagement standardChanges, Journal journal, ApplicationEventPublisher events, ReadOnce once,
            CurrentPlans plans) {
        this.store = store;
        this.releases = releases;
        this.packages = packages;
        this.assessor = assessor;
        this.standardChanges = standardChanges;
        this.journal = journal;
        this.events = events;
        this.once = once;
        this.plans = plans;
    }

    /**
     * Raises the change record of a round of authorisation, as a draft that takes over
     * what an earlier round already said, or else what the plan says. Raising it again
     * for the same round does nothing.
     * @param releaseName its name, the title of a first draft
     * @param round identifies the round
     */
    public void raise(String releaseKey, String releaseName, String round) {
        this.store.raise(releaseKey, round, this.assessor.draft(this.releases.get(releaseKey), releaseName));
    }

    /**
     * What a release's change would affect: what its newest record says, or else what its
     * plan names.
     * @return the items, by key
     */
    @Transactional(readOnly = true)
    public List<ItemSummary> affected(String releaseKey) {
        return this.once.of("affected items", releaseKey, () -> readAffected(releaseKey));
    }

    private List<ItemSummary> readAffected(String releaseKey) {
        List<String> said = ofRelease(releaseKey)
            .map((change) -> change.items().stream().map(AffectedItem::key).toList())
            .orElse(List.of());
        return said.isEmpty() ? this.assessor.proposed(this.releases.get(releaseKey)) : this.assessor.named(said);
    }

    /**
     * How much a release's change puts at stake as things are now; nothing is kept.
     * @return the risk with its reasons
     */
    @Transactional(readOnly = true)
    public RiskAssessment assess(String releaseKey) {
        return this.once.of("assessed risk", releaseKey,
                () -> this.assessor.assess(this.releases.get(releaseKey), affected(releaseKey)));
    }

    /**
     * The standing authorisations, and whether each fits a release's change.
     * @return those that were authorised, by name, each with what speaks against it
     */
    @Transactional(readOnly = true)
    public List<StandardOffer> offers(String releaseKey) {
        return this.standardChanges.offers(this.plans.of(releaseKey).plan(), assess(releaseKey).risk());
    }

    /**
     * Requests the authorisation of a release's change: assesses its risk, finds who has
     * to vote, and binds the request to what would be deployed. Refuses what is missing
     * or too long, items that nobody registered, and a standard change whose rule does
     * not fit. Refuses unless the record is a draft.
     * @param items keys of the affected configuration items
     * @return how it is decided on
     */
    public ChangeRound request(String releaseKey, ChangeContent stated, Collection<String> items) {
        InputCheck check = new InputCheck();
        ChangeContent content = stated.sound(check);
        List<ItemSummary> affected = check.finish(() -> this.assessor.named(items));
        ChangeRecord record = this.store.current(releaseKey);
        ChangeTerms terms = terms(releaseKey, content, affected);
        record.request(content, terms, this.journal.act());
        this.store.write("change.requested", record, Role.RELEASE_MANAGER, null);
        return new ChangeRound(content.type(), terms.seats());
    }

    /**
     * Answers a question of the change authority. Everybody votes anew, on what would be
     * deployed now. Refuses what is missing or too long. Refuses unless a question was
     * asked.
     * @param said the answer, 1 to 2,000 characters
     * @param implementation how the change is carried out, perhaps amended
     * @param verification how its success is verified, perhaps amended
     * @param backOut how it is taken back, perhaps amended
     * @return how it is decided on
     */
    public ChangeRound supplyInformation(String releaseKey, String said, String implementation, String verification,
            String backOut) {
        ChangeRecord record = this.store.current(releaseKey);
        InputCheck check = new InputCheck();
        String answer = check.required("answer", said, WORDS, "change.answer.missing");
        ChangeContent content = record.content().withPlans(implementation, verification, backOut).sound(check);
        check.finish();
        ChangeTerms terms = terms(releaseKey, content, this.assessor.named(record.itemKeys()));
        record.supplyInformation(answer, content, terms, this.journal.act());
        this.store.write("change.information-supplied", record, Role.RELEASE_MANAGER, answer);
        return new ChangeRound(content.type(), terms.seats());
    }

    private ChangeTerms terms(String releaseKey, ChangeContent content, List<ItemSummary> items) {
        ReleaseDetails release = this.releases.get(releaseKey);
        RiskAssessment risk = this.assessor.decide(release, items);
        if (content.type() == ChangeType.STANDARD) {
            this.standardChanges.expectFit(content.standardChange(), this.plans.of(release).plan(), risk.risk());
        }
        String seats = (content.type() == ChangeType.STANDARD) ? "" : this.assessor.seats(release, risk.risk());
        return new ChangeTerms(ChangeRisk.of(risk),
                ChangeScope.of(release, this.plans.of(release), this.packages.get(release.key())), release.services(),
                items.stream().map(AffectedItem::of).toList(), seats);
    }

    /**
     * Votes to authorise a release's change; with the last vote that is needed its
     * deployment may begin. Refuses its requester, who has voted already, a round that is
     * over, and a change whose subject is no longer what was requested.
     * @param role the role in which the current actor votes
     * @param why why, at most 2,000 characters; may be empty
     * @param under under which conditions, at most 2,000 characters; may be empty
     */
    public void authorise(String releaseKey, Role role, String why, String under) {
        InputCheck check = new InputCheck();
        String reason = check.optional("reason", why, WORDS);
        String conditions = check.optional("conditions", under, WORDS);
        check.finish();
        ChangeRecord record = this.store.current(releaseKey);
        if (!unchanged(record.details())) {
            throw new InvalidInputException("", "change.vote.changed", record.number());
        }
        record.authorise(vote(ChangeAction.AUTHORISED, role, reason).under(conditions));
        boolean done = record.status() == ChangeStatus.AUTHORISED;
        this.store.write(done ? "change.authorised" : "change.voted", record, role, reason);
        if (done) {
            publish(record, true, reason);
        }
    }

    /**
     * Votes to reject a release's change, which ends the round. Refuses as
     * {@link #authorise} does.
     * @param role the role in which the current actor votes
     * @param why why, 1 to 2,000 characters
     */
    public void reject(String releaseKey, Role role, String why) {
        String reason = InputCheck.text("reason", why, WORDS, "change.reason.missing");
        ChangeRecord record = this.store.current(releaseKey);
        record.reject(vote(ChangeAction.REJECTED, role, reason));
        this.store.write("change.rejected", record, role, reason);
        publish(record, false, reason);
    }

    /**
     * Asks for more information instead of deciding, which ends the round. Refuses as
     * {@link #authorise} does.
     * @param role the role in which the current actor votes
     * @param unclear what is not clear, 1 to 2,000 characters
     */
    public void askForMore(String releaseKey, Role role, String unclear) {
        String question = InputCheck.text("reason", unclear, WORDS, "change.question.missing");
        ChangeRecord record = this.store.current(releaseKey);
        record.askForMore(vote(ChangeAction.INFORMATION_REQUESTED, role, question));
        this.store.write("change.information-requested", record, role, question);
    }

    /**
     * Lets a standing authorisation count if its rule still holds at this moment;
     * otherwise the change goes back to its requester with the reasons. Refuses unless
     * the newest record is a requested standard change.
     */
    public boolean authoriseStandard(String releaseKey) {
        ChangeRecord record = this.store.current(releaseKey);
        ReleaseDetails release = this.releases.get(releaseKey);
        List<String> against = this.standardChanges.against(record.content().standardChange(),
                this.plans.of(release).plan(),
                this.assessor.assess(release, this.assessor.named(record.itemKeys())).risk());
        if (against.isEmpty() && unchanged(record.details())) {
            record.authoriseStandard(this.journal.act());
            this.store.write("change.authorised", record, null, null);
            publish(record, true, "");
            return true;
        }
        String why = against.isEmpty() ? this.standardChanges.changedSince() : String.join(" ", against);
        record.returnStandard(why, this.journal.act());
        this.store.write("change.returned", record, null, why);
        return false;
    }

    /**
     * The change record of a release that counts: the newest.
     * @return the record, if one was raised
     */
    @Transactional(readOnly = true)
    public Optional<ChangeDetails> ofRelease(String releaseKey) {
        return this.once.of("newest change", releaseKey,
                () -> this.store.newest(releaseKey).map(ChangeRecord::details));
    }

    /**
     * All change records of a release, one per round.
     * @return the records, newest first
     */
    @Transactional(readOnly = true)
    public List<ChangeDetails> allOfRelease(String releaseKey) {
        return this.once.of("changes", releaseKey,
                () -> this.store.all(releaseKey).stream().map(ChangeRecord::details).toList());
    }

    /**
     * Tells whether a release's deployment may begin: whether its newest change record is
     * authorised, and nothing else would be deployed than what was authorised.
     */
    @Transactional(readOnly = true)
    public boolean isAuthorised(String releaseKey) {
        return ofRelease(releaseKey).filter(ChangeDetails::authorised).filter(this::unchanged).isPresent();
    }

    /**
     * Tells whether what would be deployed is still what its newest change record was
     * requested for.
     * @return whether it is the same; false while nothing was requested
     */
    @Transactional(readOnly = true)
    public boolean isUnchanged(String releaseKey) {
        return ofRelease(releaseKey).filter(this::unchanged).isPresent();
    }

    /**
     * What would be deployed now, as an authorisation is bound to it.
     * @return SHA-256 in hexadecimal digits
     */
    @Transactional(readOnly = true)
    public String digest(ReleaseDetails release) {
        return ChangeDigest.of(release, this.plans.of(release), this.packages.get(release.key()));
    }

    private boolean unchanged(ChangeDetails change) {
        return digest(this.releases.get(change.releaseKey())).equals(change.scope().digest());
    }

    private ChangeDecision vote(ChangeAction action, Role role, String reason) {
        return ChangeDecision.of(action, role, this.journal.act()).because(reason);
    }

    private void publish(ChangeRecord record, boolean authorised, String reason) {
        this.events.publishEvent(
                new ChangeDecided(record.releaseKey(), record.number(), record.content().type(), authorised, reason));
    }

}
