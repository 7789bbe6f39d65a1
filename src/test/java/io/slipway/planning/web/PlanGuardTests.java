package io.slipway.planning.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.planning.plan.Anchor;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.planning.plan.Dependency;
import io.slipway.planning.plan.DependencyKind;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanChange;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.planning.plan.PlannedPerson;
import io.slipway.planning.wave.Bake;
import io.slipway.planning.wave.ParallelRun;
import io.slipway.planning.wave.Wave;
import io.slipway.ui.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.BeanUtils;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each component of a plan has its place in the canonical text, the difference, the form,
 * the templates and the messages, once: whoever adds one is told what was forgotten.
 */
class PlanGuardTests {

    /**
     * What stands at the head of the release's page, and beside its plan as approvals.
     */
    private static final Set<String> ELSEWHERE = Set.of("name", "type", "approvers");

    /** Plans from before they were known keep their digests. */
    private static final Set<String> ONLY_IF_GIVEN = Set.of("waves", "parallel");

    private static final Path RESOURCES = Path.of("src/main/resources");

    private final Plan plan = PlanYaml.read("{name: Cards, type: minor, model: phased}");

    private final Times times = times();

    static List<Component> components() {
        return Arrays.stream(Plan.class.getRecordComponents())
            .flatMap((group) -> Arrays.stream(group.getType().getRecordComponents())
                .map((one) -> new Component(group, one)))
            .toList();
    }

    @Test
    void formHoldsWhatThePlanHolds() {
        assertThat(CompletePlanForm.class.getRecordComponents()).extracting(RecordComponent::getName)
            .containsExactlyInAnyOrderElementsOf(Stream
                .concat(components().stream().map(Component::name),
                        Stream.of("part", "version", "otherServices", "wave", "side", "outcome"))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("components")
    void standsInTheTextOnce(Component component) {
        Plan changed = component.change(this.plan);
        String yaml = PlanYaml.write(changed);
        assertThat(yaml.lines().filter((line) -> line.matches("[a-z_]+:.*")).map((line) -> line.split(":")[0]))
            .hasSize(components().size() - ONLY_IF_GIVEN.size() + (ONLY_IF_GIVEN.contains(component.name()) ? 1 : 0))
            .doesNotHaveDuplicates();
        assertThat(PlanYaml.read(yaml)).isEqualTo(changed).isNotEqualTo(this.plan);
    }

    @ParameterizedTest
    @MethodSource("components")
    void isTheDifferenceUnderALabelOfItsOwn(Component component) {
        Plan changed = component.change(this.plan);
        List<PlanChange> difference = PlanParts.difference(this.plan, changed);
        assertThat(difference).hasSize(1);
        String label = difference.get(0).label();
        assertThat(PlanParts.texts(changed)).hasSize(components().size())
            .containsEntry(label, difference.get(0).after());
        assertThat(uses("messages", "(?m)^" + Pattern.quote(label) + "=")).as("Messages of %s", label).isOne();
    }

    @ParameterizedTest
    @MethodSource("components")
    void isTypedInOnePlace(Component component) {
        Plan changed = component.change(this.plan);
        InputCheck check = new InputCheck();
        assertThat(CompletePlanForm.of("", 1, changed, this.times).toPlan(this.plan, this.times, check))
            .isEqualTo(changed);
        check.finish();
        String name = component.name();
        assertThat(uses("templates/planning/_plan-fields.html", "name='" + name + "'|\\$\\{form\\." + name + "\\}")
                + uses("templates/release/_fields.html", "name='" + name + "'"))
            .as("Inputs of %s", name)
            .isOne();
    }

    @ParameterizedTest
    @MethodSource("components")
    void isShown(Component component) {
        assertThat(ELSEWHERE.contains(component.name())
                || uses("templates/planning/_plan.html", "\\bplan\\." + component + "\\b") > 0)
            .as("%s is shown", component)
            .isTrue();
    }

    private static long uses(String folderOrFile, String pattern) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folderOrFile))) {
            return files.filter(Files::isRegularFile)
                .flatMap((file) -> Pattern.compile(pattern).matcher(text(file)).results())
                .count();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Times times() {
        try {
            return BeanUtils.instantiateClass(Times.class.getDeclaredConstructor(Clock.class, MessageSource.class),
                    Clock.systemUTC(), new StaticMessageSource());
        }
        catch (NoSuchMethodException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /**
     * A component of one of the plan's records.
     *
     * @param group the record
     * @param one the component
     */
    record Component(RecordComponent group, RecordComponent one) {

        String name() {
            return this.one.getName();
        }

        /** The plan with another value here, and only here. */
        Plan change(Plan plan) {
            Object before = read(this.group, plan);
            return with(plan, this.group, with(before, this.one, other(read(this.one, before))));
        }

        private Object other(Object before) {
            if (before instanceof Enum<?> constant) {
                Object[] all = constant.getDeclaringClass().getEnumConstants();
                return all[(constant.ordinal() + 1) % all.length];
            }
            if (before instanceof Boolean flag) {
                return !flag;
            }
            if (before instanceof Integer number) {
                return number + 1;
            }
            return switch (this.one.getGenericType().getTypeName().replaceAll("\\w+\\.", "")) {
                case "String" -> "other";
                case "Instant" -> Instant.parse("2026-12-05T06:00:00Z");
                case "List<Wave>" -> List.of(new Wave("all", "All", List.of(), null, List.of(), Bake.NONE));
                case "ParallelRun" -> new ParallelRun(List.of(), 3, 24, 48);
                case "List<String>" -> List.of("other");
                case "List<Dependency>" -> List.of(new Dependency(DependencyKind.TOGETHER, "PAY-1"));
                case "List<Announcement>" ->
                    List.of(new Announcement(List.of("operations"), Channel.PORTAL, Anchor.END, -120, "Soon"));
                case "List<PlannedPerson>" -> List.of(new PlannedPerson(Role.OPERATIONS, "operations"));
                default -> throw new AssertionError("Say another value of " + this.one);
            };
        }

        @SuppressWarnings("unchecked")
        private static <T> T with(T whole, RecordComponent component, Object value) {
            Class<T> type = (Class<T>) whole.getClass();
            return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type),
                    Arrays.stream(type.getRecordComponents())
                        .map((each) -> each.getName().equals(component.getName()) ? value : read(each, whole))
                        .toArray());
        }

        private static Object read(RecordComponent component, Object whole) {
            return ReflectionUtils.invokeMethod(component.getAccessor(), whole);
        }

        @Override
        public String toString() {
            return this.group.getName() + "." + name();
        }

    }

}
