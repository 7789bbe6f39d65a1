package io.slipway.planning.plan;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.Wave;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The parts of a plan, which are the components of its records, in the form's order: what
 * the page of a stale form compares, an amendment shows and the record keeps of a change.
 */
public final class PlanParts {

    private static final List<One> ALL = Arrays.stream(Plan.class.getRecordComponents())
        .flatMap((group) -> Arrays.stream(group.getType().getRecordComponents()).map((part) -> new One(group, part)))
        .toList();

    private PlanParts() {
    }

    /** A plan as text. */
    public static Map<String, String> texts(Plan plan) {
        Map<String, String> texts = new LinkedHashMap<>();
        ALL.forEach((part) -> texts.put(part.label(), part.text(plan)));
        return texts;
    }

    /** The parts in which two plans differ. */
    public static List<PlanChange> difference(Plan before, Plan after) {
        return ALL.stream()
            .filter((part) -> !Objects.equals(part.value(before), part.value(after)))
            .map((part) -> part.change(part.text(before), part.text(after)))
            .toList();
    }

    /** A plan of which one step is as another says. */
    public static Plan with(Plan plan, PlanStep step, Plan other) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ALL.forEach((part) -> values.put(part.name(), part.value(part.of(step) ? other : plan)));
        return plan(values);
    }

    /** What of a plan holds for more than one release. */
    public static Plan general(Plan plan) {
        Plan.Scope scope = plan.scope();
        return new Plan(
                new Plan.Scope("", scope.type(), scope.model(), "", scope.services(), scope.items(),
                        scope.environment(), scope.schemaChange()),
                new Plan.Times(null, null, List.of()), plan.deployment().timeless(), plan.wayBack(),
                plan.communication(), plan.support(), plan.people());
    }

    /** Whether two plans say the same in a step. */
    public static boolean same(Plan one, Plan other, PlanStep step) {
        return ALL.stream()
            .filter((part) -> part.of(step))
            .allMatch((part) -> Objects.equals(part.value(one), part.value(other)));
    }

    /** The step in which a part, or a row of it, is written, by its field. */
    public static Optional<PlanStep> step(String field) {
        String part = field.replaceAll("\\[.*", "");
        return ALL.stream().filter((one) -> one.name().equals(part)).findFirst().flatMap(One::step);
    }

    /** A plan whose empty parts are those of another one. */
    static Plan filled(Plan plan, Plan other) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ALL.forEach((part) -> values.put(part.name(), part.value(part.text(plan).isBlank() ? other : plan)));
        return plan(values);
    }

    /** The part of a name in files. */
    static Optional<One> named(String name) {
        return ALL.stream().filter((part) -> part.file().equals(name)).findFirst();
    }

    static List<Object> names() {
        return ALL.stream().<Object>map(One::file).toList();
    }

    /** A plan of the values of its parts, by name; what is not there is empty. */
    static Plan plan(Map<String, @Nullable Object> values) {
        return make(Plan.class,
                (group) -> make(group.getType(), (part) -> values.getOrDefault(part.getName(), empty(part.getType()))));
    }

    private static <T> T make(Class<T> type, Function<RecordComponent, @Nullable Object> value) {
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type),
                Arrays.stream(type.getRecordComponents()).map(value).toArray());
    }

    private static @Nullable Object empty(Class<?> type) {
        return (type == String.class) ? "" : (type == List.class) ? List.of() : null;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof ParallelRun parallel) {
            return WaveWords.text(parallel);
        }
        if (value instanceof List<?> all && !all.isEmpty() && all.get(0) instanceof Wave) {
            return WaveWords.text(all.stream().map(Wave.class::cast).toList());
        }
        if (value instanceof List<?> all) {
            boolean names = all.stream().allMatch(String.class::isInstance);
            return all.stream().map(PlanParts::text).collect(Collectors.joining(names ? ", " : "\n"));
        }
        return (value != null) ? value.toString() : "";
    }

    /** One part. */
    record One(RecordComponent group, RecordComponent component) {

        String name() {
            return this.component.getName();
        }

        Optional<PlanStep> step() {
            return PlanStep.of(KebabCaseStrategy.INSTANCE.translate(this.group.getName()));
        }

        boolean of(PlanStep step) {
            return step().filter(step::equals).isPresent();
        }

        Type type() {
            return (this.component.getGenericType() instanceof Class<?> plain)
                    ? ClassUtils.resolvePrimitiveIfNecessary(plain) : this.component.getGenericType();
        }

        /** What it is called in files. */
        String file() {
            JsonProperty given = this.component.getAccessor().getAnnotation(JsonProperty.class);
            return (given != null) ? given.value() : SnakeCaseStrategy.INSTANCE.translate(name());
        }

        String label() {
            return "release.plan." + word(Part::label);
        }

        String policy() {
            return word(Part::policy);
        }

        private String word(Function<Part, String> said) {
            return Optional.ofNullable(this.component.getAccessor().getAnnotation(Part.class))
                .map(said)
                .filter(Predicate.not(String::isEmpty))
                .orElseGet(() -> KebabCaseStrategy.INSTANCE.translate(name()));
        }

        /** Of waves only the lines that differ. */
        PlanChange change(String before, String after) {
            boolean rows = name().equals("waves");
            return new PlanChange(label(), policy(), rows ? WaveWords.besides(before, after) : before,
                    rows ? WaveWords.besides(after, before) : after);
        }

        @Nullable Object value(Plan plan) {
            return read(this.component.getAccessor(), read(this.group.getAccessor(), plan));
        }

        String text(Plan plan) {
            return PlanParts.text(value(plan));
        }

        private static @Nullable Object read(Method accessor, @Nullable Object from) {
            return ReflectionUtils.invokeMethod(accessor, from);
        }

    }

}
