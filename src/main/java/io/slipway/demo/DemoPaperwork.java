package io.slipway.demo;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

import io.slipway.identity.Acting;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItemRules;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.Steps;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Validator;

/**
 * Does the demo people's paperwork: fills in a step's form, has it validated, and
 * completes the step as that person, through the same choke point as the page.
 */
@Component
@Profile("demo")
class DemoPaperwork {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final WorkItems workItems;

    private final WorkItemRules rules;

    private final WorkItemActs acts;

    private final Acting acting;

    private final Validator validator;

    private final Steps steps;

    private final PastJobs jobs;

    private volatile boolean ended;

    DemoPaperwork(WorkItems workItems, WorkItemRules rules, WorkItemActs acts, Acting acting, Validator validator,
            Steps steps, PastJobs jobs) {
        this.workItems = workItems;
        this.rules = rules;
        this.acts = acts;
        this.acting = acting;
        this.validator = validator;
        this.steps = steps;
        this.jobs = jobs;
    }

    /**
     * Completes a step, as soon as the process offers it to that person.
     * @param step the step without its feature, such as {@code approve-plan}
     * @param values the fields to fill in, by name; the others stay as first shown
     */
    void complete(String person, String release, String step, Map<String, ?> values) {
        complete(person, this.acting.as(person, () -> await(release, step)), values);
    }

    /**
     * Completes a step that is open.
     * @param values the fields to fill in, by name; the others stay as first shown
     */
    void complete(String person, WorkItem item, Map<String, ?> values) {
        this.acting.as(person,
                () -> this.acts.complete(item.id(), (current) -> fillIn(this.steps.of(current), current, values)));
    }

    /**
     * Waits until the process offers a step to the current person.
     * @param step the step without its feature
     * @return the work item; refuses with an {@code IllegalStateException} after two
     * minutes, and with a {@code CancellationException} when the portal stops
     */
    WorkItem await(String release, String step) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            goOn();
            Optional<WorkItem> found = this.workItems.openOf(release)
                .stream()
                .filter((item) -> item.form().endsWith("/" + step) && this.rules.mayComplete(item).allowed())
                .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            this.jobs.meanwhile();
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new IllegalStateException(release + " never came to " + step);
    }

    /** Whether somebody may complete a step. */
    boolean mayComplete(String person, WorkItem item) {
        return this.acting.as(person, () -> this.rules.mayComplete(item).allowed());
    }

    /** The first of some buttons that a step has. */
    String button(WorkItem item, List<String> wanted) {
        Step<?> step = this.steps.of(item);
        return wanted.stream().filter(step::hasButton).findFirst().orElse("");
    }

    /** Refuses with a {@code CancellationException} when the portal stops. */
    void goOn() {
        if (this.ended) {
            throw new CancellationException("The portal stops");
        }
    }

    /** Lets no further step begin: the portal stops. */
    void end() {
        this.ended = true;
    }

    private <F> Outcome fillIn(Step<F> step, WorkItem item, Map<String, ?> values) {
        Map<String, Object> fields = new HashMap<>(read(step.newForm(item)));
        fields.putAll(values);
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(step.formType()));
        binder.setValidator(this.validator);
        FormText.bind(binder);
        binder.construct(new Values(fields));
        if (binder.getTarget() != null) {
            binder.validate();
        }
        if (binder.getBindingResult().hasErrors()) {
            throw new IllegalStateException("The demo's form is wrong: " + binder.getBindingResult());
        }
        return step.complete(item, step.formType().cast(binder.getTarget()));
    }

    /** The fields of a form as the page would send them, lists of rows by their index. */
    private static Map<String, Object> read(Object form) {
        Map<String, Object> fields = new HashMap<>();
        for (RecordComponent component : form.getClass().getRecordComponents()) {
            Object value = valueOf(component, form);
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Record) {
                for (int i = 0; i < rows.size(); i++) {
                    String row = component.getName() + "[" + i + "].";
                    read(rows.get(i)).forEach((name, field) -> fields.put(row + name, field));
                }
            }
            else if (value != null) {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    private static @Nullable Object valueOf(RecordComponent component, Object form) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(form);
        }
        catch (ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Gives the binder what the form's constructor asks for. */
    private record Values(Map<String, Object> fields) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return this.fields.get(name);
        }

        @Override
        public Set<String> getNames() {
            return this.fields.keySet();
        }

    }

}
