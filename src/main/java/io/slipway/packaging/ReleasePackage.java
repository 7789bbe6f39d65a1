package io.slipway.packaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a release brings. Once it is assembled it is frozen: each change of it refuses,
 * with an {@link IllegalStateException}, to happen before it is taken apart.
 */
@Entity
@Table(name = "packages")
class ReleasePackage {

    /** The id of its release, which has one package at most. */
    @Id
    private long id;

    private String releaseKey;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "release_id", nullable = false, updatable = false)
    private List<ReleaseUnit> units = new ArrayList<>();

    private String documentation = "";

    private String scripts = "";

    private @Nullable Instant assembledAt;

    private String missing = "";

    @Version
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected ReleasePackage() {
    }

    ReleasePackage(String releaseKey) {
        this.releaseKey = releaseKey;
    }

    void deliver(ReleaseUnit unit) {
        requireOpen();
        require(this.units.stream().noneMatch((other) -> other.clashesWith(unit)), "has such a unit");
        this.units.add(unit);
    }

    void remove(ReleaseUnit unit) {
        requireOpen();
        require(this.units.remove(unit), "has no such unit");
    }

    void describe(String documentationAddress, String scriptsAddress) {
        requireOpen();
        this.documentation = documentationAddress;
        this.scripts = scriptsAddress;
    }

    /**
     * Puts it together if nothing is missing; what was uploaded need not have an address.
     */
    List<String> assemble(Instant at, Set<DocumentKind> uploaded, boolean hasWayBack) {
        requireOpen();
        List<String> lacks = lacks(uploaded, hasWayBack);
        this.missing = String.join(",", lacks);
        this.assembledAt = lacks.isEmpty() ? at : null;
        return lacks;
    }

    /** What it lacks to be complete, as message keys. */
    List<String> lacks(Set<DocumentKind> uploaded, boolean hasWayBack) {
        List<String> lacks = new ArrayList<>();
        addIf(this.units.isEmpty(), "release.missing.units", lacks);
        addIf(this.documentation.isBlank() && !uploaded.contains(DocumentKind.DOCUMENTATION),
                "release.missing.documentation", lacks);
        addIf(this.scripts.isBlank() && !uploaded.contains(DocumentKind.SCRIPTS), "release.missing.scripts", lacks);
        addIf(!hasWayBack, "release.missing.rollback-plan", lacks);
        return List.copyOf(lacks);
    }

    void takeApart() {
        this.assembledAt = null;
    }

    boolean assembled() {
        return this.assembledAt != null;
    }

    String documentation() {
        return this.documentation;
    }

    String scripts() {
        return this.scripts;
    }

    List<ReleaseUnit> units() {
        return List.copyOf(this.units);
    }

    private void requireOpen() {
        require(!assembled(), "is assembled");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException("The package of " + this.releaseKey + " " + otherwise);
        }
    }

    private static void addIf(boolean condition, String text, List<String> list) {
        if (condition) {
            list.add(text);
        }
    }

}
