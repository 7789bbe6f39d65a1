package io.slipway.validation.evidence;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.identity.Act;
import io.slipway.input.InputCheck;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.release.ReleaseDetails;
import io.slipway.validation.report.ReportFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What must be said of a report for it to be evidence. Refuses with every field at fault.
 */
@Component
class EvidenceRules {

    private static final int NAME = 120;

    private static final int ENVIRONMENT = 80;

    private static final int SOURCE = 500;

    private static final Duration FAST_CLOCKS = Duration.ofMinutes(5);

    private final Clock clock;

    EvidenceRules(Clock clock) {
        this.clock = clock;
    }

    /** Brings it into its normal form, for a release as it is. */
    Sound check(EvidenceDelivery said, ReleaseDetails release, PackageDetails content) {
        InputCheck check = new InputCheck();
        check.refuseIf(!release.open(), "", "validation.evidence.release.ended", release.key());
        check.refuseIf(content.units().isEmpty(), "", "validation.evidence.no-units", release.key());
        Optional<ReportFormat> format = ReportFormat.of(said.format().strip().toLowerCase(Locale.ROOT));
        check.refuseIf(format.isEmpty(), "format", "validation.evidence.format.unknown",
                Arrays.stream(ReportFormat.values()).map(ReportFormat::id).collect(Collectors.joining(", ")));
        Optional<TestLevel> level = TestLevel.of(said.level().strip().toLowerCase(Locale.ROOT));
        check.refuseIf(level.isEmpty(), "level", "validation.evidence.level.unknown",
                Arrays.stream(TestLevel.values()).map(TestLevel::id).collect(Collectors.joining(", ")));
        String name = said.name().strip();
        check.refuseIf(name.length() > NAME, "name", "ui.too-long", NAME);
        check.refuseIf(said.environment().strip().length() > ENVIRONMENT, "environment", "ui.too-long", ENVIRONMENT);
        check.refuseIf(said.source().strip().length() > SOURCE, "source", "ui.too-long", SOURCE);
        Instant ranAt = ranAt(said.ranAt().strip(), check);
        ReleaseUnitDetails unit = unit(said.unit(), release, content, check);
        String asked = digest(said.packageDigest());
        check.refuseIf(!asked.isEmpty() && !asked.equals(content.digest()), "package",
                "validation.evidence.package.other", content.digest());
        check.finish();
        ReportFormat known = format.orElseThrow();
        return new Sound(known, level.orElseThrow(), name.isEmpty() ? known.id() : name, said.environment().strip(),
                ranAt, said.source().strip(), (unit != null) ? unit.name() : null,
                (unit != null) ? unit.digest() : null);
    }

    private Instant ranAt(String text, InputCheck check) {
        Instant now = this.clock.instant();
        if (text.isEmpty()) {
            return now;
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            check.refuseIf(at.isAfter(now.plus(FAST_CLOCKS)), "time", "validation.evidence.time.future");
            check.refuseIf(at.isBefore(now.minus(Duration.ofDays(3650))), "time", "validation.evidence.time.unknown");
            return at;
        }
        catch (DateTimeException ex) {
            check.refuse("time", "validation.evidence.time.unknown");
            return now;
        }
    }

    private static @Nullable ReleaseUnitDetails unit(String text, ReleaseDetails release, PackageDetails content,
            InputCheck check) {
        String digest = digest(text);
        if (digest.isEmpty()) {
            return null;
        }
        Optional<ReleaseUnitDetails> unit = content.units()
            .stream()
            .filter((one) -> one.digest().equals(digest))
            .findFirst();
        check.refuseIf(unit.isEmpty(), "unit", "validation.evidence.unit.unknown", release.key());
        return unit.orElse(null);
    }

    private static String digest(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("^sha256:", "");
    }

    /**
     * What is said of a report, in its normal form.
     *
     * @param environment where they ran
     * @param source where it comes from
     * @param unit name of the one unit; null for all
     */
    record Sound(ReportFormat format, TestLevel level, String name, String environment, Instant ranAt, String source,
            @Nullable String unit, @Nullable String unitDigest) {

        /** The evidence that is made of it, before it is kept. */
        EvidenceDetails evidence(String releaseKey, String packageDigest, Content content, Act act) {
            Metered original = content.original();
            return new EvidenceDetails(0, releaseKey, this.format, this.level, this.name, this.environment, this.ranAt,
                    this.source, this.unit, this.unitDigest, packageDigest, act.by(), act.at(), original.digest(),
                    original.size(), original.compressed() != null, List.of(), content.report(),
                    EvidenceStanding.COUNTS);
        }

    }

}
