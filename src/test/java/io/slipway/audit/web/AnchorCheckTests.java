package io.slipway.audit.web;

import java.util.List;
import java.util.Optional;

import io.slipway.audit.chain.Anchors;
import io.slipway.audit.chain.Anchors.Anchored;
import io.slipway.audit.chain.Anchors.Timestamped;
import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Whoever confirms the record from outside and does not is named, with the way to it.
 */
class AnchorCheckTests {

    private final Anchors anchors = mock(Anchors.class);

    private final Messages words = mock(Messages.class);

    @Test
    void namesWhoDoesNotConfirm() {
        when(this.words.text(any(), any(Object[].class))).thenAnswer((call) -> call.getArgument(0));
        when(this.anchors.all()).thenReturn(List.of());
        assertThat(now()).as("nobody is asked").isEmpty();

        when(this.anchors.all()).thenReturn(List.of(new Anchored("one.example", 7, null, null, 0)));
        assertThat(now()).get().extracting(State::bad, State::text).containsExactly(false, "audit.check.confirmed");

        when(this.anchors.all()).thenReturn(List.of(new Anchored("one.example", 7, null, null, 0),
                new Anchored("two.example", 0, null, "unreachable", 0)));
        when(this.anchors.timestamp()).thenReturn(new Timestamped(0, null, "", new byte[0], "unreachable"));
        assertThat(now()).get()
            .extracting(State::bad, State::text, State::address)
            .containsExactly(true, "audit.integrity.anchored.problem.unreachable audit.check.unstamped",
                    "/audit/integrity");
    }

    private Optional<State> now() {
        return new AnchorCheck(this.anchors, this.words).now();
    }

}
