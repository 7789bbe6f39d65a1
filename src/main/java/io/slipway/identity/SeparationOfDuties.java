package io.slipway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps apart what one person must not do alone: the one place that knows who has done
 * which duty on a subject and which named rule forbids the next one. Administrators are
 * judged like everybody else.
 */
@Service
@Transactional
public class SeparationOfDuties {

    /**
     * Judges an intended duty without doing it.
     * @param subject key of the release
     * @param duty the duty intended
     * @param decision identifies the one decision in which several people each count
     * once; null where one person decides
     * @param userName who intends it
     * @return whether that person may, and if not which rule forbids it and why
     */
    @Transactional(readOnly = true)
    public Verdict judge(String subject, Duty duty, @Nullable String decision, String userName) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a performed duty. Refuses, with a {@link DutyConflictException}, what
     * {@link #judge} would refuse.
     * @param subject key of the release
     * @param duty the duty performed
     * @param decision as for {@link #judge}
     * @param userName who performed it
     */
    public void perform(String subject, Duty duty, @Nullable String decision, String userName) {
        throw new UnsupportedOperationException();
    }

}
