package io.slipway.release;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.ui.InvalidInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packages of releases: units delivered and removed, the package described and assembled.
 * Role and separation of duties are judged before, where the work item is completed.
 */
@Service
@Transactional
public class PackageManagement {

    private static final int MOST_UNITS = 200;

    private final ReleaseStore store;

    private final UnitRules rules;

    private final SeparationOfDuties duties;

    private final CurrentActor actor;

    private final Clock clock;

    PackageManagement(ReleaseStore store, UnitRules rules, SeparationOfDuties duties, CurrentActor actor, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.duties = duties;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Delivers a unit. Whoever does has built the package, also if somebody else delivers
     * the whole of it in the end. Refuses a release outside its build phase, a malformed
     * address, digest or commit, a commit time in the future, and a name or digest that
     * another unit of the release has.
     * @param key the release's key
     * @param delivery the unit
     */
    public void deliverUnit(String key, UnitDelivery delivery) {
        UnitDelivery unit = this.rules.normal(delivery);
        Release release = building(key);
        this.rules.checkNew(unit, release.units());
        if (release.units().size() >= MOST_UNITS) {
            throw new InvalidInputException("", "release.unit.too-many", MOST_UNITS);
        }
        String builder = this.actor.get().userName();
        if (!this.duties.hasPerformed(release.key(), Duty.BUILD_PACKAGE, builder)) {
            this.duties.perform(release.key(), Duty.BUILD_PACKAGE, null, builder);
        }
        release.deliver(new ReleaseUnit(unit, builder, this.clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        this.store.store(release);
        this.store.record(JournalEntry.ofRelease("unit.delivered", key)
            .as(Role.BUILD_ENGINEER)
            .with(Map.of("name", unit.name(), "version", unit.version(), "artifact", unit.artifact(), "digest",
                    unit.digest(), "commit", unit.commit(), "committedAt", unit.committedAt().toString())));
    }

    /**
     * Removes a unit. Refuses a release outside its build phase, and a unit that is not
     * (or no longer) among its units.
     * @param key the release's key
     * @param id the unit's id
     */
    public void removeUnit(String key, long id) {
        Release release = building(key);
        ReleaseUnit unit = release.units()
            .stream()
            .filter((delivered) -> delivered.hasId(id))
            .findFirst()
            .orElseThrow(() -> new InvalidInputException("", "release.unit.gone"));
        release.remove(unit);
        this.store.store(release);
        this.store.recordChange("unit.removed", key, Map.of("name", unit.name(), "digest", unit.digest()), Map.of());
    }

    /**
     * Says where the documentation and the scripts of the package are. Refuses a release
     * outside its build phase, and a malformed address.
     * @param key the release's key
     * @param documentation address of the documentation, may be empty while building
     * @param scripts address of the deployment scripts, may be empty while building
     */
    public void describePackage(String key, String documentation, String scripts) {
        this.rules.checkAddress("documentation", documentation);
        this.rules.checkAddress("scripts", scripts);
        Release release = building(key);
        ReleasePackage before = this.store.get(key).content();
        if (before.documentation().equals(documentation) && before.scripts().equals(scripts)) {
            return;
        }
        release.describePackage(documentation, scripts);
        this.store.store(release);
        this.store.recordChange("package.described", key,
                Map.of("documentation", before.documentation(), "scripts", before.scripts()),
                Map.of("documentation", documentation, "scripts", scripts));
    }

    /**
     * Assembles the package and says what it lacks. Refuses a release outside its build
     * phase.
     * @param key the release's key
     * @return what is missing, as message keys; empty if the package is complete
     */
    public List<String> assemble(String key) {
        Release release = building(key);
        List<String> missing = release.assemble(this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        this.store.store(release);
        int units = release.units().size();
        if (missing.isEmpty()) {
            this.store.record(JournalEntry.ofRelease("package.assembled", key).with(Map.of("units", units)));
            this.store.publish(new PackageAssembled(key, units));
        }
        else {
            this.store.record(JournalEntry.ofRelease("package.incomplete", key).with(Map.of("missing", missing)));
        }
        return missing;
    }

    private Release building(String key) {
        Release release = this.store.load(key);
        if (release.phase() != Phase.BUILD || release.status() != ReleaseStatus.OPEN) {
            throw new InvalidInputException("", "release.package.closed");
        }
        return release;
    }

}
