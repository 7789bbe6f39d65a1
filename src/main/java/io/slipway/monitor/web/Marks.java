package io.slipway.monitor.web;

import java.util.Map;

import io.slipway.diagram.ElementMark;
import io.slipway.diagram.Reach;
import io.slipway.workflow.state.ElementRun;
import io.slipway.workflow.state.ElementState;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram marks at an element.
 */
final class Marks {

    private Marks() {
    }

    /** What all releases of a model have there. */
    static ElementMark of(ElementState state) {
        return ElementMark.NONE.withTokens(state.tokens())
            .withFailed(state.failed())
            .withRetrying(state.retrying())
            .withTimers(state.timers())
            .withOverdue(state.overdue())
            .withSuspended(state.suspended() > 0);
    }

    /** What one release has there, or had. */
    static ElementMark of(ElementRun run, long passes, boolean suspended, @Nullable String note) {
        return ElementMark.NONE.withTokens(run.tokens())
            .withFailed(run.failed())
            .withRetrying(run.retrying())
            .withTimers((run.timerDue() != null) ? 1 : 0)
            .withSuspended(suspended && run.tokens() > 0)
            .withPasses(passes)
            .withReach(reach(run))
            .withNote(note);
    }

    /**
     * Where an element has been entered and not been left, the release is inside of it.
     */
    static Reach reach(ElementRun run) {
        boolean left = run.passes() > 0 && run.tokens() == 0;
        boolean waitsOnly = run.tokens() == 0 && run.timerDue() != null;
        return left ? Reach.PASSED : waitsOnly ? Reach.UNKNOWN : Reach.HERE;
    }

    static Reach reach(Map<String, ElementRun> elements, String id) {
        ElementRun run = elements.get(id);
        return (run != null) ? reach(run) : Reach.NOT_REACHED;
    }

}
