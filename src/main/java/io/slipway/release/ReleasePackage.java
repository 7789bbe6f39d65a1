package io.slipway.release;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The package of a release: its units and what belongs to them.
 *
 * @param units the release units, by name
 * @param documentation address of the documentation
 * @param scripts address of the deployment scripts
 * @param assembledAt when it was found complete, UTC
 * @param missing what it lacks, as message keys; empty if it is complete
 * @param documents the documents and scripts that were uploaded: documentation first,
 * then by name
 */
public record ReleasePackage(List<ReleaseUnitDetails> units, String documentation, String scripts,
        @Nullable Instant assembledAt, List<String> missing, List<PackageDocument> documents) {

    /**
     * Tells whether a file of a kind was uploaded.
     * @param kind the kind
     * @return whether there is one
     */
    public boolean has(DocumentKind kind) {
        return this.documents.stream().anyMatch((one) -> one.kind() == kind);
    }
}
