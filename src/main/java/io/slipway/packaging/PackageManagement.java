package io.slipway.packaging;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Duty;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.identity.SeparationOfDuties;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.Phase;
import io.slipway.release.PhaseBegun;
import io.slipway.release.ReleaseChange;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItems;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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

    private static final String STEP = "packaging/deliver-units";

    private final PackageStore store;

    private final UnitRules rules;

    private final AddressRules addresses;

    private final AddressRows addressRows;

    private final AddressFacts addressFacts;

    private final ReleaseManagement releases;

    private final CurrentPlans plans;

    private final SeparationOfDuties duties;

    private final WorkItems workItems;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Messages messages;

    private final CurrentActor currentActor;

    private final ReadOnce once;

    PackageManagement(PackageStore store, UnitRules rules, AddressRules addresses, AddressRows addressRows,
            AddressFacts addressFacts, ReleaseManagement releases, CurrentPlans plans, SeparationOfDuties duties,
            WorkItems workItems, Journal journal, ApplicationEventPublisher events, Messages messages,
            CurrentActor currentActor, ReadOnce once) {
        this.store = store;
        this.rules = rules;
        this.addresses = addresses;
        this.addressRows = addressRows;
        this.addressFacts = addressFacts;
        this.releases = releases;
        this.plans = plans;
        this.duties = duties;
        this.workItems = workItems;
        this.journal = journal;
        this.events = events;
        this.messages = messages;
        this.currentActor = currentActor;
        this.once = once;
    }

    /**
     * The package of a release, empty where nothing was built yet.
     * @param key the release's key, as stored
     */
    @Transactional(readOnly = true)
    public PackageDetails get(String key) {
        return this.once.of("package", key, () -> this.store.get(key));
    }

    /**
     * Delivers a unit. Whoever does has built the package, also if somebody else delivers
     * the whole of it in the end. Refuses a release outside its build phase, what is
     * missing or too long, a malformed address, digest or commit, a commit time in the
     * future, and a name or digest that another unit of the release has.
     */
    public void deliverUnit(String key, UnitDelivery delivery) {
        UnitDelivery unit = this.rules.normal(delivery);
        Building building = building(key);
        ReleasePackage content = building.content();
        this.rules.checkNew(unit, content.units());
        if (content.units().size() >= MOST_UNITS) {
            throw new InvalidInputException("", "release.unit.too-many", MOST_UNITS);
        }
        content.deliver(new ReleaseUnit(unit, builder(building.key()), now()));
        store(building);
        this.journal.record(JournalEntry.ofRelease("unit.delivered", building.key())
            .as(Role.BUILD_ENGINEER)
            .with(Map.of("name", unit.name(), "version", unit.version(), "artifact", unit.artifact(), "digest",
                    unit.digest(), "commit", unit.commit(), "committedAt", String.valueOf(unit.committedAt()))));
    }

    /**
     * Removes a unit. Refuses a release outside its build phase, and a unit that is not
     * (or no longer) among its units.
     * @param id the unit's id
     */
    public void removeUnit(String key, long id) {
        Building building = building(key);
        ReleaseUnit unit = building.content()
            .units()
            .stream()
            .filter((delivered) -> delivered.hasId(id))
            .findFirst()
            .orElseThrow(() -> new InvalidInputException("", "release.unit.gone"));
        building.content().remove(unit);
        store(building);
        this.journal.record(JournalEntry.ofRelease("unit.removed", building.key())
            .change(Map.of("name", unit.name(), "digest", unit.digest()), Map.of()));
    }

    /**
     * Says where the documentation and the scripts of the package are. Refuses a release
     * outside its build phase, an address without a host, one whose host is kept for
     * examples, one that names a thing of the other kind, and the same for both.
     * @param documentation address of the documentation, may be empty while building
     * @param scripts address of the deployment scripts, may be empty while building
     */
    public void describePackage(String key, String documentation, String scripts) {
        InputCheck check = new InputCheck();
        String papers = this.addresses.documentation(documentation, check);
        String programs = this.addresses.scripts(scripts, check);
        this.addresses.apart(papers, programs, check);
        check.finish();
        Building building = building(key);
        ReleasePackage content = building.content();
        Map<String, String> before = Map.of("documentation", content.documentation(), "scripts", content.scripts());
        Map<String, String> after = Map.of("documentation", papers, "scripts", programs);
        if (!before.equals(after)) {
            content.describe(papers, programs);
            store(building);
            this.addressRows.name(building.key(), DocumentKind.DOCUMENTATION, papers, now());
            this.addressRows.name(building.key(), DocumentKind.SCRIPTS, programs, now());
            this.journal.record(JournalEntry.ofRelease("package.described", building.key()).change(before, after));
        }
    }

    /**
     * What the package lacks to be complete, as it now stands.
     * @param key the release's key, as stored
     * @return message keys; empty if it is complete
     */
    @Transactional(readOnly = true)
    public List<String> lacking(String key) {
        return this.store.find(key).orElseGet(() -> new ReleasePackage(key)).lacks(uploaded(key), hasWayBack(key));
    }

    /**
     * Hands the package over to be assembled. Refuses one that would be found incomplete,
     * or one of whose addresses is known to lead nowhere, each gap at its field:
     * {@code units}, {@code documentation}, {@code scripts}.
     * @param key the release's key, as stored
     */
    public void handOver(String key) {
        InputCheck check = new InputCheck();
        lacking(key).forEach((gap) -> check.refuse(gap.substring(gap.lastIndexOf('.') + 1), gap));
        this.addressFacts.unreachable(this.store.get(key))
            .forEach((one) -> check.refuse(one.kind().name().toLowerCase(Locale.ROOT), "release.address.unreachable",
                    this.addressFacts.state(one)));
        check.finish();
    }

    private Set<DocumentKind> uploaded(String key) {
        return this.store.get(key).documents().stream().map((one) -> one.kind().part()).collect(Collectors.toSet());
    }

    private boolean hasWayBack(String key) {
        return !this.plans.of(key).plan().wayBack().rollbackPlan().isBlank();
    }

    /**
     * Assembles the package and says what it lacks. Refuses a release outside its build
     * phase.
     * @return what is missing, as message keys; empty if the package is complete
     */
    public List<String> assemble(String key) {
        Building building = building(key);
        String release = building.key();
        List<String> missing = building.content().assemble(now(), uploaded(release), hasWayBack(release));
        store(building);
        int units = building.content().units().size();
        if (missing.isEmpty()) {
            this.journal.record(JournalEntry.ofRelease("package.assembled", release).with(Map.of("units", units)));
            this.events.publishEvent(new PackageAssembled(release, units));
        }
        else {
            this.journal.record(JournalEntry.ofRelease("package.incomplete", release).with(Map.of("missing", missing)));
        }
        return missing;
    }

    /**
     * Takes the package of a release apart that goes back to its plan or its build.
     * @param begun tells which phase the release enters
     */
    @EventListener
    public void takeApart(PhaseBegun begun) {
        if (begun.phase() == Phase.PLAN || begun.phase() == Phase.BUILD) {
            this.store.find(begun.key()).ifPresent((content) -> {
                content.takeApart();
                this.store.store(content);
            });
        }
    }

    /**
     * Begins to change what belongs to a package besides its units: nobody else changes
     * the release until the transaction ends, and whoever acts has built the package.
     * Refuses everybody but build engineers and release managers, a build engineer where
     * the step "Deliver units" is another person's, a release that is not being built,
     * and whoever has signed off its validation.
     */
    @PreAuthorize(BUILDERS)
    @Transactional(propagation = Propagation.MANDATORY)
    public PackageDetails beginChange(String key) {
        holder(this.releases.get(key)).ifPresent((holder) -> {
            throw new AccessDeniedException(this.messages.text("release.package.taken", holder));
        });
        Building building = building(key);
        builder(building.key());
        building.change().keep();
        return this.store.get(building.key());
    }

    /** Refuses a release whose package is not being built, in words that say why. */
    public void requireChangeable(ReleaseDetails release) {
        if (!release.open() || release.phase() != Phase.BUILD) {
            boolean frozen = release.open() && release.phase().compareTo(Phase.BUILD) > 0;
            throw new InvalidInputException("", frozen ? "release.package.frozen" : "release.package.closed");
        }
    }

    /**
     * Tells whether the current actor may change what belongs to a package now.
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

    private String builder(String release) {
        String builder = this.currentActor.get().userName();
        if (!this.duties.hasPerformed(release, Duty.BUILD_PACKAGE, builder)) {
            this.duties.perform(release, Duty.BUILD_PACKAGE, null, builder);
        }
        return builder;
    }

    private Building building(String key) {
        ReleaseChange change = this.releases.revise(key);
        requireChangeable(change.release());
        ReleasePackage content = this.store.load(change.release().key());
        if (content.assembled()) {
            throw new InvalidInputException("", "release.package.frozen");
        }
        return new Building(change, content);
    }

    private void store(Building building) {
        this.store.store(building.content());
        building.change().keep();
    }

    private Instant now() {
        return this.journal.act().at();
    }

    /** A package that is being built, and its release, which nobody else changes. */
    private record Building(ReleaseChange change, ReleasePackage content) {

        String key() {
            return this.change.release().key();
        }

    }

}
