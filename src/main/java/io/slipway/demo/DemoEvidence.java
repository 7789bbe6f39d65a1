package io.slipway.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.slipway.identity.Acting;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseManagement;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.gate.GateManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the pipelines of the demo company deliver: test results, coverage, scans and
 * comparisons of environments, as the tools would write them.
 */
@Component
@Profile("demo")
class DemoEvidence {

    private static final String ENGINEER = "build-engineer";

    private static final List<String> SUBJECTS = List.of("Limits", "Ledger", "Search", "Session", "Statement", "Export",
            "Retry", "Rounding", "Access", "Audit");

    private static final List<String> FACTS = List.of("acceptsTheUsual", "refusesTheEmpty", "keepsTheOrder",
            "survivesARestart", "forgetsNothing", "tellsWhy", "roundsLikeTheLedger", "staysWithinTheLimit");

    /** What failed, by severity, where more than trifles did. */
    private static final Map<String, List<String>> FAILURES = Map.of(DemoRelease.PHOTO_CLAIMS.key(),
            List.of("major|keepsPhotographsAbove8MB|expected: <3> but was: <2>",
                    "major|tellsThatAnUploadIsLost|no message was shown"));

    /** Releases whose tests nobody automated. */
    private static final Set<String> WITHOUT = Set.of(DemoRelease.NIGHTLY_LOAD.key(), DemoRelease.CARD_LIMIT.key(),
            DemoRelease.BIOMETRIC.key());

    private final EvidenceManagement evidence;

    private final PermitManagement permits;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Acting acting;

    private final Clock clock;

    DemoEvidence(EvidenceManagement evidence, PermitManagement permits, ReleaseManagement releases,
            PackageManagement packages, Acting acting, Clock clock) {
        this.evidence = evidence;
        this.permits = permits;
        this.releases = releases;
        this.packages = packages;
        this.acting = acting;
        this.clock = clock;
    }

    /** Whether a release has pipelines that deliver. */
    boolean delivers(DemoRelease release) {
        return !WITHOUT.contains(release.key());
    }

    /** Delivers what the pipelines of a release found. */
    void deliver(DemoRelease release) {
        if (delivers(release)) {
            deliver(release, FAILURES.getOrDefault(release.key(),
                    List.of("minor|showsTheHintInTwoLines|the hint takes three lines")));
        }
    }

    /** Delivers it with what failed in the acceptance tests. */
    void deliver(DemoRelease release, List<String> failures) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(release.key().hashCode());
        for (ReleaseUnitDetails unit : this.packages.get(release.key()).units()) {
            deliver(release, "junit", "unit", "Unit tests of " + unit.name(), "", unit.digest(),
                    tests(random, 180 + random.nextInt(200), List.of()));
            deliver(release, "jacoco", "unit", "Coverage of " + unit.name(), "", unit.digest(),
                    coverage(random, unit.name()));
        }
        deliver(release, "junit", "acceptance", "Acceptance tests", "Staging", "",
                tests(random, 40 + random.nextInt(30), failures));
        deliver(release, "sarif", "security", "Dependency scan", "", "", scan(random));
        deliver(release, "parity", "operational", "Staging beside production", "Staging", "",
                parity(release.type() == ReleaseType.MAJOR));
    }

    /** The release manager asks to let failures pass; nobody has decided yet. */
    void askForWaiver(DemoRelease release) {
        askForWaiver(release, "Photographs above 8 MB are one in four hundred, and the form says the limit.",
                "The upload tells what is lost; repaired in CLM-2027.01 by the claims team.");
    }

    void askForWaiver(DemoRelease release, String reason, String followUp) {
        this.acting.as("release-manager",
                () -> this.permits.request(new PermitRequest(GateManagement.WAIVER, release.key(),
                        List.of("tests.failed.major"), reason, followUp,
                        this.clock.instant().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.HOURS))));
    }

    private void deliver(DemoRelease release, String format, String level, String name, String environment, String unit,
            String report) {
        EvidenceDelivery said = new EvidenceDelivery(format, level, name, environment, "",
                "https://ci.example.com/" + release.key() + "/" + level, unit, "");
        this.acting.as(ENGINEER, () -> {
            try {
                return this.evidence.deliver(release.key(), said,
                        new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    private static String tests(RandomGenerator random, int number, List<String> failures) {
        StringBuilder xml = new StringBuilder("<testsuites>");
        int suites = 1 + number / 40;
        for (int suite = 0; suite < suites; suite++) {
            String name = "com.example." + SUBJECTS.get(suite % SUBJECTS.size()) + "Tests";
            xml.append("<testsuite name='" + name + "'>");
            for (int i = 0; i < number / suites; i++) {
                xml.append("<testcase classname='%s' name='%s[%d]' time='%.3f'/>".formatted(name,
                        FACTS.get(i % FACTS.size()), i / FACTS.size() + 1, random.nextDouble(0.4)));
            }
            if (suite == 0) {
                failures.forEach((failure) -> xml.append(failed(name, failure.split("\\|"))));
            }
            xml.append("</testsuite>");
        }
        return xml.append("</testsuites>").toString();
    }

    private static String failed(String suite, String[] parts) {
        String message = parts[2].replace("<", "&lt;").replace(">", "&gt;");
        return ("<testcase classname='%s' name='%s'><properties><property name='severity' value='%s'/></properties>"
                + "<failure message='%s'>%s at %s.%s</failure></testcase>")
            .formatted(suite, parts[1], parts[0], message, message, suite, parts[1]);
    }

    private static String coverage(RandomGenerator random, String unit) {
        int covered = 2400 + random.nextInt(900);
        return ("<!DOCTYPE report PUBLIC '-//JACOCO//DTD Report 1.1//EN' 'report.dtd'><report name='%s'>"
                + "<package name='com/example/api'><counter type='LINE' missed='%d' covered='%d'/></package>"
                + "<counter type='LINE' missed='%d' covered='%d'/></report>")
            .formatted(unit, covered / 9, covered / 2, covered / 5, covered);
    }

    private static String scan(RandomGenerator random) {
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            results.append(((i > 0) ? "," : "") + "{\"ruleId\":\"" + ((i < 2) ? "outdated-library" : "weak-default")
                    + "\",\"message\":{\"text\":\"A newer patch is available\"},\"locations\":[{\"physicalLocation\":"
                    + "{\"artifactLocation\":{\"uri\":\"pom.xml\"},\"region\":{\"startLine\":" + (40 + 7 * i)
                    + "}}}]}");
        }
        return "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Dependency scan\",\"rules\":["
                + "{\"id\":\"outdated-library\",\"properties\":{\"security-severity\":\"5.3\"}},"
                + "{\"id\":\"weak-default\",\"defaultConfiguration\":{\"level\":\"note\"}}]}},\"results\":[" + results
                + "]}]}";
    }

    private static String parity(boolean alike) {
        String common = "\"java\":\"17.0.12\",\"mariadb\":\"11.4.5\",\"linux\":\"12.7\",";
        return "{\"slipwayParity\":1,\"test\":{" + common + "\"proxy\":\"2.4.62\"},\"production\":{" + common
                + "\"proxy\":\"" + (alike ? "2.4.62" : "2.4.61") + "\"}}";
    }

}
