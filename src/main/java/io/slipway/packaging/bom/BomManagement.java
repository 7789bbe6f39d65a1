package io.slipway.packaging.bom;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.configuration.exchange.Bom;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bills of materials of release units. A bill belongs to the artifact, so one that is
 * part of many releases has one bill; everybody reads it. It is read outside of any
 * transaction, and kept as a whole or not at all.
 */
@Service
public class BomManagement {

    private final BomStore boms;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Journal journal;

    private final ReadOnce once;

    private final TransactionTemplate writing;

    BomManagement(BomStore boms, ReleaseManagement releases, PackageManagement packages, Journal journal, ReadOnce once,
            PlatformTransactionManager transactions) {
        this.boms = boms;
        this.releases = releases;
        this.packages = packages;
        this.journal = journal;
        this.once = once;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Delivers the bill of materials of a unit, in the place of the one that it had. The
     * same file again changes nothing. Whoever delivers it has built the package. Refuses
     * everybody whom {@link PackageManagement#beginChange} refuses, a release that is not
     * being built, an unknown unit, what {@link Bom#read} refuses, and another bill for
     * an artifact that is part of a release which relies on the one it has.
     * @param file CycloneDX 1.2 to 1.7, JSON or XML
     * @return whether the unit had no bill before
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
    public boolean deliver(String key, long unitId, byte[] file) {
        ReleaseDetails before = this.releases.get(key);
        this.packages.requireChangeable(before);
        this.packages.get(before.key()).unit(unitId);
        Bom bom = Bom.read(file);
        Boolean fresh = this.writing.execute((status) -> keep(before.key(), unitId, bom, file));
        return Boolean.TRUE.equals(fresh);
    }

    private boolean keep(String key, long unitId, Bom bom, byte[] file) {
        String fileDigest = DigestUtils.sha256Hex(file);
        if (this.boms.find(this.packages.get(key).unit(unitId).digest())
            .filter((known) -> known.fileDigest().equals(fileDigest))
            .isPresent()) {
            return false;
        }
        ReleaseUnitDetails unit = this.packages.beginChange(key).unit(unitId);
        Optional<BomSummary> known = this.boms.find(unit.digest());
        if (known.isPresent()) {
            this.boms.reliant(unit.digest(), key).ifPresent((other) -> {
                throw new InvalidInputException("file", "release.bom.relied-on", other);
            });
        }
        this.boms.replace(unit.digest(), bom, file, fileDigest, this.journal.act());
        Map<String, Object> after = new HashMap<>();
        after.put("unit", unit.name());
        after.put("digest", unit.digest());
        after.put("file", fileDigest);
        after.put("components", bom.components().size());
        Map<String, Object> was = new HashMap<>();
        known.ifPresent((one) -> {
            was.put("file", one.fileDigest());
            was.put("components", one.components());
        });
        this.journal
            .record(JournalEntry.ofRelease("unit.bill-delivered", key).as(this.packages.role()).change(was, after));
        return known.isEmpty();
    }

    /**
     * The bills of all units of a release.
     * @return those that there are, by digest of the unit
     */
    public Map<String, BomSummary> of(ReleaseDetails release) {
        return this.once.of("boms", release.key(),
                () -> this.boms.find(this.packages.get(release.key()).digests())
                    .stream()
                    .collect(Collectors.toMap(BomSummary::digest, Function.identity())));
    }

    /**
     * The bill of a unit.
     * @return its bill, if it has one
     */
    public Optional<BomSummary> of(ReleaseUnitDetails unit) {
        return this.boms.find(unit.digest());
    }

    /**
     * A page of the components of a bill.
     * @param from the cursor of the page before, empty for the first page
     */
    public KeyPage<UsedComponent> components(BomSummary bom, String from) {
        int after = from.matches("\\d{1,9}") ? Integer.parseInt(from) : 0;
        return KeyPage.of(this.boms.components(bom.id(), after, KeyPage.size() + 1),
                (component) -> Integer.toString(component.place()));
    }

    /**
     * How a unit differs from the one of the same name in the release of the same
     * services before it.
     * @return the difference; nothing if there is no such release or no such unit
     */
    public Optional<BomDifference> difference(ReleaseDetails release, ReleaseUnitDetails unit) {
        Optional<ReleaseDetails> former = this.releases.former(release);
        Optional<ReleaseUnitDetails> old = former.flatMap((one) -> this.packages.get(one.key()).unit(unit.name()));
        if (old.isEmpty()) {
            return Optional.empty();
        }
        String key = former.orElseThrow().key();
        Map<String, BomSummary> both = this.boms.find(List.of(old.get().digest(), unit.digest()))
            .stream()
            .collect(Collectors.toMap(BomSummary::digest, Function.identity()));
        BomSummary before = both.get(old.get().digest());
        if (before == null) {
            return Optional.of(new BomDifference(key, old.get().version(), false, List.of()));
        }
        List<ComponentChange> changes = BomDifference.between(all(before),
                all(Objects.requireNonNull(both.get(unit.digest()), "The unit has no bill")));
        return Optional.of(new BomDifference(key, old.get().version(), true, changes));
    }

    private List<UsedComponent> all(BomSummary bom) {
        return this.boms.components(bom.id(), 0, Bom.MOST_COMPONENTS);
    }

    /** The file as it was sent. */
    public InputStream file(BomSummary bom) {
        return this.boms.file(bom.id());
    }

}
