package io.slipway.audit.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.audit.access.AccessReviewStore.Rule;
import io.slipway.audit.access.AccessRow.Decision;
import io.slipway.audit.access.AccessRow.Verdict;
import io.slipway.identity.Act;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.DutyConflictException;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.people.PersonManagement;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.Workflow;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews of who has access. Each lists what people held when it began; whoever has its
 * task decides on each right, but never on their own. Auditors read, and change nothing.
 */
@Service
@Transactional
public class AccessReviewManagement {

    /** Who reads reviews: those who read the record, and who is asked second. */
    public static final String READERS = "hasAnyAuthority('auditor', 'administrator', 'release-manager')";

    /** The longest time between two reviews, in months. */
    public static final int MOST_MONTHS = 12;

    private static final String SUBJECT = "access-review";

    private static final String PROCESS = "ReviewAccessProcess";

    private static final int LONGEST_REASON = 300;

    private static final int PRIORITY = 50;

    private final AccessReviewStore store;

    private final AccessGrants grants;

    private final AccessRevoking revoking;

    private final Workflow workflow;

    private final WorkItems workItems;

    private final WorkItemRules rules;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final Clock clock;

    AccessReviewManagement(AccessReviewStore store, AccessGrants grants, AccessRevoking revoking, Workflow workflow,
            WorkItems workItems, WorkItemRules rules, Journal journal, CurrentActor currentActor, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.revoking = revoking;
        this.workflow = workflow;
        this.workItems = workItems;
        this.rules = rules;
        this.journal = journal;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The reviews, the latest first. */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public KeyPage<AccessReview> reviews(String from) {
        return this.store.reviews(from);
    }

    /** How many months lie between two reviews. */
    @Transactional(readOnly = true)
    public int months() {
        return this.store.rule().months();
    }

    /** When the next review begins; nothing as long as nobody looked. */
    @Transactional(readOnly = true)
    public Optional<Instant> next() {
        return Optional.ofNullable(this.store.rule().nextAt());
    }

    /** The latest review, if there was one. */
    @Transactional(readOnly = true)
    public Optional<AccessReview> newest() {
        return this.store.newest();
    }

    /** A review; refuses an unknown one with a {@code NotFoundException}. */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public AccessReview get(long id) {
        return this.store.find(id).orElseThrow(() -> new NotFoundException(SUBJECT, Long.toString(id)));
    }

    /**
     * What people hold, a person's rights beside each other. Reading it is recorded.
     * @param undecided whether only what nobody decided on
     * @param from the cursor, empty for the first page
     */
    @PreAuthorize(READERS)
    public KeyPage<AccessRow> rows(long id, boolean undecided, String from) {
        get(id);
        if (from.isEmpty() && this.currentActor.get().has(Role.AUDITOR)) {
            this.journal.record(JournalEntry.of("report.read", "report", SUBJECT + " " + id));
        }
        return this.store.rows(id, undecided, from);
    }

    /** How far a review is, for the current actor. */
    @Transactional(readOnly = true)
    public AccessCount count(long id) {
        return this.store.count(id, this.currentActor.get().userName());
    }

    /** What a finished review decided, as a file whose digest the record has. */
    @PreAuthorize(READERS)
    public byte[] file(long id) {
        AccessReview review = get(id);
        this.journal.record(JournalEntry.of("report.read", "report", SUBJECT + " " + id).with(Map.of("file", true)));
        return AccessFile.of(this.store.all(review.id()));
    }

    /** The open task of a review, if there is one. */
    @Transactional(readOnly = true)
    public Optional<WorkItem> task(AccessReview review) {
        return review.open() ? this.workItems.openOf(review.key()).stream().findFirst() : Optional.empty();
    }

    /** Whether the current actor decides on the rows of a review now. */
    @Transactional(readOnly = true)
    public boolean mayDecide(AccessReview review) {
        return task(review).filter((item) -> this.rules.mayComplete(item).allowed()).isPresent();
    }

    /** Begins a review now. Refuses while one is under way. */
    @PreAuthorize("hasAuthority('administrator')")
    public long open() {
        Rule rule = this.store.lockedRule();
        if (this.store.underWay().isPresent()) {
            throw new InvalidInputException("", "audit.access.under-way");
        }
        return open(rule);
    }

    /** Begins the review that is due, if one is; on one node, however many look. */
    void openIfDue() {
        Rule rule = this.store.lockedRule();
        Instant now = this.clock.instant();
        if (rule.nextAt() == null) {
            this.store.keep(new Rule(rule.months(), next(rule.months(), now)));
        }
        else if (!rule.nextAt().isAfter(now) && this.store.underWay().isEmpty()) {
            open(rule);
        }
    }

    private long open(Rule rule) {
        Act act = this.journal.act();
        @Nullable Instant since = this.store.newest().map(AccessReview::openedAt).orElse(null);
        long id = this.store.open(act, since);
        int given = 0;
        int taken = 0;
        if (since != null) {
            AccessGrants.Changes changes = this.grants.since(since);
            for (AccessGrants.Grant grant : changes.given()) {
                given += this.store.given(id, grant);
            }
            taken = changes.taken();
        }
        this.store.counted(id, given, taken);
        this.store.keep(new Rule(rule.months(), next(rule.months(), act.at())));
        int rows = this.store.count(id, "").rows();
        this.journal.record(JournalEntry.of("access-review.opened", SUBJECT, Long.toString(id))
            .with(Map.of("rows", rows, "given", given, "taken", taken)));
        this.workflow.start(PROCESS, "access:" + id, Map.of("releaseName",
                "Access review " + id + " of " + LocalDate.ofInstant(act.at(), ZoneOffset.UTC), "priority", PRIORITY));
        return id;
    }

    /** The first day, in UTC, of the first period of so many months after an instant. */
    static Instant next(int months, Instant after) {
        LocalDate day = LocalDate.ofInstant(after, ZoneOffset.UTC).withDayOfMonth(1);
        do {
            day = day.plusMonths(1);
        }
        while ((day.getMonthValue() - 1) % months != 0);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Says how often there is a review. Refuses what is not 1 to 12 months. */
    @PreAuthorize("hasAuthority('administrator')")
    public void changePeriod(int months) {
        InputCheck check = new InputCheck();
        check.between("months", months, 1, MOST_MONTHS);
        check.finish();
        Rule rule = this.store.lockedRule();
        if (rule.months() != months) {
            this.store.keep(new Rule(months, next(months, this.clock.instant())));
            this.journal.record(JournalEntry.of("access-review.period-changed", SUBJECT, "period")
                .as(Role.ADMINISTRATOR)
                .change(Map.of("months", rule.months()), Map.of("months", months)));
        }
    }

    /**
     * Says what is kept and what is taken away; nothing is taken away before the step is
     * completed, and until then a decision may be changed. Refuses, with a
     * {@code DutyConflictException}, who may not do the review's task, and what is one's
     * own, what another decided before the second step, and a missing reason.
     * @return how many decisions are new
     */
    @PreAuthorize(PersonManagement.REVIEWERS)
    public int decide(long id, List<Verdict> verdicts) {
        AccessReview review = locked(id);
        WorkItem item = task(review).orElseThrow(() -> new InvalidInputException("", "audit.access.closed"));
        io.slipway.identity.Verdict may = this.rules.mayComplete(item);
        if (!may.allowed()) {
            throw new DutyConflictException(may);
        }
        Act act = this.journal.act();
        Map<Long, AccessRow> rows = new LinkedHashMap<>();
        this.store.some(id, verdicts.stream().map(Verdict::row).toList()).forEach((row) -> rows.put(row.id(), row));
        InputCheck check = new InputCheck();
        List<Verdict> news = verdicts.stream().filter((one) -> !one.repeats(rows.get(one.row()))).toList();
        for (Verdict verdict : news) {
            AccessRow row = rows.get(verdict.row());
            String field = "row-" + verdict.row();
            check.refuseIf(row == null, field, "audit.access.unknown-row");
            if (row != null) {
                check.refuseIf(row.userName().equals(act.by()), field, "audit.access.own");
                check.refuseIf(item.duty() == Duty.CONFIRM_ACCESS && row.decidedBy() != null
                        && !row.decidedBy().equals(act.by()), field, "audit.access.decided");
                check.required(field, verdict.reason(), LONGEST_REASON, "audit.access.reason.missing");
            }
        }
        check.finish();
        if (news.isEmpty()) {
            return 0;
        }
        news.forEach((verdict) -> this.store.decide(verdict, act));
        long revoked = news.stream().filter((one) -> one.decision() == Decision.REVOKED).count();
        this.journal.record(JournalEntry.of("access-review.decided", SUBJECT, Long.toString(id))
            .as(item.roleOf(this.currentActor.get()))
            .with(Map.of("kept", news.size() - revoked, "revoked", revoked)));
        return news.size();
    }

    /**
     * Ends a step of a review: takes away what was revoked, in the transaction of the
     * step. Refuses while anything but the person's own rights is undecided.
     * @return whether anything is left for a second person; if not, the review is closed
     */
    public boolean complete(WorkItem item) {
        AccessReview review = locked(AccessReview.id(item.businessKey()));
        AccessCount count = count(review.id());
        InputCheck check = new InputCheck();
        check.refuseIf(count.waiting() > 0, "", "audit.access.undecided", count.waiting());
        check.finish();
        this.store.revoked(review.id())
            .stream()
            .sorted(Comparator.comparing(AccessRow::id))
            .forEach((row) -> this.store.done(row.id(), this.revoking.revoke(row)));
        boolean left = count.undecided() > 0;
        if (!left) {
            close(review);
        }
        return left;
    }

    private void close(AccessReview review) {
        List<AccessRow> rows = this.store.all(review.id());
        String digest = AccessFile.digest(rows);
        this.store.close(review.id(), this.journal.act(), digest);
        long revoked = rows.stream().filter((row) -> row.decision() == Decision.REVOKED).count();
        this.journal.record(JournalEntry.of("access-review.closed", SUBJECT, Long.toString(review.id()))
            .with(Map.of("rows", rows.size(), "kept", rows.size() - revoked, "revoked", revoked, "digest", digest)));
    }

    private AccessReview locked(long id) {
        return this.store.lock(id).orElseThrow(() -> new NotFoundException(SUBJECT, Long.toString(id)));
    }

}
