package io.slipway.audit.pack.statement;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.audit.chain.SealedRecord;
import io.slipway.audit.chain.SealedRecord.Extract;
import io.slipway.identity.Duty;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.ReleasePlan;
import io.slipway.policy.DecisionReference;
import io.slipway.release.ReleaseDetails;
import io.slipway.sql.Json;
import io.slipway.ui.PortalAddress;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateVerdict;
import io.slipway.validation.report.ScanTotals;
import io.slipway.validation.report.TestTotals;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.seen.SeenDecision;
import io.slipway.workflow.seen.SeenDecisions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * States of a release, for programs that admit or verify: what it consists of, what its
 * tests said, which gates it passed, and who approved what. The formats are those of the
 * in-toto attestation framework; the approval is ours, and documented.
 */
@Component
public class Statements {

    /** The type of our own predicate. */
    static final String APPROVAL = "https://slipway.io/attestation/approval/v0.1";

    private static final String STATEMENT = "https://in-toto.io/Statement/v1";

    private static final String RELEASE = "https://in-toto.io/attestation/release/v0.2";

    private static final String TEST_RESULT = "https://in-toto.io/attestation/test-result/v0.1";

    private static final String SVR = "https://in-toto.io/attestation/svr/v0.2";

    private static final String SUMMARY = "https://slsa.dev/verification_summary/v1";

    private static final Set<Duty> APPROVALS = EnumSet.of(Duty.APPROVE_PLAN, Duty.SIGN_OFF_VALIDATION,
            Duty.AUTHORISE_CHANGE, Duty.APPROVE_WAIVER, Duty.APPROVE_FREEZE_EXCEPTION, Duty.APPROVE_EARLY_END);

    private final PackageManagement packages;

    private final EvidenceManagement evidence;

    private final GateManagement gates;

    private final CurrentPlans plans;

    private final WorkItems workItems;

    private final SeenDecisions seen;

    private final SealedRecord sealed;

    private final PortalAddress address;

    Statements(PackageManagement packages, EvidenceManagement evidence, GateManagement gates, CurrentPlans plans,
            WorkItems workItems, SeenDecisions seen, SealedRecord sealed, PortalAddress address) {
        this.packages = packages;
        this.evidence = evidence;
        this.gates = gates;
        this.plans = plans;
        this.workItems = workItems;
        this.seen = seen;
        this.sealed = sealed;
        this.address = address;
    }

