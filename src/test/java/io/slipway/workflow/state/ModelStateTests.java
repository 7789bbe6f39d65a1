package io.slipway.workflow.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.input.KeyPage;
import io.slipway.sql.ReadOnce;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs on a version of a model agrees with what the engine itself tells, token by
 * token.
 */
@SlipwayTest
class ModelStateTests {

    @Autowired
    ProcessStates states;

    @Autowired
    StateModels models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    MutableClock clock;

    @Autowired
    ProcessModels processModels;

    @Autowired
    ModelRows rows;

    @Autowired
    WaitingReleases waiting;

    @Autowired
    ReleaseRuns runs;

    @Autowired
    ReadOnce once;

    @Test
    void countsOneTokenForEachActiveElement() {
        ModelVersion model = this.models.deploy();
        String one = this.models.fork(model);
        String two = this.models.fork(model);
        String three = this.models.start(model);
        ModelState state = state(model);
        assertThat(state.running()).isEqualTo(3);
        assertThat(tokens(state)).isEqualTo(tree(model, one, two, three))
            .isEqualTo(Map.of("Task_Prepare", 1L, "Task_Review", 2L, "Task_Vote", 6L, "Task_Stumble", 2L,
                    "CallActivity_Child", 2L, "Event_Pause", 2L, "Gateway_Join", 2L));
        assertThat(tokens(state(this.models.child(model)))).isEqualTo(Map.of("Task_Help", 2L));
        assertThat(state.oldest()).isNotNull();
        assertThat(state.elements().get("Task_Review").oldest()).isNotNull().isAfterOrEqualTo(state.oldest());
        assertThat(state.elements().get("Task_Stumble").oldest()).isNotNull();
    }

    @Test
    void agreesWithTheEnginesOwnStatistics() {
        ModelVersion model = this.models.deploy();
        this.models.start(model);
        this.models.fork(model);
        Map<String, Long> statistics = new HashMap<>();
        this.management.createActivityStatisticsQuery(model.id()).list().forEach((one) -> {
            if (one.getInstances() > 0) {
                statistics.put(one.getId().replace("#multiInstanceBody", ""), (long) one.getInstances());
            }
        });
        Map<String, Long> tokens = tokens(state(model));
        assertThat(statistics.keySet()).as("%s against %s", statistics, tokens).allMatch(tokens::containsKey);
    }

    @Test
    void followsTheLoopAndTheVotes() {
        ModelVersion model = this.models.deploy();
        String key = this.models.start(model);
        this.models.complete(key, "Task_Prepare", Map.of("good", false));
        this.models.complete(key, "Task_Prepare", Map.of("good", true));
        this.models.complete(key, "Task_Vote", Map.of());
        // The engine's tree goes on counting an instance that is done; nothing waits
        // there any more.
        StateModels.await(() -> tokens(state(model)).getOrDefault("Task_Vote", 0L) == 2);
        StateModels.await(() -> !tokens(state(model)).containsKey("Task_Stumble"));
        Map<String, Long> tree = tree(model, key);
        assertThat(tree).containsEntry("Task_Vote", 3L);
        tree.put("Task_Vote", 2L);
        assertThat(tokens(state(model))).isEqualTo(tree);
    }

    @Test
    void tellsFailuresRetriesAndTimers() {
        ModelVersion model = this.models.deploy();
        String retrying = this.models.fork(model);
        String failing = this.models.fork(model);
        this.models.fail(failing, "Task_Stumble");
        ModelState state = state(model);
        assertThat(state.retrying()).isEqualTo(1);
        assertThat(state.failing()).isEqualTo(1);
        ElementState stumbling = state.elements().get("Task_Stumble");
        assertThat(stumbling.retrying()).isEqualTo(1);
        assertThat(stumbling.failed()).isEqualTo(1);
        assertThat(stumbling.tokens()).isEqualTo(2);
        assertThat(state.elements().get("Event_Pause").timers()).isEqualTo(2);
        assertThat(state.elements().get("BoundaryEvent_Late").timers()).isEqualTo(2);
        assertThat(state.elements().get("BoundaryEvent_Late").tokens()).isZero();
        assertThat(keys(model, "", StateFilter.FAILING)).containsExactly(failing);
        assertThat(keys(model, "Task_Stumble", StateFilter.FAILING)).containsExactly(failing);
        assertThat(keys(model, "Task_Vote", StateFilter.FAILING)).isEmpty();
        assertThat(keys(model, "", StateFilter.RETRYING)).containsExactly(retrying);
        assertThat(keys(model, "Task_Stumble", StateFilter.ALL)).containsExactlyInAnyOrder(retrying, failing);
    }

    @Test
    void showsTheFailureOfACalledProcessWhereItWasCalled() {
        ModelVersion model = this.models.deploy();
        String key = this.models.fork(model);
        this.models.complete(key, "Task_Help", Map.of());
        this.models.fail(key, "Task_StumbleAsWell");
        assertThat(state(this.models.child(model)).elements().get("Task_StumbleAsWell").failed()).isEqualTo(1);
        assertThat(state(model).elements().get("CallActivity_Child").failed()).isEqualTo(1);
        assertThat(state(model).failing()).isEqualTo(1);
        assertThat(keys(model, "CallActivity_Child", StateFilter.FAILING)).containsExactly(key);
    }

