package io.slipway.api.release;

import java.time.Instant;
import java.util.List;

import io.slipway.input.KeyPage;
import io.slipway.packaging.bom.BomDifference;
import io.slipway.packaging.bom.BomSummary;
import io.slipway.packaging.bom.ComponentChange;
import io.slipway.packaging.bom.LicenceCount;
import io.slipway.packaging.bom.UsedComponent;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials as tools read it.
 *
 * @param digest SHA-256 of its artifact, which the bill belongs to
 * @param format {@code JSON} or {@code XML}
 * @param subject what the bill says it is of; may be empty
 * @param listed whether it lists components at all, be it none
 * @param forbidden how many of them have a forbidden licence
 * @param unclear how many have licences that are not understood
 * @param unlicensed for how many no licence is said
 * @param licences how many components have which licences
 * @param fileDigest SHA-256 of the file
 * @param deliveredBy user name of who delivered it
 */
record BomAnswer(String unit, String digest, String format, String specVersion, String subject, int components,
        boolean listed, int forbidden, int unclear, int unlicensed, List<Licensed> licences, String fileDigest,
        String deliveredBy, Instant deliveredAt) {

    static BomAnswer of(String unit, BomSummary bom) {
        return new BomAnswer(unit, bom.digest(), bom.format(), bom.specVersion(), bom.subject(), bom.components(),
                bom.listed(), bom.forbidden(), bom.unclear(), bom.unlicensed(),
                bom.licences().stream().map(Licensed::of).toList(), bom.fileDigest(), bom.uploadedBy(),
                bom.uploadedAt());
    }

    /**
     * A page of components.
     *
     * @param components the components, by name
     * @param next where the next page begins; null on the last one
     */
    record Components(List<Used> components, @Nullable String next) {

        static Components of(KeyPage<UsedComponent> page) {
            return new Components(page.rows()
                .stream()
                .map((one) -> new Used(one.name(), one.version(), one.purl(), one.licences(), one.forbidden(),
                        one.unclear()))
                .toList(), page.next());
        }

    }

    /**
     * A component.
     *
     * @param purl its package URL; may be empty
     * @param licences its licences, with commas between them; empty if none is said
     * @param forbidden whether one of them is forbidden
     * @param unclear whether they are not understood
     */
    record Used(String name, String version, String purl, String licences, boolean forbidden, boolean unclear) {
    }

    /**
     * How many components have the same licences.
     *
     * @param licences the licences, with commas between them; empty where none is said
     * @param forbidden whether one of them is forbidden
     * @param unclear whether they are not understood
     */
    record Licensed(String licences, int components, boolean forbidden, boolean unclear) {

        static Licensed of(LicenceCount count) {
            return new Licensed(count.licences(), count.components(), count.forbidden(), count.unclear());
        }

    }

    /**
     * How a unit differs from the one of the same name in the former release.
     *
     * @param formerRelease key of the former release; null if there is none with such a
     * unit
     * @param known whether the unit has a bill there
     * @param first the first 500 of them
     */
    record Differences(@Nullable String formerRelease, @Nullable String formerVersion, boolean known, int changes,
            List<ComponentChange> first) {

        static Differences of(@Nullable BomDifference difference) {
            return (difference != null)
                    ? new Differences(difference.formerRelease(), difference.formerVersion(), difference.known(),
                            difference.changes().size(), difference.shown())
                    : new Differences(null, null, false, 0, List.of());
        }

    }

}
