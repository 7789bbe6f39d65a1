package io.slipway.permit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.approval.Seat;
import io.slipway.identity.Act;
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
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with permits. A release has one open permit of each kind at a
 * time, which may let it pass several things. The steps of their process come through the
 * choke point that judges who may; only asking and taking back are judged here.
 */
@Service
@Transactional
public class PermitManagement {

    /** Characters of a reason, a follow-up or a result. */
    public static final int TEXT = 2000;

    private static final Limit SHOWN = Limit.of(50);

    private final PermitRepository permits;

    /** Asked for when needed: kinds use features that ask here what is granted. */
    private final ObjectProvider<PermitKind> kinds;

    private final Workflow workflow;

    private final SeparationOfDuties duties;

    private final CurrentActor currentActor;

    private final Journal journal;

    PermitManagement(PermitRepository permits, ObjectProvider<PermitKind> kinds, Workflow workflow,
            SeparationOfDuties duties, CurrentActor currentActor, Journal journal) {
        this.permits = permits;
        this.kinds = kinds;
        this.workflow = workflow;
        this.duties = duties;
        this.currentActor = currentActor;
        this.journal = journal;
    }

    /**
     * Asks for a permit, and has it decided. Refuses everybody but those whom the kind
     * names, and at the field what is empty, too long, in the past or too far ahead, what
     * the kind does not let pass, releases that ended, and a second permit of the kind
     * while one is open.
     */
    public void request(PermitRequest request) {
        PermitKind kind = kind(request.kind());
        Role role = requester(kind);
        PermitRelease release = kind.release(request.releaseKey());
        PermitRequest asked = sound(kind, release, request);
        Instant expiry = Objects.requireNonNull(asked.expiresAt());
        Act act = this.journal.act();
        this.duties.perform(release.key(), Duty.of("request-" + kind.id()).orElseThrow(), null, act.by());
        this.permits.saveAndFlush(Permit.request(asked, release, act));
        Map<String, Object> told = new HashMap<>(kind.told(asked));
        told.put("expiresAt", expiry);
        write(kind, "requested", release.key(), role, asked.reason(), told);
        this.workflow.start(PermitModel.PERMIT.process(), release.key(), PermitModel.KIND,
                Map.of("releaseName", release.name(), "priority", release.priority(), "phase", release.phase(),
                        PermitModel.KIND, kind.id(), "seats", Seat.text(kind.approvers()),
                        PermitModel.PERMIT.rejected(), false, PermitModel.PERMIT.granted(), false, "expiresAt",
                        expiry.toString()));
    }

    private PermitRequest sound(PermitKind kind, PermitRelease release, PermitRequest stated) {
        Instant now = now();
        Instant expiry = (stated.expiresAt() != null) ? stated.expiresAt().truncatedTo(ChronoUnit.MILLIS) : null;
        String words = kind.words();
        String subjects = kind.fields().subjects();
        String why = kind.fields().reason();
        InputCheck check = new InputCheck();
        check.refuseIf(!release.open(), "", words + "release.ended", release.key());
        check.refuseIf(newest(kind.id(), release.key()).filter((one) -> one.status().open()).isPresent(), "",
                words + "open.already", release.key());
        check.refuseIf(stated.subjects().isEmpty(), subjects, words + subjects + ".missing");
        PermitRequest asked = new PermitRequest(kind.id(), release.key(), List.copyOf(stated.subjects()),
                check.required(why, stated.reason(), TEXT, words + why + ".missing"), stated.followUp().strip(),
                expiry);
        kind.check(asked, check);
        check.given("expiresAt", expiry, "ui.invalid.datetime");
        check.refuseIf(expiry != null && !expiry.isAfter(now), "expiresAt", words + "expiry.past");
        check.refuseIf(expiry != null && expiry.isAfter(now.plus(kind.longest())), "expiresAt", words + "expiry.far",
                kind.longest().toDays());
        check.finish();
        return asked;
    }

    /**
     * Notes how somebody decided. Refuses unless it is asked for, and a missing or too
     * long reason.
     * @param reason why; empty for none
     */
    public void vote(String kind, String releaseKey, Role role, boolean approved, String reason) {
        PermitKind its = kind(kind);
        InputCheck check = new InputCheck();
        String why = check.optional("reason", reason, TEXT);
        check.refuseIf(why.isEmpty() && (!approved || its.approvalNeedsReason()), "reason",
                its.words() + "decision.reason.missing");
        check.finish();
        Act act = this.journal.act();
        locked(its, releaseKey).vote(new PermitVote(act.by(), role, approved, why.isEmpty() ? null : why, act.at()));
        write(its, approved ? "approved" : "rejected", releaseKey, role, why, Map.of());
    }

    /** Grants the permit that everybody who was asked approved. */
    public void grant(String kind, String releaseKey) {
        PermitKind its = kind(kind);
        Permit permit = locked(its, releaseKey);
        permit.grant(now());
        write(its, "granted", releaseKey, null, null, Map.of("expiresAt", permit.details().expiresAt()));
    }

    /** Refuses the permit that somebody rejected. */
    public void refuse(String kind, String releaseKey) {
        PermitKind its = kind(kind);
        locked(its, releaseKey).refuse(now());
        write(its, "refused", releaseKey, null, null, Map.of());
    }

