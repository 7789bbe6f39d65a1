package io.slipway.monitor;

import java.time.Duration;

import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Says how long something took, as precisely as anybody wants to read it.
 */
@Component("lengths")
public class Lengths {

    /** From this number of a unit on, the next smaller unit says nothing. */
    private static final long MANY = 10;

    private final Messages messages;

    Lengths(Messages messages) {
        this.messages = messages;
    }

    /**
     * The length in words.
     * @param length not negative
     * @return such as {@code 3 days 4 h}, {@code 25 min} or {@code under 1 s}
     */
    public String of(Duration length) {
        long seconds = length.toSeconds();
        if (seconds >= 86_400) {
            return both("days", seconds / 86_400, "hours", seconds % 86_400 / 3_600);
        }
        if (seconds >= 3_600) {
            return both("hours", seconds / 3_600, "minutes", seconds % 3_600 / 60);
        }
        if (seconds >= 60) {
            return both("minutes", seconds / 60, "seconds", seconds % 60);
        }
        return (seconds > 0) ? one("seconds", seconds) : this.messages.text("statistics.length.none");
    }

    private String both(String unit, long number, String smaller, long rest) {
        return (number >= MANY || rest == 0) ? one(unit, number) : one(unit, number) + " " + one(smaller, rest);
    }

    private String one(String unit, long number) {
        return this.messages.text("statistics.length." + unit, number);
    }

}
