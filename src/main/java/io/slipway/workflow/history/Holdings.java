package io.slipway.workflow.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.slipway.workflow.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * Makes out of the notes about who became or ceased to be a work item's assignee when
 * somebody had it in hand. Being asked by name is not having it in hand: whom the model
 * gave a step did nothing for it yet.
 */
final class Holdings {

    /** Model and listener give and write in one transaction, but read the clock twice. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private Holdings() {
    }

    static List<Holding> of(WorkItem item, List<Note> notes) {
        List<Holding> found = new ArrayList<>();
        @Nullable Note held = null;
        // Of a change from one person to another the end comes first.
        for (Note note : notes.stream().sorted(Comparator.comparing(Note::at).thenComparing(Note::begins)).toList()) {
            if (held != null) {
                add(found, item, held, note.at());
            }
            held = note.begins() ? note : null;
        }
        if (held != null) {
            add(found, item, held, item.endedAt());
        }
        return List.copyOf(found);
    }

    /** Adds the part that lies within the work item's own time. */
    private static void add(List<Holding> found, WorkItem item, Note held, @Nullable Instant until) {
        Instant end = item.endedAt();
        Instant from = held.at().isBefore(item.createdAt()) ? item.createdAt() : held.at();
        boolean byName = item.named() && from.isBefore(item.createdAt().plus(AT_ONCE));
        Instant to = (until != null && end != null && until.isAfter(end)) ? end : until;
        if (!byName && (to == null || to.isAfter(from))) {
            found.add(new Holding(held.userName(), from, to));
        }
    }

    /**
     * A note of the engine.
     *
     * @param begins whether the person became the assignee, or ceased to be it
     * @param at when, UTC
     */
    record Note(String userName, boolean begins, Instant at) {
    }

}
