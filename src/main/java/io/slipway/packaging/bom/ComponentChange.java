package io.slipway.packaging.bom;

/**
 * How a component differs between two bills of materials.
 *
 * @param before its versions before, with commas between them; empty if it was not there
 * @param after its versions now; empty if it is gone
 * @param forbidden whether nothing that is released may have its licences of now
 */
public record ComponentChange(Kind kind, String name, String before, String after, String licencesBefore,
        String licencesAfter, boolean forbidden) {

    /** Whether it came under other licences. */
    public boolean relicensed() {
        return !this.before.isEmpty() && !this.after.isEmpty() && !this.licencesBefore.equals(this.licencesAfter);
    }

    /** What happened to a component. */
    public enum Kind {

        /** It was not there before. */
        ADDED,
        /** It is there no more. */
        REMOVED,
        /** It has a later version. */
        UPGRADED,
        /** It has an earlier version. */
        DOWNGRADED,
        /** It has the same version under other licences. */
        RELICENSED

    }

}
