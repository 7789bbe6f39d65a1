package io.slipway.deployment.run;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the process model is told of a step that was looked at.
 *
 * @param next {@code now}, {@code not-yet} or {@code no-longer}
 * @param work {@code person}, {@code decision} or {@code portal}
 * @param startAt when it is looked at again, if it may not start yet
 * @param endsAt when a timer is over, or a tool has taken too long
 * @param due in what time a person should be done, such as {@code PT30M}
 * @param seat who does it, such as {@code 1:operations=ann}
 * @param title of which of several steps alike it is
 */
public record StepOffer(String next, String work, @Nullable Instant startAt, @Nullable Instant endsAt, String due,
        String seat, String title, boolean rehearsal) {

    /** The same as variables of the process. */
    public Map<String, Object> variables() {
        Map<String, Object> all = new HashMap<>();
        all.put("next", this.next);
        all.put("work", this.work);
        all.put("due", this.due);
        all.put("seat", this.seat);
        all.put("title", this.title);
        all.put("rehearsal", this.rehearsal);
        if (this.startAt != null) {
            all.put("startAt", Date.from(this.startAt));
        }
        if (this.endsAt != null) {
            all.put("endsAt", Date.from(this.endsAt));
        }
        return all;
    }

}
