package io.slipway.planning.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a communication plan: who is told what, when and by which way.
 *
 * @param audience roles such as {@code service-owner} and mail addresses, separated by
 * commas
 * @param channel by which way
 * @param anchor which planned time it counts from
 * @param minutes how long after that time; negative before it
 * @param text what is said
 */
@Embeddable
public record Announcement(String audience, @Enumerated(EnumType.STRING) Channel channel,
        @Enumerated(EnumType.STRING) Anchor anchor, int minutes, @Column(name = "message") String text) {

    public Announcement {
        audience = Arrays.stream(audience.split("[,;\\s]+"))
            .filter((one) -> !one.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    }

    /**
     * Those who are told, one by one.
     * @return role names and mail addresses, as written
     */
    public List<String> recipients() {
        return this.audience.isEmpty() ? List.of() : List.of(this.audience.split(", "));
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

}
