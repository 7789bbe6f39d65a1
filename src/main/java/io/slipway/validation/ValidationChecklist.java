package io.slipway.validation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.slipway.identity.PersonDirectory;
import io.slipway.packaging.AddressFacts;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.checklist.ChecklistFact;
import io.slipway.release.checklist.ChecklistItem;
import io.slipway.release.checklist.ChecklistSource;
import io.slipway.ui.Messages;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateWords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells from verdicts and rehearsals whether the package is validated, the tests are
 * passed and the rollback plan is tested.
 */
@Component
class ValidationChecklist implements ChecklistSource {

    private final ValidationManagement validation;

    private final PackageManagement packages;

    private final AddressFacts addresses;

    private final GateManagement gates;

    private final GateWords gateWords;

    private final PersonDirectory people;

    private final Messages messages;

    private final CurrentPlans plans;

    ValidationChecklist(ValidationManagement validation, PackageManagement packages, AddressFacts addresses,
            GateManagement gates, GateWords gateWords, PersonDirectory people, Messages messages, CurrentPlans plans) {
        this.validation = validation;
        this.packages = packages;
        this.addresses = addresses;
        this.gates = gates;
        this.gateWords = gateWords;
        this.people = people;
        this.messages = messages;
        this.plans = plans;
    }

    @Override
    public List<ChecklistFact> facts(ReleaseDetails release) {
        AssessmentDetails assessment = this.validation.newestAssessment(release).orElse(null);
        RehearsalDetails rehearsal = this.validation.newestRehearsal(release).orElse(null);
        return List.of(releasePackage(release, assessment), testResults(release, assessment),
                rollbackPlan(release, rehearsal));
    }

    private ChecklistFact releasePackage(ReleaseDetails release, @Nullable AssessmentDetails assessment) {
        PackageDetails content = this.packages.get(release.key());
        if (content.assembledAt() == null || !content.missing().isEmpty()) {
            return open(ChecklistItem.RELEASE_PACKAGE, "not_assembled", "validation.fact.package.not-assembled");
        }
        Optional<AddressFacts.Gap> gap = this.addresses.gap(release, content);
        if (gap.isPresent()) {
            return ChecklistFact.open(ChecklistItem.RELEASE_PACKAGE,
                    "documents_" + gap.get().state().name().toLowerCase(Locale.ROOT), gap.get().why());
        }
        int units = content.units().size();
        if (assessment == null || !assessment.counts()) {
            return open(ChecklistItem.RELEASE_PACKAGE, "not_validated", "validation.fact.package.not-validated", units);
        }
        String by = this.people.name(assessment.by());
        return assessment.passed() ? met(ChecklistItem.RELEASE_PACKAGE, "validation.fact.package.validated", units, by)
                : open(ChecklistItem.RELEASE_PACKAGE, "refused", "validation.fact.package.refused", by);
    }

    private ChecklistFact testResults(ReleaseDetails release, @Nullable AssessmentDetails assessment) {
        List<Gate> stopping = this.gates.of(release).stoppingValidation();
        if (!stopping.isEmpty() && release.open()) {
            return open(ChecklistItem.TEST_RESULTS, "held_by_gates", "validation.fact.tests.gates",
                    this.gateWords.line(stopping));
        }
        if (assessment == null) {
            return open(ChecklistItem.TEST_RESULTS, "not_assessed", "validation.fact.tests.none");
        }
        if (!assessment.counts()) {
            return open(ChecklistItem.TEST_RESULTS, "outdated", "validation.fact.tests.outdated");
        }
        TestResults results = assessment.results();
        if (assessment.passed() && !results.passable()) {
            return new ChecklistFact(ChecklistItem.TEST_RESULTS, true, "waived",
                    this.messages.text("validation.fact.tests.waived", results.critical(), results.major()));
        }
        return assessment.passed() ? met(ChecklistItem.TEST_RESULTS, "validation.fact.tests.passed", results.minor())
                : open(ChecklistItem.TEST_RESULTS, (results.critical() > 0) ? "failed_critical" : "failed_major",
                        "validation.fact.tests.failed", results.critical(), results.major());
    }

    private ChecklistFact rollbackPlan(ReleaseDetails release, @Nullable RehearsalDetails rehearsal) {
        if (this.plans.of(release).plan().wayBack().rollbackPlan().isBlank()) {
            return open(ChecklistItem.ROLLBACK_PLAN, "not_documented", "validation.fact.rollback.not-written");
        }
        if (rehearsal == null && !this.validation.rehearsalAsked(release)) {
            return new ChecklistFact(ChecklistItem.ROLLBACK_PLAN, true, "documented",
                    this.messages.text("validation.fact.rollback.not-asked"));
        }
        if (rehearsal == null) {
            return open(ChecklistItem.ROLLBACK_PLAN, "not_rehearsed", "validation.fact.rollback.not-rehearsed");
        }
        if (!rehearsal.counts()) {
            return open(ChecklistItem.ROLLBACK_PLAN, "rehearsal_outdated", "validation.fact.rollback.outdated");
        }
        String by = this.people.name(rehearsal.by());
        return rehearsal.succeeded()
                ? met(ChecklistItem.ROLLBACK_PLAN, "validation.fact.rollback.tested", by,
                        rehearsal.rehearsal().durationMinutes())
                : open(ChecklistItem.ROLLBACK_PLAN, "rehearsal_failed", "validation.fact.rollback.failed", by);
    }

    private ChecklistFact met(ChecklistItem item, String key, Object... arguments) {
        return ChecklistFact.reached(item, this.messages.text(key, arguments));
    }

    private ChecklistFact open(ChecklistItem item, String state, String key, Object... arguments) {
        return ChecklistFact.open(item, state, this.messages.text(key, arguments));
    }

}
