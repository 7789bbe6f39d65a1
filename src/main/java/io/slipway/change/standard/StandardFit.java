package io.slipway.change.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.slipway.planning.plan.Plan;
import io.slipway.policy.Risk;
import io.slipway.ui.Messages;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Holds a change against the rule of a standing authorisation, and says in words what
 * does not fit.
 */
@Component
class StandardFit {

    private final Messages messages;

    StandardFit(Messages messages) {
        this.messages = messages;
    }

    /**
     * What speaks against the use.
     * @param plan the plan of what would be deployed
     * @param uses how often it was used this month
     * @param today the day, UTC
     * @return sentences; empty if it fits
     */
    List<String> against(StandardDetails change, Plan plan, Risk risk, int uses, LocalDate today) {
        StandardRule rule = change.rule();
        List<String> against = new ArrayList<>();
        if (change.status() != StandardStatus.AUTHORISED) {
            against.add(say("change.standard.against.status"));
        }
        if (today.isAfter(rule.validUntil())) {
            against.add(say("change.standard.against.expired", rule.validUntil()));
        }
        Set<String> others = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        others.addAll(plan.scope().services());
        rule.services().forEach(others::remove);
        if (!others.isEmpty() || plan.scope().services().isEmpty()) {
            against.add(say("change.standard.against.services", String.join(", ", change.services()),
                    String.join(", ", others)));
        }
        if (!rule.models().contains(plan.scope().model())) {
            against.add(say("change.standard.against.model"));
        }
        if (risk.compareTo(rule.maxRisk()) > 0) {
            against.add(say("change.standard.against.risk", word(risk), word(rule.maxRisk())));
        }
        if (plan.scope().schemaChange() && !rule.schemaChange()) {
            against.add(say("change.standard.against.schema"));
        }
        if (uses >= rule.usesPerMonth()) {
            against.add(say("change.standard.against.uses", uses, rule.usesPerMonth()));
        }
        return List.copyOf(against);
    }

    String say(String code, Object... arguments) {
        return this.messages.text(code, arguments);
    }

    private String word(Risk risk) {
        return say("change.risk." + risk).toLowerCase(LocaleContextHolder.getLocale());
    }

}
