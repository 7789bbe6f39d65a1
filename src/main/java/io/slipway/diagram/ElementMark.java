package io.slipway.diagram;

import org.jspecify.annotations.Nullable;

/**
 * What is marked on one element of a diagram: each mark is drawn as a sign with a number
 * and told in words. Begin with {@link #NONE} and add what there is.
 *
 * @param failed how many of them cannot go on without help
 * @param retrying how many failed and will be tried again
 * @param timers how many wait for a timer
 * @param overdue how many should have gone on by now
 * @param suspended whether nothing goes on here, because somebody said so
 * @param note a short text that is printed beside the element, such as
 * {@code waits 3 days}
 * @param href where a click leads
 * @param heat 0 for none, 1 (least) to 5 (most)
 */
public record ElementMark(long tokens, long failed, long retrying, long timers, long overdue, boolean suspended,
        long passes, Reach reach, @Nullable String note, @Nullable String href, int heat) {

    /** Nothing is marked. */
    public static final ElementMark NONE = new ElementMark(0, 0, 0, 0, 0, false, 0, Reach.UNKNOWN, null, null, 0);

    /** Brings the heat into its range. */
    public ElementMark {
        heat = Math.max(0, Math.min(5, heat));
    }

    /** The same with another number of tokens. */
    public ElementMark withTokens(long count) {
        return new ElementMark(count, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, this.reach, this.note, this.href, this.heat);
    }

    /** The same with another number of failed tokens. */
    public ElementMark withFailed(long count) {
        return new ElementMark(this.tokens, count, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, this.reach, this.note, this.href, this.heat);
    }

    /** The same with another number of tokens that will be tried again. */
    public ElementMark withRetrying(long count) {
        return new ElementMark(this.tokens, this.failed, count, this.timers, this.overdue, this.suspended, this.passes,
                this.reach, this.note, this.href, this.heat);
    }

    /** The same with another number of running timers. */
    public ElementMark withTimers(long count) {
        return new ElementMark(this.tokens, this.failed, this.retrying, count, this.overdue, this.suspended,
                this.passes, this.reach, this.note, this.href, this.heat);
    }

    /** The same with another number of overdue tokens. */
    public ElementMark withOverdue(long count) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, count, this.suspended, this.passes,
                this.reach, this.note, this.href, this.heat);
    }

    /**
     * The same, suspended or not.
     * @param is whether nothing goes on here
     */
    public ElementMark withSuspended(boolean is) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, is, this.passes,
                this.reach, this.note, this.href, this.heat);
    }

    /** The same with another number of passes. */
    public ElementMark withPasses(long count) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                count, this.reach, this.note, this.href, this.heat);
    }

    /** The same with another statement about whether a process came here. */
    public ElementMark withReach(Reach where) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, where, this.note, this.href, this.heat);
    }

    /**
     * The same with a text beside the element.
     * @param text a few words, null for none
     */
    public ElementMark withNote(@Nullable String text) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, this.reach, text, this.href, this.heat);
    }

    /**
     * The same as a link.
     * @param address where a click leads, null for nowhere
     */
    public ElementMark withHref(@Nullable String address) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, this.reach, this.note, address, this.heat);
    }

    /**
     * The same with another heat.
     * @param step 0 for none, 1 to 5
     */
    public ElementMark withHeat(int step) {
        return new ElementMark(this.tokens, this.failed, this.retrying, this.timers, this.overdue, this.suspended,
                this.passes, this.reach, this.note, this.href, step);
    }

}
