package io.slipway.configuration.exchange;

/**
 * A licence as a bill of materials says it.
 *
 * @param text an SPDX identifier or expression, or a name, in full: whoever judges it has
 * to see all of it. What stands in the place of a licence and is none is kept as it was
 * written, and reads as no expression.
 * @param named whether it is a name, so that any text is one
 */
public record BomLicence(String text, boolean named) {

    /** An identifier or expression. */
    public static BomLicence spdx(String text) {
        return new BomLicence(text, false);
    }

    /** A name. */
    public static BomLicence name(String text) {
        return new BomLicence(text, true);
    }

    /** Stands where a licence should: nobody can say which. */
    static BomLicence unreadable(String text) {
        return new BomLicence("? " + text, false);
    }

    /** Whether it says no more than that nobody says it. */
    boolean saysNothing() {
        return this.text.equalsIgnoreCase("NOASSERTION");
    }

}