    /**
     * The statements of a release, an envelope a line: their order means nothing, and the
     * file as a whole is authenticated by the manifest only.
     */
    public String of(ReleaseDetails release, Extract extract) {
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> statement : statements(release, extract)) {
            Envelope envelope = new Envelope(Envelope.IN_TOTO, Json.text(statement));
            lines.append(envelope.line(this.sealed.signatures(envelope.signed())
                .stream()
                .map((one) -> new Envelope.Signature(one.key().toString(),
                        Base64.getEncoder().encodeToString(one.signature())))
                .toList()));
        }
        return lines.toString();
    }

    private List<Map<String, Object>> statements(ReleaseDetails release, Extract extract) {
        PackageDetails content = this.packages.get(release.key());
        List<Map<String, Object>> artifacts = content.units().stream().map(Statements::artifact).toList();
        List<Map<String, Object>> all = new ArrayList<>();
        if (!artifacts.isEmpty()) {
            all.add(statement(RELEASE, artifacts, release(release, content)));
            List<Gate> judged = this.gates.of(release).gates();
            if (!judged.isEmpty()) {
                all.add(statement(SVR, artifacts, gates(judged, extract)));
                all.add(statement(SUMMARY, artifacts, summary(purl(release, content), judged, extract)));
            }
        }
        this.evidence.of(release)
            .all()
            .stream()
            .filter((one) -> one.report().tests() != null || one.report().scan() != null)
            .forEach((one) -> all.add(statement(TEST_RESULT, tested(one, content), tests(one))));
        ReleasePlan plan = this.plans.of(release);
        Map<String, SeenDecision> seen = this.seen.ofRelease(release.key())
            .stream()
            .collect(Collectors.toMap(SeenDecision::workItemId, Function.identity()));
        this.workItems.decisionsOf(release.key())
            .stream()
            .map((item) -> approval(release, item, seen.get(item.id()), plan, artifacts))
            .filter(Objects::nonNull)
            .forEach(all::add);
        return all;
    }

    private static Map<String, Object> statement(String type, List<Map<String, Object>> subjects,
            Map<String, Object> predicate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("_type", STATEMENT);
        fields.put("subject", subjects);
        fields.put("predicateType", type);
        fields.put("predicate", predicate);
        return fields;
    }

    private static Map<String, Object> artifact(ReleaseUnitDetails unit) {
        return subject(unit.name() + "@" + unit.version(), unit.digest());
    }

    private static Map<String, Object> subject(String name, String sha256) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("digest", Map.of("sha256", sha256));
        return fields;
    }

    /** A purl must have a version: the release is its own. */
    private String purl(ReleaseDetails release, PackageDetails content) {
        return "pkg:generic/" + this.address.host() + "/" + release.key() + "@" + content.digest().substring(0, 12);
    }

    private Map<String, Object> release(ReleaseDetails release, PackageDetails content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("purl", purl(release, content));
        fields.put("packageId", release.key());
        return fields;
    }

    /** Of what was tested: the one unit, or the package. */
    private static List<Map<String, Object>> tested(EvidenceDetails one, PackageDetails content) {
        return (one.unit() != null && one.unitDigest() != null) ? List.of(subject(one.unit(), one.unitDigest()))
                : one.packageDigest().equals(content.digest())
                        ? content.units().stream().map(Statements::artifact).toList()
                        : List.of(subject("package", one.packageDigest()));
    }

    private Map<String, Object> tests(EvidenceDetails one) {
        TestTotals tests = one.report().tests();
        ScanTotals scan = one.report().scan();
        boolean failed = (tests != null && tests.critical() + tests.major() > 0)
                || (scan != null && scan.critical() + scan.high() > 0);
        boolean warned = !one.report().finished() || (tests != null && tests.minor() > 0)
                || (scan != null && scan.medium() > 0);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("result", failed ? "FAILED" : warned ? "WARNED" : "PASSED");
        Map<String, Object> report = subject(one.name(), one.reportDigest());
        report.put("mediaType", "application/vnd.slipway.report." + one.format().id());
        fields.put("configuration", List.of(report));
        if (one.linked()) {
            fields.put("url", one.source());
        }
        return fields;
    }

    /** What did not pass is not told: in this format a failure is an absence. */
    private Map<String, Object> gates(List<Gate> judged, Extract extract) {
        Map<String, Object> verifier = new LinkedHashMap<>();
        verifier.put("id", this.address.of("/"));
        verifier.put("policies",
                judged.stream()
                    .map((gate) -> gate.rule().decision())
                    .map((decision) -> Map.of("name", decision.decision() + "@" + decision.version()))
                    .distinct()
                    .toList());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verifier", verifier);
        fields.put("timeCreated", extract.lastAt());
        fields.put("properties",
                judged.stream()
                    .filter((gate) -> gate.verdict() == GateVerdict.PASS)
                    .map((gate) -> "SLIPWAY_" + gate.fact().toUpperCase(Locale.ROOT).replace('.', '_'))
                    .toList());
        return fields;
    }

    /**
     * Whether the gates let it go, for programs that ask no more. How it was built the
     * portal does not judge, and says so.
     */
    private Map<String, Object> summary(String purl, List<Gate> judged, Extract extract) {
        boolean passed = judged.stream().noneMatch(Gate::stops);
        DecisionReference decision = judged.get(0).rule().decision();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verifier", Map.of("id", this.address.of("/")));
        fields.put("timeVerified", extract.lastAt());
        fields.put("resourceUri", purl);
        fields.put("policy", Map.of("uri", this.address
            .of("/administration/policies/" + decision.decision() + "/versions/" + decision.version())));
        fields.put("verificationResult", passed ? "PASSED" : "FAILED");
        fields.put("verifiedLevels",
                passed ? List.of("SLSA_BUILD_LEVEL_UNEVALUATED", "SLIPWAY_GATES") : List.of("FAILED"));
        fields.put("slsaVersion", "1.0");
        return fields;
    }

    private @Nullable Map<String, Object> approval(ReleaseDetails release, WorkItem item, @Nullable SeenDecision seen,
            ReleasePlan plan, List<Map<String, Object>> artifacts) {
        Duty duty = item.duty();
        List<Map<String, Object>> subjects = (duty == Duty.APPROVE_PLAN && plan.digest() != null)
                ? List.of(subject("plan", plan.digest())) : artifacts;
        if (duty == null || !APPROVALS.contains(duty) || subjects.isEmpty() || item.endedBy() == null
                || item.outcome() == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("approvalId", item.id());
        fields.put("release", release.key());
        fields.put("kind", duty.id());
        fields.put("decision", item.outcome());
        fields.put("approver", Map.of("id", item.endedBy(), "role", item.role().id()));
        fields.put("requestedAt", item.createdAt());
        fields.put("decidedAt", Objects.requireNonNullElse(item.endedAt(), item.createdAt()));
        if (item.reason() != null) {
            fields.put("reason", item.reason());
        }
        if (seen != null) {
            fields.put("seen", Map.of("digest", Map.of("sha256", seen.digest())));
            fields.put("shown", seen.how().name());
        }
        return statement(APPROVAL, subjects, fields);
    }

}
