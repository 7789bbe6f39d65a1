package io.slipway.schedule.exception;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.approval.Seat;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.schedule.FreezeExceptions;
import io.slipway.schedule.ReleaseCandidate;
import io.slipway.schedule.ReleaseCandidates;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.schedule.period.PeriodSummary;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done with exceptions from freezes. A release has one open exception
 * at a time, which may concern several freezes. The steps of its process come through the
 * choke point that judges who may; only the request is judged here.
 */
@Service
@Transactional
public class ExceptionManagement implements FreezeExceptions {

    private static final String PROCESS = "FreezeExceptionProcess";

    private static final int REASON = 2000;

    private static final int FREEZES = 10;

    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Limit SHOWN = Limit.of(50);

    private static final List<Seat> SEATS = List.of(new Seat(Role.CHANGE_AUTHORITY, null),
            new Seat(Role.SERVICE_OWNER, null));

    private final ExceptionRepository exceptions;

    private final PeriodManagement periods;

    private final ReleaseCandidates releases;

    private final Workflow workflow;

    private final SeparationOfDuties duties;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    ExceptionManagement(ExceptionRepository exceptions, PeriodManagement periods, ReleaseCandidates releases,
            Workflow workflow, SeparationOfDuties duties, CurrentActor currentActor, Journal journal, Clock clock) {
        this.exceptions = exceptions;
        this.periods = periods;
        this.releases = releases;
        this.workflow = workflow;
        this.duties = duties;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Requests an exception, and has it decided. Refuses at the field what is empty, too
     * long, in the past or too far ahead, freezes that are over or forbid nothing,
     * releases that ended, and a second exception while one is open.
     * @param request what is asked for
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void request(ExceptionRequest request) {
        ReleaseCandidate release = release(request.releaseKey());
        ExceptionRequest asked = new ExceptionRequest(release.key(), request.freezes(), request.reason().strip(),
                request.expiresAt().truncatedTo(ChronoUnit.MILLIS));
        check(asked, release);
        this.duties.perform(release.key(), Duty.REQUEST_FREEZE_EXCEPTION, null, actor());
        this.exceptions.saveAndFlush(FreezeException.request(asked, release.name(), actor(), now()));
        write("requested", release.key(), Role.RELEASE_MANAGER, asked.reason(),
                Map.of("freezes", names(asked), "expiresAt", asked.expiresAt()));
        this.workflow.start(PROCESS, release.key(),
                Map.of("releaseName", release.name(), "priority", release.priority(), "phase", release.phase(), "seats",
                        Seat.text(SEATS), "exceptionRejected", false, "exceptionGranted", false, "exceptionExpiresAt",
                        asked.expiresAt().toString()));
    }

    private void check(ExceptionRequest asked, ReleaseCandidate release) {
        Instant now = now();
        require(release.open(), "", "schedule.exception.release.ended", release.key());
        require(!asked.freezes().isEmpty(), "freezes", "schedule.exception.freezes.missing");
        require(asked.freezes().size() <= FREEZES, "freezes", "schedule.exception.freezes.many", FREEZES);
        Set<Long> known = this.periods.freezes().stream().map(PeriodSummary::id).collect(Collectors.toSet());
        require(known.containsAll(asked.freezes()), "freezes", "schedule.exception.freezes.over");
        require(!asked.reason().isEmpty(), "reason", "schedule.exception.reason.missing");
        require(asked.reason().length() <= REASON, "reason", "schedule.too-long", REASON);
        require(asked.expiresAt().isAfter(now), "expiresAt", "schedule.exception.expiry.past");
        require(!asked.expiresAt().isAfter(now.plus(LONGEST)), "expiresAt", "schedule.exception.expiry.far",
                LONGEST.toDays());
        require(newest(release.key()).filter((one) -> one.status().open()).isEmpty(), "",
                "schedule.exception.open.already", release.key());
    }

    /**
     * Notes how somebody decided. Refuses unless it is asked for.
     * @param releaseKey key of the release
     * @param role in which role
     * @param approved whether it is approved
     * @param reason why; empty for none
     */
    public void vote(String releaseKey, Role role, boolean approved, String reason) {
        locked(releaseKey).vote(new ExceptionVote(actor(), role, approved, reason.isEmpty() ? null : reason, now()));
        write(approved ? "approved" : "rejected", releaseKey, role, reason, Map.of());
    }

    /**
     * Grants the exception that both approved.
     * @param releaseKey key of the release
     */
    public void grant(String releaseKey) {
        FreezeException exception = locked(releaseKey);
        exception.grant(now());
        write("granted", releaseKey, null, null, Map.of("expiresAt", exception.details().expiresAt()));
    }

    /**
     * Refuses the exception that somebody rejected.
     * @param releaseKey key of the release
     */
    public void refuse(String releaseKey) {
        locked(releaseKey).refuse(now());
        write("refused", releaseKey, null, null, Map.of());
    }

    /**
     * Ends the exception whose time is over.
     * @param releaseKey key of the release
     */
    public void expire(String releaseKey) {
        locked(releaseKey).expire();
        write("expired", releaseKey, null, null, Map.of());
    }

    /**
     * Takes an exception back, before or after it was granted. Refuses if there is none
     * to take back.
     * @param releaseKey key of the release
     */
    @PreAuthorize("hasAuthority('release-manager')")
    public void takeBack(String releaseKey) {
        boolean there = newest(releaseKey)
            .filter((one) -> one.status() == ExceptionStatus.REQUESTED || one.status() == ExceptionStatus.GRANTED)
            .isPresent();
        require(there, "", "schedule.exception.nothing", releaseKey);
        withdraw(releaseKey);
    }

    @Override
    public void withdraw(String releaseKey) {
        this.exceptions.findTopByReleaseKeyOrderByIdDesc(releaseKey)
            .filter((one) -> one.status() == ExceptionStatus.REQUESTED || one.status() == ExceptionStatus.GRANTED)
            .ifPresent((one) -> {
                one.withdraw(now());
                write("withdrawn", releaseKey, null, null, Map.of());
                this.workflow.signal("WithdrawFreezeException", releaseKey, Map.of());
            });
    }

    /**
     * Keeps the review of an exception that is over.
     * @param releaseKey key of the release
     * @param worth whether it was worth it
     * @param lesson what is learned
     */
    public void review(String releaseKey, boolean worth, String lesson) {
        locked(releaseKey).review(worth, lesson, actor(), now());
        write("reviewed", releaseKey, Role.SERVICE_OWNER, lesson, Map.of("worth", worth));
    }

    /**
     * The newest exception of a release.
     * @param releaseKey key of the release
     * @return the exception, if one was ever requested
     */
    @Transactional(readOnly = true)
    public Optional<ExceptionDetails> ofRelease(String releaseKey) {
        return newest(releaseKey).map(FreezeException::details);
    }

    /**
     * The exceptions of a release.
     * @param releaseKey key of the release
     * @return the newest 50
     */
    @Transactional(readOnly = true)
    public List<ExceptionDetails> allOfRelease(String releaseKey) {
        return this.exceptions.findByReleaseKeyOrderByIdDesc(releaseKey, SHOWN)
            .stream()
            .map(FreezeException::details)
            .toList();
    }

    /**
     * The exceptions from a freeze.
     * @param freeze id of the freeze
     * @return the newest 50
     */
    @Transactional(readOnly = true)
    public List<ExceptionDetails> ofFreeze(long freeze) {
        return this.exceptions.ofFreeze(freeze, SHOWN).stream().map(FreezeException::details).toList();
    }

    /**
     * The release for which an exception is asked.
     * @param key its key; refuses with a {@code NotFoundException} if there is none
     * @return the release
     */
    @Transactional(readOnly = true)
    public ReleaseCandidate release(String key) {
        return this.releases.find(key.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("release", key));
    }

    private Optional<FreezeException> newest(String releaseKey) {
        return this.exceptions.findFirstByReleaseKeyOrderByIdDesc(releaseKey);
    }

    private FreezeException locked(String releaseKey) {
        return this.exceptions.findTopByReleaseKeyOrderByIdDesc(releaseKey)
            .orElseThrow(() -> new NotFoundException("freeze exception", releaseKey));
    }

    private String names(ExceptionRequest asked) {
        Set<Long> wanted = new HashSet<>(asked.freezes());
        return this.periods.freezes()
            .stream()
            .filter((freeze) -> wanted.contains(freeze.id()))
            .map(PeriodSummary::name)
            .collect(Collectors.joining(", "));
    }

    private void write(String what, String releaseKey, @Nullable Role role, @Nullable String reason,
            Map<String, ?> values) {
        this.journal.record(JournalEntry.of("freeze-exception." + what, "freeze-exception", releaseKey)
            .release(releaseKey)
            .as(role)
            .because(reason)
            .with(values));
    }

    private static void require(boolean kept, String field, String code, Object... arguments) {
        if (!kept) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

    private String actor() {
        return this.currentActor.get().userName();
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

}
