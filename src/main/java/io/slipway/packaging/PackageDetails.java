package io.slipway.packaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.input.NotFoundException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The package of a release: its units and what belongs to them.
 *
 * @param documentation address of the documentation
 * @param scripts address of the deployment scripts
 * @param assembledAt when it was found complete, UTC
 * @param missing what it lacks, as message keys; empty if it is complete
 * @param documents the documents and scripts that were uploaded, by kind, then by name
 * @param addresses what is known of the addresses, by kind; none of releases that ended
 * before they were asked
 */
public record PackageDetails(List<ReleaseUnitDetails> units, String documentation, String scripts,
        @Nullable Instant assembledAt, List<String> missing, List<PackageDocument> documents,
        List<DocumentAddress> addresses) {

    /** Whether a file that counts as a part was uploaded. */
    public boolean has(DocumentKind part) {
        return this.documents.stream().anyMatch((one) -> one.kind().part() == part);
    }

    /**
     * A unit. Refuses, with a {@code NotFoundException}, one that it does not have.
     * @param id the unit's id
     */
    public ReleaseUnitDetails unit(long id) {
        return this.units.stream()
            .filter((one) -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("unit", Long.toString(id)));
    }

    /**
     * The unit of a name.
     * @return the unit, if there is one
     */
    public Optional<ReleaseUnitDetails> unit(String name) {
        return this.units.stream().filter((one) -> one.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * A document or script. Refuses, with a {@code NotFoundException}, one that it does
     * not have.
     * @return what is known of it
     */
    public PackageDocument document(long id) {
        return this.documents.stream()
            .filter((one) -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("document", Long.toString(id)));
    }

    /**
     * The digests of the artifacts.
     * @return one for each unit, in the order of the units
     */
    public List<String> digests() {
        return this.units.stream().map(ReleaseUnitDetails::digest).toList();
    }

    /**
     * Tells by its units what it is, whenever it is assembled: tests of the same units
     * stay true.
     * @return SHA-256 over names, versions and digests of its units, as hexadecimal
     * digits
     */
    public String digest() {
        return DigestUtils.sha256Hex(this.units.stream()
            .sorted(Comparator.comparing(ReleaseUnitDetails::name))
            .map((unit) -> unit.name() + "\n" + unit.version() + "\n" + unit.digest())
            .collect(Collectors.joining("\n")));
    }

}