    @Test
    void tellsWhatIsOverdueAndWhatIsSuspended() {
        ModelVersion model = this.models.deploy();
        String late = this.models.start(model);
        String still = this.models.start(model);
        this.runtime.suspendProcessInstanceById(this.models.run(still, model).getId());
        assertThat(state(model).suspended()).isEqualTo(1);
        assertThat(state(model).elements().get("Task_Prepare").suspended()).isEqualTo(1);
        assertThat(keys(model, "", StateFilter.SUSPENDED)).containsExactly(still);
        assertThat(keys(model, "", StateFilter.OVERDUE)).isEmpty();
        this.clock.advance(Duration.ofDays(3));
        assertThat(state(model).overdue()).isEqualTo(2);
        assertThat(state(model).elements().get("Task_Prepare").overdue()).isEqualTo(2);
        assertThat(keys(model, "Task_Prepare", StateFilter.OVERDUE)).containsExactly(late, still);
        assertThat(keys(model, "Task_Vote", StateFilter.OVERDUE)).isEmpty();
        this.runtime.activateProcessInstanceById(this.models.run(still, model).getId());
    }

    @Test
    void keepsVersionsApartAndListsThoseThatRunOrAreNewest() {
        ModelVersion old = this.models.deploy();
        String key = this.models.start(old);
        ModelVersion idle = this.models.deploy((text) -> text.replace("name=\"State\"", "name=\"Idle\""));
        ModelVersion newest = this.models.deploy((text) -> text.replace("name=\"State\"", "name=\"Newest\""));
        List<String> listed = anew().overview().stream().map((state) -> state.model().id()).toList();
        assertThat(listed).contains(old.id(), newest.id()).doesNotContain(idle.id());
        assertThat(keys(old, "", StateFilter.ALL)).containsExactly(key);
        assertThat(keys(newest, "", StateFilter.ALL)).isEmpty();
    }

    @Test
    void pagesTheOldestFirstWithoutHolesAndRepetitions() {
        ModelVersion model = this.models.deploy();
        List<String> started = IntStream.range(0, KeyPage.SIZE + 5).mapToObj((i) -> this.models.start(model)).toList();
        KeyPage<WaitingRelease> first = this.states.releasesAt(model, "Task_Prepare", StateFilter.ALL, "");
        assertThat(first.rows()).hasSize(KeyPage.SIZE);
        KeyPage<WaitingRelease> second = this.states.releasesAt(model, "Task_Prepare", StateFilter.ALL, first.next());
        assertThat(second.next()).isNull();
        Set<String> all = new HashSet<>(first.rows().stream().map(WaitingRelease::releaseKey).toList());
        second.rows().forEach((row) -> assertThat(all.add(row.releaseKey())).isTrue());
        assertThat(all).isEqualTo(new HashSet<>(started));
        assertThat(first.rows().get(0).startedAt()).isBeforeOrEqualTo(second.rows().get(0).startedAt());
        assertThat(first.rows().get(0).elements().get("Task_Prepare").tokens()).isEqualTo(1);
        assertThat(this.states.releasesAt(model, "", StateFilter.ALL, "no cursor").rows()).hasSize(KeyPage.SIZE);
    }

    @Test
    void readsOnceForAllWhoLookWithinASecond() {
        ModelVersion model = this.models.deploy();
        this.clock.advance(Duration.ofSeconds(30));
        ProcessStates shared = anew();
        ModelState before = shared.of(model);
        this.models.start(model);
        assertThat(shared.of(model)).isSameAs(before);
        this.clock.advance(Duration.ofSeconds(1));
        assertThat(shared.of(model).running()).isEqualTo(1);
    }

    @Test
    void readsOnceForAPageHoweverLongItTakes() {
        ModelVersion model = this.models.deploy();
        ProcessStates shared = anew();
        this.once.during(() -> {
            ModelState first = shared.of(model);
            this.clock.advance(Duration.ofSeconds(30));
            assertThat(shared.of(model)).isSameAs(first);
            return first;
        });
    }

    @Test
    void keepsASlowReadingForASecondFromItsArrival() {
        AtomicInteger readings = new AtomicInteger();
        Recent<Integer> slow = new Recent<>(() -> {
            this.clock.advance(Duration.ofSeconds(6));
            return readings.incrementAndGet();
        }, this.clock);
        assertThat(slow.get()).isEqualTo(1);
        this.clock.advance(Duration.ofMillis(900));
        assertThat(slow.get()).isEqualTo(1);
        this.clock.advance(Duration.ofMillis(200));
        assertThat(slow.get()).isEqualTo(2);
    }

    private ModelState state(ModelVersion model) {
        return anew().of(model);
    }

    /** A service that has not looked within the last second. */
    private ProcessStates anew() {
        return new ProcessStates(this.processModels, this.rows, this.waiting, this.runs, this.clock, this.once);
    }

    private List<String> keys(ModelVersion model, String element, StateFilter filter) {
        return this.states.releasesAt(model, element, filter, "")
            .rows()
            .stream()
            .map(WaitingRelease::releaseKey)
            .toList();
    }

    private static Map<String, Long> tokens(ModelState state) {
        return state.elements()
            .values()
            .stream()
            .filter((element) -> element.tokens() > 0)
            .collect(Collectors.toMap(ElementState::element, ElementState::tokens));
    }

    /** What the engine's own tree of instances counts. */
    private Map<String, Long> tree(ModelVersion model, String... keys) {
        Map<String, Long> found = new HashMap<>();
        for (String key : keys) {
            count(this.runtime.getActivityInstance(this.models.run(key, model).getId()), found);
        }
        return found;
    }

    private static void count(ActivityInstance instance, Map<String, Long> found) {
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            count(child, found);
        }
        for (var transition : instance.getChildTransitionInstances()) {
            found.merge(transition.getActivityId().replace("#multiInstanceBody", ""), 1L, Long::sum);
        }
        if (instance.getChildActivityInstances().length + instance.getChildTransitionInstances().length == 0) {
            found.merge(instance.getActivityId(), 1L, Long::sum);
        }
    }

}
