package io.slipway.deployment.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of an attempt is the same in whatever order, and however often, it was
 * told.
 */
class KnowledgeTests {

    private static final List<AttemptState> TOLD = List.of(AttemptState.SENT, AttemptState.ACCEPTED,
            AttemptState.RUNNING, AttemptState.OUTCOME_UNKNOWN, AttemptState.SUCCEEDED, AttemptState.FAILED,
            AttemptState.CANCELLED, AttemptState.TIMED_OUT, AttemptState.DISPUTED);

    @Test
    void comesToTheSameInEveryOrderAndWithEveryRepetition() {
        List<Told> all = new ArrayList<>();
        for (FactSource source : List.of(FactSource.SENDER, FactSource.CALLBACK, FactSource.POLL)) {
            TOLD.forEach((state) -> all.add(new Told(source, state)));
        }
        for (FactSource by : List.of(FactSource.POLL, FactSource.CALLBACK)) {
            for (int one = 0; one < all.size(); one++) {
                for (int two = one; two < all.size(); two++) {
                    for (int three = two; three < all.size(); three++) {
                        comesToOne(by, List.of(all.get(one), all.get(two), all.get(three)));
                    }
                }
            }
        }
    }

    @Test
    void comesToTheSameForAWholeStoryInAllOrders() {
        Told decision = new Told(FactSource.PERSON, AttemptState.FAILED);
        comesToOne(FactSource.POLL, List.of(new Told(FactSource.SENDER, AttemptState.SENT),
                new Told(FactSource.SENDER, AttemptState.ACCEPTED), new Told(FactSource.CALLBACK, AttemptState.RUNNING),
                new Told(FactSource.CALLBACK, AttemptState.SUCCEEDED), new Told(FactSource.POLL, AttemptState.RUNNING),
                new Told(FactSource.POLL, AttemptState.SUCCEEDED), decision));
    }

    @Test
    void endsByItsConfirmedWordOnly() {
        assertThat(told(FactSource.POLL, FactSource.CALLBACK, AttemptState.SUCCEEDED)).isEqualTo(AttemptState.RUNNING);
        assertThat(told(FactSource.CALLBACK, FactSource.CALLBACK, AttemptState.SUCCEEDED))
            .isEqualTo(AttemptState.SUCCEEDED);
        Knowledge asked = Knowledge.nothing(FactSource.POLL).with(FactSource.POLL, AttemptState.FAILED);
        assertThat(asked.state()).isEqualTo(AttemptState.FAILED);
        assertThat(asked.with(FactSource.POLL, AttemptState.RUNNING).state()).isEqualTo(AttemptState.FAILED);
        Knowledge disputed = asked.with(FactSource.CALLBACK, AttemptState.SUCCEEDED);
        assertThat(disputed.state()).isEqualTo(AttemptState.DISPUTED);
        assertThat(disputed.with(FactSource.PERSON, AttemptState.SUCCEEDED).state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    @Test
    void isUnknownUntilSomebodyKnows() {
        Knowledge lost = Knowledge.nothing(FactSource.POLL)
            .with(FactSource.CALLBACK, AttemptState.SUCCEEDED)
            .with(FactSource.POLL, AttemptState.OUTCOME_UNKNOWN);
        assertThat(lost.state()).isEqualTo(AttemptState.OUTCOME_UNKNOWN);
        assertThat(lost.with(FactSource.POLL, AttemptState.SUCCEEDED).state()).isEqualTo(AttemptState.SUCCEEDED);
    }

    private static AttemptState told(FactSource confirmedBy, FactSource source, AttemptState state) {
        return Knowledge.nothing(confirmedBy).with(source, state).state();
    }

    private static void comesToOne(FactSource confirmedBy, List<Told> story) {
        Set<Knowledge> ends = new HashSet<>();
        tell(Knowledge.nothing(confirmedBy), new ArrayList<>(story), ends);
        assertThat(ends).as("%s", story).hasSize(1);
        Knowledge end = ends.iterator().next();
        story.forEach((one) -> assertThat(end.with(one.source(), one.state())).isEqualTo(end));
    }

    private static void tell(Knowledge known, List<Told> left, Set<Knowledge> ends) {
        if (left.isEmpty()) {
            ends.add(known);
        }
        for (int i = 0; i < left.size(); i++) {
            List<Told> others = new ArrayList<>(left);
            Told next = others.remove(i);
            tell(known.with(next.source(), next.state()), others, ends);
        }
    }

    private record Told(FactSource source, AttemptState state) {
    }

}
