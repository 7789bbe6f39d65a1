package io.slipway.deployment.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of an attempt. Facts are joined to it: joining is associative,
 * commutative and idempotent, so that neither the order nor the repetition of news
 * changes what it comes to.
 * <p>
 * Where a tool can be asked, its callback alone ends nothing: it makes the portal ask,
 * and the answer ends it. Two ends are a dispute, and a person's word stands above all.
 *
 * @param reached the farthest that anybody told, ends apart
 * @param confirmedBy whose word ends it: POLL where the tool can be asked, else CALLBACK
 * @param told the end that callbacks told; DISPUTED if several
 * @param asked the end that polls, or the answer to the order, found; DISPUTED if several
 * @param decided the end that a person decided
 * @param lost whether nobody can tell how it ended
 */
public record Knowledge(AttemptState reached, FactSource confirmedBy, @Nullable AttemptState told,
        @Nullable AttemptState asked, @Nullable AttemptState decided, boolean lost) {

    static Knowledge nothing(FactSource confirmedBy) {
        return new Knowledge(AttemptState.ORDERED, confirmedBy, null, null, null, false);
    }

    /** What is known with one fact more. */
    Knowledge with(FactSource source, AttemptState state) {
        if (state == AttemptState.OUTCOME_UNKNOWN) {
            return new Knowledge(this.reached, this.confirmedBy, this.told, this.asked, this.decided, true);
        }
        if (!state.ended() && state != AttemptState.DISPUTED) {
            return new Knowledge(state.after(this.reached) ? state : this.reached, this.confirmedBy, this.told,
                    this.asked, this.decided, this.lost);
        }
        return switch (source) {
            case CALLBACK -> new Knowledge(this.reached, this.confirmedBy, join(this.told, state), this.asked,
                    this.decided, this.lost);
            case POLL, SENDER -> new Knowledge(this.reached, this.confirmedBy, this.told, join(this.asked, state),
                    this.decided, this.lost);
            case PERSON -> new Knowledge(this.reached, this.confirmedBy, this.told, this.asked,
                    (this.decided != null) ? this.decided : state, this.lost);
        };
    }

    /** How far the attempt is, by all of it. */
    AttemptState state() {
        if (this.decided != null) {
            return this.decided;
        }
        AttemptState end = join(this.told, this.asked);
        if (end == AttemptState.DISPUTED) {
            return end;
        }
        AttemptState sure = (this.confirmedBy == FactSource.CALLBACK) ? end : this.asked;
        if (sure != null) {
            return sure;
        }
        if (this.lost) {
            return AttemptState.OUTCOME_UNKNOWN;
        }
        return (end != null) ? AttemptState.RUNNING : this.reached;
    }

    private static @Nullable AttemptState join(@Nullable AttemptState one, @Nullable AttemptState other) {
        if (one == null || one == other) {
            return other;
        }
        return (other == null) ? one : AttemptState.DISPUTED;
    }

}
