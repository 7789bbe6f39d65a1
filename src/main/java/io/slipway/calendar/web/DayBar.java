package io.slipway.calendar.web;

/**
 * What a week shows, as one bar, of an item that spans days; the next week goes on with
 * another.
 *
 * @param first its first day in the week
 * @param length how many days of the week it touches
 * @param tier in which place from above it lies, from 0
 */
record DayBar(DayEntry first, int length, int tier) {

    /** Tells whether it goes on in the next week. */
    public boolean continues() {
        return last() < this.first.days();
    }

    /** The how manieth of its days is its last in the week. */
    public int last() {
        return this.first.number() + this.length - 1;
    }

    /** Tells whether the week shows only a part of it. */
    public boolean part() {
        return this.length < this.first.days();
    }

}
