package io.slipway.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.approval.ApprovalManagement;
import io.slipway.approval.Seat;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemSummary;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.policy.PolicyInputs;
import io.slipway.policy.PolicyManagement;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.policy.RiskAssessment;
import io.slipway.policy.RiskInputs;
import io.slipway.release.RecentFailures;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.validation.ValidationManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Finds out what a change affects, how much it puts at stake, and who has to vote on it.
 */
@Component
class ChangeAssessor {

    static final int MOST_ITEMS = 200;

    private final ConfigurationManagement configuration;

    private final PolicyManagement policy;

    private final ApprovalManagement approvals;

    private final ValidationManagement validation;

    private final RecentFailures failures;

    private final CurrentPlans plans;

    private final Messages messages;

    ChangeAssessor(ConfigurationManagement configuration, PolicyManagement policy, ApprovalManagement approvals,
            ValidationManagement validation, RecentFailures failures, CurrentPlans plans, Messages messages) {
        this.configuration = configuration;
        this.policy = policy;
        this.approvals = approvals;
        this.validation = validation;
        this.failures = failures;
        this.plans = plans;
        this.messages = messages;
    }

    /**
     * The first draft of a change record, from the plan: nobody types again what it
     * holds.
     */
    ChangeContent draft(ReleaseDetails release, String title) {
        Plan plan = this.plans.of(release).plan();
        ChangeType type = (release.type() == ReleaseType.EMERGENCY) ? ChangeType.EMERGENCY : ChangeType.NORMAL;
        return ChangeContent.draft(title, type)
            .withPlans(
                    say("implementation", this.messages.text("release.model." + release.model()),
                            plan.scope().environment(), plan.scope().scope()),
                    say("verification", plan.wayBack().rollbackCriteria()), cut(plan.wayBack().rollbackPlan()));
    }

    private String say(String key, Object... arguments) {
        return cut(this.messages.text("change.draft." + key, arguments));
    }

    private static String cut(String text) {
        return (text.length() > ChangeContent.TEXT) ? text.substring(0, ChangeContent.TEXT) : text;
    }

    /** What a change affects as far as its plan tells: its services and its items. */
    List<ItemSummary> proposed(ReleaseDetails release) {
        Map<String, ItemSummary> items = new LinkedHashMap<>();
        this.configuration.services(release.services()).forEach((item) -> items.put(item.key(), item));
        this.configuration.find(this.plans.of(release).plan().scope().items())
            .forEach((item) -> items.put(item.key(), item));
        return List.copyOf(items.values());
    }

    /** The named items; refuses, at the field, unknown ones and too many. */
    List<ItemSummary> named(Collection<String> keys) {
        if (keys.size() > MOST_ITEMS) {
            throw new InvalidInputException("items", "change.items.too-many", MOST_ITEMS);
        }
        List<ItemSummary> found = this.configuration.find(keys);
        List<String> unknown = new ArrayList<>(keys);
        found.forEach((item) -> unknown.removeIf(item.key()::equalsIgnoreCase));
        if (!unknown.isEmpty()) {
            throw new InvalidInputException("items", "change.items.unknown", String.join(", ", unknown));
        }
        return found;
    }

    RiskAssessment assess(ReleaseDetails release, List<ItemSummary> items) {
        return this.policy.assessRisk(inputs(release, items));
    }

    /** Assesses the risk and has the decision kept with the release. */
    RiskAssessment decide(ReleaseDetails release, List<ItemSummary> items) {
        return this.policy.decideRisk(release.key(), inputs(release, items));
    }

    /**
     * Who has to vote, by the policy for the release's own type, whichever board decides.
     */
    String seats(ReleaseDetails release, Risk risk) {
        return Seat.text(this.approvals.seats(
                this.policy.releasePolicy(new PolicyInputs(release.type(), risk, release.model())).changeApprovals(),
                List.of()));
    }

    private RiskInputs inputs(ReleaseDetails release, List<ItemSummary> items) {
        return new RiskInputs(criticality(release, items), items.size(), release.type(), release.model(),
                this.validation.rehearsed(release), this.plans.of(release).plan().scope().schemaChange(),
                this.failures.of(release.services()));
    }

    /** The highest of all; not known while one of the services is not registered. */
    private @Nullable Criticality criticality(ReleaseDetails release, List<ItemSummary> items) {
        List<ItemSummary> services = this.configuration.services(release.services());
        long wanted = release.services()
            .stream()
            .map((name) -> name.strip().toLowerCase(Locale.ROOT))
            .distinct()
            .count();
        if (wanted == 0 || services.size() < wanted) {
            return null;
        }
        List<ItemSummary> all = new ArrayList<>(services);
        all.addAll(items);
        return all.stream()
            .map(ItemSummary::criticality)
            .collect(Collectors.maxBy(Comparator.naturalOrder()))
            .orElse(null);
    }

}
