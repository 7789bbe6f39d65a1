package io.slipway.planning.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.slipway.planning.wave.Needed;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a communication plan: who is told what, when and by which way.
 *
 * @param audience roles such as {@code service-owner} and mail addresses
 * @param minutes how long after that time; negative before it
 */
public record Announcement(List<String> audience, Channel channel, Anchor anchor, int minutes, String text) {

    public Announcement {
        Needed.of(channel, "channel");
        Needed.of(anchor, "anchor");
        audience = (audience == null) ? List.of()
                : audience.stream()
                    .filter(Objects::nonNull)
                    .flatMap((some) -> Arrays.stream(some.split("[,;\\s]+")))
                    .filter((one) -> !one.isEmpty())
                    .distinct()
                    .toList();
        text = (text != null) ? text : "";
    }

    /**
     * When it is due.
     * @param plannedStart planned start of the deployment, if known
     * @param plannedEnd planned end of the deployment, if known
     * @return the instant, UTC; null while the time that it counts from is not known
     */
    public @Nullable Instant dueAt(@Nullable Instant plannedStart, @Nullable Instant plannedEnd) {
        Instant from = (this.anchor == Anchor.START) ? plannedStart : plannedEnd;
        return (from != null) ? from.plus(Duration.ofMinutes(this.minutes)) : null;
    }

    /** As the difference of two plans shows it. */
    @Override
    public String toString() {
        return this.channel + ", " + this.minutes + " min, " + this.anchor + ", " + String.join(", ", this.audience)
                + ": " + this.text;
    }

}
