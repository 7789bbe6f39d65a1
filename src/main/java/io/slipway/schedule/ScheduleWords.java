package io.slipway.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.slipway.schedule.Timeline.Period;
import io.slipway.schedule.Timeline.Ruling;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says for people what windows and freezes do, with times in the reader's zone.
 */
@Component("scheduleWords")
public class ScheduleWords {

    private static final String PERIOD = "/schedule/periods/";

    private static final String SCHEDULE = "/schedule";

    private final Messages messages;

    private final Times times;

    ScheduleWords(Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /**
     * What a window or freeze applies to.
     * @return such as {@code Payments, Cards · production · emergency releases}
     */
    public String scope(PeriodScope scope) {
        List<String> parts = new ArrayList<>();
        if (!scope.services().isEmpty()) {
            parts.add(String.join(", ", scope.services()));
        }
        if (!scope.environments().isEmpty()) {
            parts.add(String.join(", ", scope.environments()));
        }
        if (!scope.types().isEmpty()) {
            parts.add(String.join(", ",
                    scope.types()
                        .stream()
                        .map((type) -> this.messages.text("schedule.scope.type." + type.name()))
                        .toList()));
        }
        return parts.isEmpty() ? this.messages.text("schedule.scope.all") : String.join(" · ", parts);
    }

    /**
     * A ruling as a finding.
     * @param ruling what a window or freeze does
     * @param next when it could begin next, if known
     * @return the finding with its reason and the page where it can be changed
     */
    public ScheduleFinding finding(Ruling ruling, DeploymentSlot slot, @Nullable Instant next) {
        Period period = ruling.period();
        Interval time = ruling.time();
        if (period == null || time == null) {
            return window(ruling, slot, next);
        }
        String key = "schedule.finding." + ruling.effect().name();
        String reason = this.messages.text(key, period.name(), this.times.format(time.start()),
                this.times.withZone(time.end()), period.reason(),
                (ruling.exceptionUntil() != null) ? this.times.withZone(ruling.exceptionUntil()) : "");
        if (ruling.effect() == Timeline.Effect.FROZEN && ruling.exceptionUntil() != null) {
            reason += " "
                    + this.messages.text("schedule.finding.too-short", this.times.withZone(ruling.exceptionUntil()));
        }
        return new ScheduleFinding("freeze", ruling.effect().blocking(), period.name(), reason, time.start(),
                time.end(), PERIOD + period.id());
    }

    private ScheduleFinding window(Ruling ruling, DeploymentSlot slot, @Nullable Instant next) {
        String reason = (ruling.effect() == Timeline.Effect.NO_WINDOW)
                ? this.messages.text("schedule.finding.NO_WINDOW")
                : this.messages.text("schedule.finding.OUTSIDE_WINDOW", this.times.format(slot.start()),
                        this.times.withZone(slot.end()));
        return new ScheduleFinding("window", true, this.messages.text("schedule.finding.window"), reason, null, next,
                SCHEDULE);
    }

}
