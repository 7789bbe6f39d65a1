package io.slipway.validation.gate;

import java.util.HashMap;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.bill.BillManagement;
import io.slipway.release.bill.BillSummary;

import org.springframework.stereotype.Component;

/**
 * What bills of materials show: how many units have none, and how many components have a
 * forbidden licence, which nobody knows before there is a bill.
 */
@Component
class BillFacts implements GateFactSource {

    private final BillManagement bills;

    BillFacts(BillManagement bills) {
        this.bills = bills;
    }

    @Override
    public Map<String, Integer> facts(ReleaseDetails release) {
        Map<String, BillSummary> known = this.bills.of(release);
        Map<String, Integer> facts = new HashMap<>();
        if (!release.content().units().isEmpty()) {
            facts.put("sbom.missing", release.content().units().size() - known.size());
        }
        if (!known.isEmpty()) {
            facts.put("sbom.licences.forbidden", known.values().stream().mapToInt(BillSummary::forbidden).sum());
        }
        return facts;
    }

}
