package io.slipway.permit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.slipway.approval.Seat;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;

/**
 * A kind of permit: what may be passed, who may ask and who decides, and in which words.
 * The feature whose rule is excepted from contributes it, and {@code PermitProcess} has
 * the two tasks that people see: {@code approve-} and the id, and that of
 * {@link #closing}.
 */
public interface PermitKind {

    /**
     * Its name in models, tables and the record. The duty of who asks for one is
     * {@code request-} and this.
     * @return such as {@code freeze-exception}
     */
    String id();

    /**
     * Where its messages begin.
     * @return such as {@code schedule.exception.}
     */
    String words();

    /**
     * Who may ask for one and take it back.
     * @return the roles, the one that counts first before others
     */
    List<Role> requesters();

    /** Who decides, each for themselves. */
    List<Seat> approvers();

    /** Whether who approves has to say why, as who rejects always has. */
    boolean approvalNeedsReason();

    /**
     * How long it counts at most.
     * @return the longest time from the request to its expiry
     */
    Duration longest();

    /** What follows when a granted one is over. */
    Closing closing();

    /** How the form names what is asked for. */
    Fields fields();

    /**
     * Reads the release for which a permit is asked.
     * @param key its key; refuses with a {@code NotFoundException} if there is none
     */
    PermitRelease release(String key);

    /**
     * Judges what only the kind knows of a request; what is empty, too long, in the past
     * or too far ahead is judged for all kinds.
     * @param check notes the problems
     */
    void check(PermitRequest asked, InputCheck check);

    /** What the record tells of a request. */
    Map<String, ?> told(PermitRequest asked);

    /**
     * What follows when a granted permit is over.
     *
     * @param step the task in which somebody looks back, such as
     * {@code confirm-follow-up}
     * @param action what the record calls it, such as {@code followed-up}
     * @param weighed whether it has to be said if it was worth it
     */
    record Closing(String step, String action, Role role, boolean weighed) {
    }

    /**
     * How the form names what is asked for.
     *
     * @param subjects the component with what shall be passed
     */
    record Fields(String subjects, String reason) {
    }

}