    /** Ends the permit whose time is over. */
    public void expire(String kind, String releaseKey) {
        PermitKind its = kind(kind);
        locked(its, releaseKey).expire();
        write(its, "expired", releaseKey, null, null, Map.of());
    }

    /**
     * Takes a permit back, before or after it was granted. Refuses everybody but those
     * who may ask for one, and if there is none to take back.
     */
    public void takeBack(String kind, String releaseKey) {
        PermitKind its = kind(kind);
        requester(its);
        if (!withdraw(its, releaseKey)) {
            throw new InvalidInputException("", its.words() + "nothing", releaseKey);
        }
    }

    /**
     * Ends whatever a release that has ended was or would be allowed: what was granted
     * ends now and is looked back on.
     */
    public void end(String releaseKey) {
        this.kinds.forEach((kind) -> withdraw(kind, releaseKey));
    }

    private boolean withdraw(PermitKind kind, String releaseKey) {
        Optional<Permit> permit = this.permits.findTopByReleaseKeyAndKindOrderByIdDesc(releaseKey, kind.id())
            .filter((one) -> one.status().withdrawable());
        permit.ifPresent((one) -> {
            one.withdraw(now());
            write(kind, "withdrawn", releaseKey, null, null, Map.of());
            if (one.model() == PermitModel.PERMIT) {
                this.workflow.signal(one.model().withdraw(), releaseKey, PermitModel.KIND, kind.id());
            }
            else {
                this.workflow.signal(one.model().withdraw(), releaseKey, Map.of());
            }
        });
        return permit.isPresent();
    }

    /**
     * Keeps what somebody says who looks back on a permit that is over. Refuses what is
     * missing or too long.
     * @param worth whether it was worth it; null if nothing was said
     * @param result what is learned, or what became of the follow-up
     */
    public void close(String kind, String releaseKey, @Nullable Boolean worth, String result) {
        PermitKind its = kind(kind);
        PermitKind.Closing closing = its.closing();
        InputCheck check = new InputCheck();
        check.refuseIf(closing.weighed() && worth == null, "worth", its.words() + "worth.missing");
        String told = check.required("result", result, TEXT, its.words() + "result.missing");
        check.finish();
        Boolean weighed = closing.weighed() ? worth : null;
        locked(its, releaseKey).close(weighed, told, this.journal.act());
        write(its, closing.action(), releaseKey, closing.role(), told,
                (weighed != null) ? Map.of("worth", weighed) : Map.of());
    }

    /**
     * The newest permit of a release.
     * @return the permit, if one was ever asked for
     */
    @Transactional(readOnly = true)
    public Optional<PermitDetails> newest(String kind, String releaseKey) {
        return this.permits.findFirstByReleaseKeyAndKindOrderByIdDesc(releaseKey, kind).map(Permit::details);
    }

    /**
     * The permits of a release.
     * @return the newest 50
     */
    @Transactional(readOnly = true)
    public List<PermitDetails> ofRelease(String kind, String releaseKey) {
        return this.permits.findByReleaseKeyAndKindOrderByIdDesc(releaseKey, kind, SHOWN)
            .stream()
            .map(Permit::details)
            .toList();
    }

    /**
     * Permits by their numbers.
     * @return each by its number
     */
    @Transactional(readOnly = true)
    public Map<Long, PermitDetails> of(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : this.permits.findByIdIn(ids)
                    .stream()
                    .map(Permit::details)
                    .collect(Collectors.toMap(PermitDetails::id, (permit) -> permit));
    }

    /**
     * The permits that let some release pass something.
     * @param subject what is passed, such as the id of a freeze
     * @return the newest 50
     */
    @Transactional(readOnly = true)
    public List<PermitDetails> on(String kind, String subject) {
        return this.permits.on(kind, subject, SHOWN).stream().map(Permit::details).toList();
    }

    /** What granted permits let which release pass; some may have expired meanwhile. */
    @Transactional(readOnly = true)
    public List<PermitGrant> granted(String kind, Collection<String> subjects) {
        return subjects.isEmpty() ? List.of() : this.permits.granted(kind, subjects);
    }

    /** What some releases may pass now, the oldest permit first. */
    @Transactional(readOnly = true)
    public List<PermitInForce> inForce(Collection<String> releaseKeys) {
        return releaseKeys.isEmpty() ? List.of() : this.permits.inForce(releaseKeys, now());
    }

    private PermitKind kind(String id) {
        return this.kinds.stream().filter((kind) -> kind.id().equals(id)).findFirst().orElseThrow();
    }

    /** In which role the current actor asks for a permit. */
    private Role requester(PermitKind kind) {
        Actor actor = this.currentActor.get();
        return kind.requesters()
            .stream()
            .filter(actor::has)
            .findFirst()
            .orElseThrow(() -> new AccessDeniedException("Nobody else asks for a " + kind.id()));
    }

    private Permit locked(PermitKind kind, String releaseKey) {
        return this.permits.findTopByReleaseKeyAndKindOrderByIdDesc(releaseKey, kind.id())
            .orElseThrow(() -> new NotFoundException(kind.id().replace('-', ' '), releaseKey));
    }

    private void write(PermitKind kind, String what, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.of(kind.id() + "." + what, kind.id(), releaseKey)
            .release(releaseKey)
            .as(role)
            .because(reason)
            .with(values));
    }

    private Instant now() {
        return this.journal.act().at();
    }

}
