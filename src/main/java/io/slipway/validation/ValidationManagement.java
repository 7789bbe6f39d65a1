package io.slipway.validation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateWords;
import io.slipway.validation.gate.ReleaseGates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is done to validate a package: the verdict on its test results and the
 * rehearsal of its rollback. Who may do it was judged before, where the work item was
 * completed.
 */
@Service
@Transactional
public class ValidationManagement {

    private static final int MOST_FAILURES = 9999;

    private static final int ADDRESS = 500;

    private static final int TEXT = 4000;

    private static final int REASON = 2000;

    private static final int MOST_MINUTES = 10_000;

    private static final Predicate<String> WEB_ADDRESS = Pattern.compile("https?://\\S+").asMatchPredicate();

    private final ValidationStore store;

    private final ReleaseManagement releases;

    private final EvidenceManagement evidence;

    private final GateManagement gates;

    private final GateWords words;

    private final Journal journal;

    private final Clock clock;

    ValidationManagement(ValidationStore store, ReleaseManagement releases, EvidenceManagement evidence,
            GateManagement gates, GateWords words, Journal journal, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.evidence = evidence;
        this.gates = gates;
        this.words = words;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Passes the test results of a release's package. Refuses what is missing, too long
     * or no address, refuses while a gate holds the package back, and, where no test
     * results were delivered, while a critical or a major failure is open. The verdicts
     * of the gates are kept.
     * @param said what the tests showed; delivered test results take the place of its
     * numbers
     */
    public void pass(String releaseKey, TestResults said) {
        InputCheck check = new InputCheck();
        TestResults stated = sound(said, check);
        check.finish();
        ReleaseDetails release = this.releases.get(releaseKey);
        ReleaseGates judged = this.gates.keep(release);
        TestResults results = counted(release, stated);
        if (!judged.knowsTests() && !results.passable()) {
            throw new InvalidInputException((results.critical() > 0) ? "critical" : "major",
                    "validation.failures.open");
        }
        if (!judged.stoppingValidation().isEmpty()) {
            throw new InvalidInputException("", "validation.gates.stop", this.words.line(judged.stoppingValidation()));
        }
        keep(release, results, TestVerdict.PASSED, null);
        write("tests.passed", releaseKey, Role.TEST_MANAGER, null, values(results));
    }

    private void keep(ReleaseDetails release, TestResults results, TestVerdict verdict, @Nullable String reason) {
        Act act = this.journal.act();
        this.store.keep(release.key(), this.store.mark(release),
                new AssessmentDetails(results, verdict, reason, act.by(), act.at(), true));
    }

    private static TestResults sound(TestResults said, InputCheck check) {
        check.between("critical", said.critical(), 0, MOST_FAILURES);
        check.between("major", said.major(), 0, MOST_FAILURES);
        check.between("minor", said.minor(), 0, MOST_FAILURES);
        String report = check.required("report", said.report(), ADDRESS, "validation.report.missing");
        check.refuseIf(!WEB_ADDRESS.test(report), "report", "validation.report.invalid");
        return new TestResults(said.critical(), said.major(), said.minor(), report,
                check.required("summary", said.summary(), TEXT, "validation.summary.missing"));
    }

    /** The numbers that delivered test results show, where there are any. */
    private TestResults counted(ReleaseDetails release, TestResults stated) {
        return this.evidence.of(release)
            .tests()
            .map((tests) -> new TestResults(tests.critical(), tests.major(), tests.minor(), stated.report(),
                    stated.summary()))
            .orElse(stated);
    }

    /**
     * Fails the test results of a release's package. Refuses what is missing, too long or
     * no address. The verdicts of the gates are kept.
     * @param said what the tests showed; delivered test results take the place of its
     * numbers
     * @param reason why they are not good enough, 1 to 2,000 characters
     */
    public void fail(String releaseKey, TestResults said, String reason) {
        InputCheck check = new InputCheck();
        TestResults stated = sound(said, check);
        String why = check.required("reason", reason, REASON, "validation.reason.missing");
        check.finish();
        ReleaseDetails release = this.releases.get(releaseKey);
        this.gates.keep(release);
        TestResults results = counted(release, stated);
        keep(release, results, TestVerdict.FAILED, why);
        write("tests.failed", releaseKey, Role.TEST_MANAGER, why, values(results));
    }

    /**
     * Records a rehearsal of a release's rollback plan. Refuses one that is not told in
     * full, that took less than a minute or more than 10,000, or lies in the future.
     * @param stated what was rehearsed; one that failed needs notes
     */
    public void recordRehearsal(String releaseKey, Rehearsal stated) {
        InputCheck check = new InputCheck();
        Instant at = stated.rehearsedAt();
        check.given("rehearsedAt", at, "validation.rehearsedAt.missing");
        check.refuseIf(at != null && at.isAfter(this.clock.instant()), "rehearsedAt", "validation.rehearsedAt.future");
        check.between("durationMinutes", stated.durationMinutes(), 1, MOST_MINUTES);
        String notes = stated.succeeded() ? check.optional("notes", stated.notes(), TEXT)
                : check.required("notes", stated.notes(), TEXT, "validation.notes.missing");
        check.finish();
        Rehearsal rehearsal = new Rehearsal(stated.succeeded(), at, stated.durationMinutes(), notes);
        Act act = this.journal.act();
        this.store.keep(releaseKey, this.store.mark(this.releases.get(releaseKey)),
                new RehearsalDetails(rehearsal, act.by(), act.at(), true));
        write(rehearsal.succeeded() ? "rollback.rehearsed" : "rollback.rehearsal-failed", releaseKey,
                Role.DEPLOYMENT_MANAGER, null, Map.of("rehearsedAt", rehearsal.rehearsedAt(), "durationMinutes",
                        rehearsal.durationMinutes(), "notes", rehearsal.notes()));
    }

    /** Everything that validation knows of a release. */
    @Transactional(readOnly = true)
    public ValidationDetails ofRelease(ReleaseDetails release) {
        PackageMark mark = this.store.mark(release);
        return new ValidationDetails(this.store.assessments(release.key(), mark),
                this.store.rehearsals(release.key(), mark), rehearsalAsked(release));
    }

    /**
     * The newest verdict on a package of a release.
     * @return the verdict, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<AssessmentDetails> newestAssessment(ReleaseDetails release) {
        return this.store.newestAssessment(release.key(), this.store.mark(release));
    }

    /**
     * The newest rehearsal of a release's rollback.
     * @return the rehearsal, if there is one
     */
    @Transactional(readOnly = true)
    public Optional<RehearsalDetails> newestRehearsal(ReleaseDetails release) {
        return this.store.newestRehearsal(release);
    }

    /** Whether the policy asks a release to have its rollback rehearsed. */
    @Transactional(readOnly = true)
    public boolean rehearsalAsked(ReleaseDetails release) {
        return this.gates.asksForRehearsal(release);
    }

    /**
     * Whether the rollback of a release's package as it is now was rehearsed with
     * success.
     */
    @Transactional(readOnly = true)
    public boolean rehearsed(ReleaseDetails release) {
        return newestRehearsal(release).filter((rehearsal) -> rehearsal.counts() && rehearsal.succeeded()).isPresent();
    }

    private void write(String action, String releaseKey, Role role, @Nullable String reason, Map<String, ?> values) {
        this.journal.record(JournalEntry.ofRelease(action, releaseKey).as(role).because(reason).with(values));
    }

    private static Map<String, ?> values(TestResults results) {
        return Map.of("critical", results.critical(), "major", results.major(), "minor", results.minor(), "report",
                results.report(), "summary", results.summary());
    }

}
