package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.release.ReleaseDetails;
import io.slipway.validation.AssessmentDetails;
import io.slipway.validation.RehearsalDetails;
import io.slipway.validation.ValidationDetails;
import io.slipway.validation.ValidationManagement;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.report.ScanTotals;
import io.slipway.validation.report.TestTotals;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was tested, by which reports, and what was made of it.
 */
@Component
@Order(60)
class TestsChapter implements Chapter.Source {

    private final ValidationManagement validation;

    private final EvidenceManagement evidence;

    private final People people;

    TestsChapter(ValidationManagement validation, EvidenceManagement evidence, People people) {
        this.validation = validation;
        this.evidence = evidence;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        ValidationDetails known = this.validation.ofRelease(release);
        List<EvidenceDetails> reports = this.evidence.of(release).all();
        if (reports.isEmpty() && known.assessments().isEmpty() && known.rehearsals().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chapter("tests",
                Facts.none()
                    .with("rehearsalAsked", known.rehearsalAsked())
                    .with("reports", reports.stream().map(this::report).toList())
                    .with("assessments", known.assessments().stream().map(this::assessment).toList())
                    .with("rehearsals", known.rehearsals().stream().map(this::rehearsal).toList())));
    }

    private Facts report(EvidenceDetails one) {
        Facts facts = Facts.none()
            .with("level", one.level())
            .with("name", one.name())
            .with("format", one.format())
            .with("environment", one.environment())
            .with("ranAt", one.ranAt())
            .with("unit", one.unit())
            .with("packageDigest", one.packageDigest())
            .with("digest", one.reportDigest())
            .with("by", this.people.who(one.deliveredBy()))
            .with("at", one.deliveredAt())
            .with("standing", one.standing())
            .with("doubt", one.report().doubt());
        TestTotals tests = one.report().tests();
        if (tests != null) {
            facts.with("tests", tests.total())
                .with("failedCritical", tests.critical())
                .with("failedMajor", tests.major())
                .with("failedMinor", tests.minor())
                .with("skipped", tests.skipped());
        }
        ScanTotals scan = one.report().scan();
        if (scan != null) {
            facts.with("findingsCritical", scan.critical()).with("findingsHigh", scan.high());
        }
        return facts;
    }

    private Facts assessment(AssessmentDetails one) {
        return Facts.none()
            .with("verdict", one.verdict())
            .with("failedCritical", one.results().critical())
            .with("failedMajor", one.results().major())
            .with("failedMinor", one.results().minor())
            .with("report", one.results().report())
            .with("summary", one.results().summary())
            .with("reason", one.reason())
            .with("by", this.people.who(one.by()))
            .with("at", one.at())
            .with("counts", one.counts());
    }

    private Facts rehearsal(RehearsalDetails one) {
        return Facts.none()
            .with("succeeded", one.rehearsal().succeeded())
            .with("rehearsedAt", one.rehearsal().rehearsedAt())
            .with("minutes", one.rehearsal().durationMinutes())
            .with("notes", one.rehearsal().notes())
            .with("by", this.people.who(one.by()))
            .with("at", one.at())
            .with("counts", one.counts());
    }

}
