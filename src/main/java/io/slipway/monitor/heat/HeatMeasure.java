package io.slipway.monitor.heat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the heat of an element tells.
 */
public enum HeatMeasure {

    /** How long it takes: the class is that of its median. */
    DURATION,
    /** How often it is passed: the class is its share of the most passed element. */
    FREQUENCY;

    /**
     * The measure's name in addresses.
     * @return such as {@code duration}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The measure of a name in an address.
     * @param id such as {@code duration}
     * @return the measure, if there is one of that name
     */
    public static Optional<HeatMeasure> of(String id) {
        return Arrays.stream(values()).filter((one) -> one.id().equals(id)).findFirst();
    }

}
