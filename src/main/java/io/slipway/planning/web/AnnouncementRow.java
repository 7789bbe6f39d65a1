package io.slipway.planning.web;

import java.util.List;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.plan.Anchor;
import io.slipway.planning.plan.Announcement;
import io.slipway.planning.plan.Channel;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a communication plan, as typed.
 *
 * @param audience roles and mail addresses
 * @param unit in minutes, hours or days
 * @param when before or after the planned start or end
 */
record AnnouncementRow(@Nullable List<String> audience, String channel, String amount, String unit, String when,
        String text) {

    static List<AnnouncementRow> of(List<Announcement> announcements) {
        return announcements.stream().map(AnnouncementRow::of).toList();
    }

    private static AnnouncementRow of(Announcement one) {
        int minutes = Math.abs(one.minutes());
        Unit unit = Unit.MINUTES;
        for (Unit larger : Unit.values()) {
            unit = (minutes > 0 && minutes % larger.minutes == 0) ? larger : unit;
        }
        return new AnnouncementRow(one.audience(), one.channel().name(), Integer.toString(minutes / unit.minutes),
                unit.name(), When.of(one.anchor(), one.minutes()).name(), one.text());
    }

    @Override
    public List<String> audience() {
        return (this.audience != null) ? this.audience : List.of();
    }

    boolean empty() {
        return audience().stream().allMatch(String::isBlank) && this.text.isEmpty() && this.amount.isEmpty();
    }

    Announcement toAnnouncement() {
        if (!this.amount.matches("\\d{0,6}")) {
            throw new InvalidInputException("announcements", "release.plan.announcements.amount", this.amount);
        }
        When side = choice(When.BEFORE_START, this.when);
        long minutes = (long) FormText.number(this.amount) * choice(Unit.MINUTES, this.unit).minutes;
        int most = (int) Math.min(minutes, Integer.MAX_VALUE);
        return new Announcement(audience(), choice(Channel.MAIL, this.channel), side.anchor, side.before ? -most : most,
                this.text);
    }

    private static <E extends Enum<E>> E choice(E usual, String text) {
        E chosen = FormText.choice(usual.getDeclaringClass(), text);
        return (chosen != null) ? chosen : usual;
    }

    /** The unit of the offset. */
    enum Unit {

        /** Minutes. */
        MINUTES(1),
        /** Hours. */
        HOURS(60),
        /** Days of 24 hours. */
        DAYS(24 * 60);

        private final int minutes;

        Unit(int minutes) {
            this.minutes = minutes;
        }

    }

    /** On which side of which planned time. */
    enum When {

        /** Before the planned start. */
        BEFORE_START(Anchor.START, true),
        /** After the planned start. */
        AFTER_START(Anchor.START, false),
        /** Before the planned end. */
        BEFORE_END(Anchor.END, true),
        /** After the planned end. */
        AFTER_END(Anchor.END, false);

        private final Anchor anchor;

        private final boolean before;

        When(Anchor anchor, boolean before) {
            this.anchor = anchor;
            this.before = before;
        }

        static When of(Anchor anchor, int minutes) {
            boolean before = minutes < 0;
            return (anchor == Anchor.START) ? (before ? BEFORE_START : AFTER_START) : (before ? BEFORE_END : AFTER_END);
        }

    }

}
