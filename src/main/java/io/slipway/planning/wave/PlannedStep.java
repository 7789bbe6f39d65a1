package io.slipway.planning.wave;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A step of a wave, as it is planned.
 *
 * @param key what other steps call it, unique in the plan: letters, digits, hyphens
 * @param role who does it; deployment managers, if left out
 * @param person user name of who does it; empty for anybody in the role
 * @param minutes how long it is thought to take, 0 or more
 * @param after what it waits for, in no order
 * @param notBefore fixed time before which it does not start, UTC
 * @param optional whether a failure of it may be ignored with a reason
 * @param pointOfNoReturn whether nothing after it can be taken back
 * @param wayBack how it is taken back; null where nobody said so yet
 * @param work what is done
 */
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
public record PlannedStep(@JsonInclude String key, @JsonInclude String name, StepKind kind, @Nullable Role role,
        String person, @JsonSetter(nulls = Nulls.AS_EMPTY) int minutes, List<StepLink> after,
        @Nullable Instant notBefore, @JsonSetter(nulls = Nulls.AS_EMPTY) boolean optional,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean pointOfNoReturn, @Nullable StepReturn wayBack, StepWork work) {

    public PlannedStep {
        key = Needed.of(key, "key").strip();
        name = Needed.of(name, "name");
        Needed.of(kind, "kind");
        role = (role != null) ? role : Role.DEPLOYMENT_MANAGER;
        person = Needed.text(person);
        notBefore = (notBefore != null) ? notBefore.truncatedTo(ChronoUnit.MILLIS) : null;
        after = (after != null) ? after.stream().filter(Objects::nonNull).distinct().toList() : List.of();
        work = (work != null) ? work : StepWork.NONE;
    }

    /** The same at another fixed time, or at none. */
    public PlannedStep startingAt(@Nullable Instant time) {
        return new PlannedStep(this.key, this.name, this.kind, this.role, this.person, this.minutes, this.after, time,
                this.optional, this.pointOfNoReturn, this.wayBack, this.work);
    }

    /** The same after other steps. */
    public PlannedStep after(List<StepLink> others) {
        return new PlannedStep(this.key, this.name, this.kind, this.role, this.person, this.minutes, others,
                this.notBefore, this.optional, this.pointOfNoReturn, this.wayBack, this.work);
    }

    /** The same by somebody else, or by anybody in its role. */
    public PlannedStep by(String userName) {
        return new PlannedStep(this.key, this.name, this.kind, this.role, userName, this.minutes, this.after,
                this.notBefore, this.optional, this.pointOfNoReturn, this.wayBack, this.work);
    }

}
