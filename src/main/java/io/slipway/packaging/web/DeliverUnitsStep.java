package io.slipway.packaging.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.slipway.input.InputCheck;
import io.slipway.packaging.AddressFacts;
import io.slipway.packaging.DocumentAddress.State;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.UnitDelivery;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.fact.DecidingFact.Weight;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.StepKey;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The build engineer adds and removes units one by one, and delivers the package when it
 * is whole. A unit that is half typed survives the removal of another.
 */
@StepKey(value = "packaging/deliver-units", buttons = { "add-unit", "remove-unit:[0-9]{1,18}", "deliver" })
class DeliverUnitsStep implements Step<DeliverUnitsForm> {

    private static final String TYPED = DeliverUnitsStep.class.getName() + ".typed";

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final BomManagement boms;

    private final AddressFacts addresses;

    private final Times times;

    private final CurrentPlans plans;

    private final Messages words;

    DeliverUnitsStep(ReleaseManagement releases, PackageManagement packages, BomManagement boms, AddressFacts addresses,
            Times times, CurrentPlans plans, Messages words) {
        this.releases = releases;
        this.packages = packages;
        this.boms = boms;
        this.addresses = addresses;
        this.times = times;
        this.plans = plans;
        this.words = words;
    }

    @Override
    public DeliverUnitsForm newForm(WorkItem item) {
        HttpServletRequest request = request();
        Map<String, ?> flash = (request != null) ? RequestContextUtils.getInputFlashMap(request) : null;
        if (flash != null && flash.get(TYPED) instanceof DeliverUnitsForm typed) {
            return typed;
        }
        PackageDetails content = this.packages.get(item.businessKey());
        return DeliverUnitsForm.of(content.documentation(), content.scripts());
    }

    @Override
    public Map<String, Object> evidence(WorkItem item) {
        ReleaseDetails release = this.releases.get(item.businessKey());
        return Map.of("boms", this.boms.of(release), "scope", this.plans.of(release).plan().scope().scope());
    }

    @Override
    public List<DecidingFact> deciding(WorkItem item) {
        List<String> lacking = this.packages.lacking(item.businessKey());
        PackageDetails content = this.packages.get(item.businessKey());
        int units = content.units().size();
        String reason = lacking.isEmpty() ? this.words.text("release.package.fact.complete", units)
                : lacking.stream().map((gap) -> this.words.text(gap)).collect(Collectors.joining(" "));
        List<DecidingFact> facts = new ArrayList<>();
        facts.add(new DecidingFact(lacking.isEmpty() ? Weight.GOOD : Weight.WARN,
                this.words.text("release.package.fact"), reason, null));
        this.addresses.gap(this.releases.get(item.businessKey()), content)
            .ifPresent((gap) -> facts
                .add(new DecidingFact((gap.state() == State.UNREACHABLE) ? Weight.BAD : Weight.UNKNOWN,
                        this.words.text("release.address.fact"), gap.why(), null)));
        return List.copyOf(facts);
    }

    @Override
    public Outcome complete(WorkItem item, DeliverUnitsForm form) {
        String key = item.businessKey();
        InputCheck check = new InputCheck();
        check.include(() -> this.packages.describePackage(key, form.documentation(), form.scripts()));
        boolean deliver = "deliver".equals(form.outcome());
        if ("add-unit".equals(form.outcome()) || (deliver && form.hasUnit())) {
            UnitDelivery unit = new UnitDelivery(form.name(), form.version(), form.artifact(), form.digest(),
                    form.commit(), this.times.read(check, "committedAt", form.committedAt()));
            check.include(() -> this.packages.deliverUnit(key, unit));
        }
        else if (form.outcome().startsWith("remove-unit:")) {
            this.packages.removeUnit(key, Long.parseLong(form.outcome().substring("remove-unit:".length())));
            keepTyped(form);
        }
        else {
            keepTyped(form);
        }
        if (deliver) {
            check.include(() -> this.packages.handOver(key));
        }
        check.finish();
        return deliver ? Outcome.of("deliver") : Outcome.keepOpen();
    }

    private void keepTyped(DeliverUnitsForm form) {
        HttpServletRequest request = request();
        if (form.hasUnit() && request != null) {
            RequestContextUtils.getOutputFlashMap(request).put(TYPED, form);
        }
    }

    private static @Nullable HttpServletRequest request() {
        return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
                ? attributes.getRequest() : null;
    }

}
