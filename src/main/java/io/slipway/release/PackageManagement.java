package io.slipway.release;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InvalidInputException;
import io.slipway.workflow.WorkItemManagement;

import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packages of releases: units delivered and removed, the package described and assembled.
 * Role and separation of duties are judged before, where the work item is completed; for
 * what is added to a package outside of its step, they are judged here.
 */
@Service
@Transactional
public class PackageManagement {

    private static final int MOST_UNITS = 200;

    private static final String BUILDERS = "hasAnyAuthority('build-engineer', 'release-manager')";

    private static final String STEP = "release/deliver-units";

    private final ReleaseStore store;

    private final UnitRules rules;

    private final SeparationOfDuties duties;

    private final WorkItemManagement workItems;

    private final MessageSource messages;

    private final CurrentActor currentActor;

    private final Clock clock;

    PackageManagement(ReleaseStore store, UnitRules rules, SeparationOfDuties duties, WorkItemManagement workItems,
            MessageSource messages, CurrentActor currentActor, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.duties = duties;
        this.workItems = workItems;
        this.messages = messages;
        this.currentActor = currentActor;
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
        String builder = builder(release);
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
        List<String> missing = release.assemble(this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                this.store.get(key)
                    .content()
                    .documents()
                    .stream()
                    .map(PackageDocument::kind)
                    .collect(Collectors.toSet()));
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

    /**
     * Begins to change what belongs to a package besides its units: nobody else changes
     * the release until the transaction ends, and whoever acts has built the package.
     * Refuses everybody but build engineers and release managers, a build engineer where
     * the step "Deliver units" is another person's, a release that is not being built,
     * and whoever has signed off its validation.
     * @param key the release's key
     * @return the release as it is
     */
    @PreAuthorize(BUILDERS)
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseDetails beginChange(String key) {
        ReleaseDetails before = this.store.get(key);
        Optional<String> holder = holder(before);
        if (holder.isPresent()) {
            throw new AccessDeniedException(
                    this.messages.getMessage("release.package.taken", new Object[] { holder.get() }, Locale.ENGLISH));
        }
        Release release = building(before.key());
        builder(release);
        this.store.store(release);
        return this.store.get(release.key());
    }

    /**
     * Refuses a release whose package is not being built, in words that say why.
     * @param release the release
     */
    public void requireChangeable(ReleaseDetails release) {
        if (!release.open() || release.phase() != Phase.BUILD) {
            throw closed(release.open(), release.phase());
        }
    }

    /**
     * Tells whether the current actor may change what belongs to a package now.
     * @param release the release
     * @return whether {@link #beginChange} would allow it
     */
    @Transactional(readOnly = true)
    public boolean mayChange(ReleaseDetails release) {
        Set<Role> roles = this.currentActor.get().roles();
        return release.open() && release.phase() == Phase.BUILD
                && (roles.contains(Role.BUILD_ENGINEER) || roles.contains(Role.RELEASE_MANAGER))
                && holder(release).isEmpty();
    }

    /**
     * The role in which the current actor changes a package.
     * @return build engineer, or release manager for those who are no build engineer
     */
    public Role role() {
        return this.currentActor.get().has(Role.BUILD_ENGINEER) ? Role.BUILD_ENGINEER : Role.RELEASE_MANAGER;
    }

    /** Who else has the step, where that keeps the current actor from building. */
    private Optional<String> holder(ReleaseDetails release) {
        if (this.currentActor.get().has(Role.RELEASE_MANAGER)) {
            return Optional.empty();
        }
        return this.workItems.openOf(release.key())
            .stream()
            .filter((item) -> item.form().equals(STEP))
            .flatMap((item) -> Optional.ofNullable(item.assignee()).stream())
            .filter((assignee) -> !assignee.equals(this.currentActor.get().userName()))
            .findFirst();
    }

    private String builder(Release release) {
        String builder = this.currentActor.get().userName();
        if (!this.duties.hasPerformed(release.key(), Duty.BUILD_PACKAGE, builder)) {
            this.duties.perform(release.key(), Duty.BUILD_PACKAGE, null, builder);
        }
        return builder;
    }

    private Release building(String key) {
        Release release = this.store.load(key);
        if (release.phase() != Phase.BUILD || release.status() != ReleaseStatus.OPEN) {
            throw closed(release.status() == ReleaseStatus.OPEN, release.phase());
        }
        return release;
    }

    private static InvalidInputException closed(boolean open, Phase phase) {
        return new InvalidInputException("",
                (open && phase.compareTo(Phase.BUILD) > 0) ? "release.package.frozen" : "release.package.closed");
    }

}
