package io.slipway.test;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.slipway.identity.Acting;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.ui.form.FormText;
import io.slipway.workflow.Outcome;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemActs;
import io.slipway.workflow.WorkItems;
import io.slipway.workflow.step.Step;
import io.slipway.workflow.step.Steps;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.DataBinder;

/**
 * Fills in the form of a step as the page would send it, has it bound and validated, and
 * completes the step through the one choke point.
 */
@Component
@Profile("test")
class StepDriver {

    private final WorkItems workItems;

    private final WorkItemActs acts;

    private final Acting acting;

    private final PersonDirectory people;

    private final Steps steps;

    private final Map<String, List<String>> typed = new ConcurrentHashMap<>();

    StepDriver(WorkItems workItems, WorkItemActs acts, Acting acting, PersonDirectory people, Steps steps) {
        this.workItems = workItems;
        this.acts = acts;
        this.acting = acting;
        this.people = people;
        this.steps = steps;
    }

    void complete(String person, String release, String step, Map<String, ?> fields) {
        Predicate<WorkItem> free = (open) -> open.assignee() == null || open.assignee().equals(person);
        WorkItem any = await(release, step, free);
        // Of the seats of one decision, the one that is the person's.
        Set<Role> roles = this.people.find(person).orElseThrow().roles();
        WorkItem item = open(release, step, free.and((open) -> roles.contains(open.role()))).orElse(any);
        this.acting.as(person,
                () -> this.acts.complete(item.id(), (current) -> fillIn(this.steps.of(current), current, fields)));
    }

    /** Of several steps alike, does the one that is wanted. */
    void complete(String person, String release, String step, Predicate<WorkItem> wanted, Map<String, ?> fields) {
        WorkItem item = await(release, step, wanted);
        this.acting.as(person,
                () -> this.acts.complete(item.id(), (current) -> fillIn(this.steps.of(current), current, fields)));
    }

    /** Does a step without its form, as its outcome would tell. */
    void complete(String person, WorkItem item, Outcome outcome) {
        this.acting.as(person, () -> this.acts.complete(item.id(), (current) -> outcome));
    }

    void claim(String person, String item) {
        this.acting.as(person, () -> this.acts.claim(item));
    }

    WorkItem await(String release, String step, Predicate<WorkItem> wanted) {
        return Awaitility.await(release + " comes to " + step)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> open(release, step, wanted), Optional::isPresent)
            .orElseThrow();
    }

    private Optional<WorkItem> open(String release, String step, Predicate<WorkItem> wanted) {
        return this.workItems.openOf(release)
            .stream()
            .filter((item) -> item.form().endsWith("/" + step))
            .filter(wanted)
            .findFirst();
    }

    private <F> Outcome fillIn(Step<F> step, WorkItem item, Map<String, ?> values) {
        Map<String, Object> fields = new HashMap<>(read(step.newForm(item)));
        values.forEach((name, value) -> {
            if (isTyped(name, value) && !value.equals(fields.get(name))) {
                this.typed.computeIfAbsent(item.businessKey(), (key) -> new CopyOnWriteArrayList<>())
                    .add(item.form() + " " + name);
            }
        });
        fields.putAll(values);
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(step.formType()));
        FormText.bind(binder);
        binder.construct(new Values(fields));
        if (binder.getBindingResult().hasErrors() || !step.hasButton(String.valueOf(fields.get("outcome")))) {
            throw new AssertionError("The form is not valid: " + binder.getBindingResult());
        }
        return step.complete(item, step.formType().cast(binder.getTarget()));
    }

    /**
     * What people had to type on a release: neither picked, chosen or ticked, nor filled
     * in before.
     */
    List<String> typed(String release) {
        return this.typed.getOrDefault(release, List.of());
    }

    private static boolean isTyped(String name, Object value) {
        return value instanceof String text && !text.isEmpty() && !text.equals("true") && !text.matches("[A-Z_]+")
                && !name.equals("outcome") && !name.endsWith(".audience");
    }

    /** The fields of a form as the page would send them, lists of rows by their index. */
    private static Map<String, Object> read(Object form) {
        Map<String, Object> fields = new HashMap<>();
        for (RecordComponent component : form.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(component.getAccessor());
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), form);
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
