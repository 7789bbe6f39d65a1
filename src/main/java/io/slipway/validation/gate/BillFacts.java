package io.slipway.validation.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.bill.BillManagement;
import io.slipway.release.bill.BillSummary;
import io.slipway.release.bill.LicenceCount;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What bills of materials show: how many units have none, and how many components have a
 * forbidden licence. Nobody knows that before there is a bill, and nobody is sure of it
 * while a bill says what is not understood.
 */
@Component
class BillFacts implements GateFactSource {

    private final BillManagement bills;

    private final MessageSource messages;

    BillFacts(BillManagement bills, MessageSource messages) {
        this.bills = bills;
        this.messages = messages;
    }

    @Override
    public Map<String, GateFact> facts(ReleaseDetails release) {
        Map<String, BillSummary> known = this.bills.of(release);
        Map<String, GateFact> facts = new HashMap<>();
        if (!release.content().units().isEmpty()) {
            facts.put("sbom.missing", GateFact.of(release.content().units().size() - known.size()));
        }
        if (!known.isEmpty()) {
            facts.put("sbom.licences.forbidden", forbidden(known.values()));
        }
        return facts;
    }

    private GateFact forbidden(Collection<BillSummary> bills) {
        GateFact fact = GateFact.of(bills.stream().mapToInt(BillSummary::forbidden).sum());
        int unclear = bills.stream().mapToInt(BillSummary::unclear).sum();
        if (unclear > 0) {
            String example = bills.stream()
                .flatMap((bill) -> bill.licences().stream())
                .filter(LicenceCount::unclear)
                .map(LicenceCount::licences)
                .findFirst()
                .orElse("");
            return fact.but(say("validation.doubt.licences", unclear, example));
        }
        return bills.stream().allMatch(BillSummary::listed) ? fact : fact.but(say("validation.doubt.components"));
    }

    private String say(String key, Object... arguments) {
        return this.messages.getMessage(key, arguments, Locale.ENGLISH);
    }

}
