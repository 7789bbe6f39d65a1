package io.slipway.validation.gate;

import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.ReleaseEvidence;

import org.springframework.stereotype.Component;

/**
 * The facts that delivered evidence shows.
 */
@Component
class EvidenceFacts implements GateFactSource {

    /** The fact that tells of test results. */
    static final String TESTS = "tests.run";

    private final EvidenceManagement evidence;

    EvidenceFacts(EvidenceManagement evidence) {
        this.evidence = evidence;
    }

    @Override
    public Map<String, Integer> facts(ReleaseDetails release) {
        ReleaseEvidence evidence = this.evidence.of(release);
        Map<String, Integer> facts = new HashMap<>();
        evidence.tests().ifPresent((tests) -> {
            facts.put(TESTS, tests.ran());
            facts.put("tests.failed.critical", tests.critical());
            facts.put("tests.failed.major", tests.major());
            facts.put("tests.failed.minor", tests.minor());
        });
        evidence.scan().ifPresent((scan) -> {
            facts.put("scan.critical", scan.critical());
            facts.put("scan.high", scan.high());
        });
        evidence.coverage().ifPresent((coverage) -> facts.put("coverage.line", coverage.linePercent()));
        evidence.parity().ifPresent((parity) -> facts.put("parity.differences", parity.differences()));
        return facts;
    }

}
