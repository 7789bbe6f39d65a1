package io.slipway.planning.template;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.planning.CurrentPlans;
import io.slipway.planning.plan.Plan;
import io.slipway.planning.plan.PlanParts;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Templates of plans: release managers save the plan of a release as one, renew and
 * retire it; everybody reads them. A version never changes, so that a release can be held
 * against what it began with.
 */
@Service
@Transactional
public class TemplateManagement {

    private static final String MANAGER = "hasAuthority('release-manager')";

    private static final String KIND = "plan-template";

    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_NOTE = 500;

    private static final int MOST_SERVICES = 20;

    private static final int MOST_OFFERED = 8;

    private static final int MOST_VERSIONS = 20;

    private final TemplateStore store;

    private final CurrentPlans plans;

    private final Journal journal;

    TemplateManagement(TemplateStore store, CurrentPlans plans, Journal journal) {
        this.store = store;
        this.plans = plans;
        this.journal = journal;
    }

    /**
     * Saves the plan of a release as a new template. Its name, scope, times and
     * dependencies are left out, since they hold for one release only. Refuses everybody
     * but release managers, an unknown release, a name that is missing, too long or
     * taken, placeholders, and no service or more than twenty.
     * @param key the release's key, in either case
     * @param note what it is good for, at most 500 characters
     * @return the template's number
     */
    @PreAuthorize(MANAGER)
    public long save(String key, String name, String note, List<String> services) {
        InputCheck check = new InputCheck();
        String called = check.required("name", name, LONGEST_NAME, "planning.template.name.missing");
        check.meaningful("name", called);
        String said = check.optional("note", note, LONGEST_NOTE);
        check.meaningful("note", said);
        check.refuseIf(services.isEmpty(), "services", "planning.template.services.missing");
        check.refuseIf(services.size() > MOST_SERVICES, "services", "release.services.too-many", MOST_SERVICES);
        check.refuseIf(services.stream().anyMatch((one) -> one.length() > 80), "services", "release.services.too-long",
                80);
        check.refuseIf(check.sound("name") && this.store.named(called), "name", "planning.template.name.taken", called);
        check.finish();
        long id = this.store.insert(called, said, services);
        this.store.insert(id, version(key, 1, said));
        record("plan-template.saved", id, Map.of("name", called, "services", services, "release", key));
        return id;
    }

    /**
     * Makes the plan of a release the newest version of a template. Refuses everybody but
     * release managers, an unknown or retired template, a note that is missing or too
     * long, and a plan in which nothing differs.
     * @param key the release's key, in either case
     * @param note why there is a new version, at most 500 characters
     */
    @PreAuthorize(MANAGER)
    public void renew(long id, String key, String note) {
        String why = InputCheck.text("note", note, LONGEST_NOTE, "planning.template.note.missing");
        PlanTemplate template = active(id);
        TemplateVersion before = newest(template);
        TemplateVersion after = version(key, template.version() + 1, why);
        if (after.plan().equals(before.plan())) {
            throw new InvalidInputException("template", "planning.template.same", template.name());
        }
        this.store.insert(id, after);
        record("plan-template.renewed", id, Map.of("version", after.version(), "release", key, "note", why));
    }

    /**
     * Takes a template out of use; releases keep what they began with. Refuses everybody
     * but release managers, an unknown or retired template, and a missing reason.
     * @param reason why, at most 500 characters
     */
    @PreAuthorize(MANAGER)
    public void retire(long id, String reason) {
        String why = InputCheck.text("reason", reason, LONGEST_NOTE, "planning.template.reason.missing");
        active(id);
        this.store.retire(id, this.journal.act().at());
        this.journal.record(JournalEntry.of("plan-template.retired", KIND, Long.toString(id))
            .as(Role.RELEASE_MANAGER)
            .because(why));
    }

    /** Notes that a release began with the newest version of a template. */
    @PreAuthorize(MANAGER)
    public void use(String key, PlanTemplate template) {
        this.store.use(key, template.id(), template.version());
        this.journal.record(JournalEntry.ofRelease("plan-template.used", key)
            .as(Role.RELEASE_MANAGER)
            .with(Map.of("template", template.name(), "version", template.version())));
    }

    /** A template. Refuses an unknown number, with a {@code NotFoundException}. */
    @Transactional(readOnly = true)
    public PlanTemplate get(long id) {
        return this.store.find(id, false).orElseThrow(() -> new NotFoundException("template", Long.toString(id)));
    }

    /**
     * The templates in use, or those retired, the newest first.
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<PlanTemplate> list(boolean retired, String from) {
        return this.store.list(retired, from);
    }

    /** What to begin with: templates of some services first, then the newest others. */
    @Transactional(readOnly = true)
    public List<PlanTemplate> offers(Collection<String> services) {
        return this.store.offers(services.stream().limit(MOST_SERVICES).toList(), MOST_OFFERED);
    }

    /** The newest version of a template. */
    @Transactional(readOnly = true)
    public TemplateVersion newest(PlanTemplate template) {
        return this.store.versions(template.id(), template.version() + 1L, 1).get(0);
    }

    /** The twenty newest versions, the newest first. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> versions(long id) {
        return this.store.versions(id, Integer.MAX_VALUE, MOST_VERSIONS);
    }

    /**
     * The releases that began with a template, the newest first.
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<Use> uses(long id, String from) {
        return this.store.uses(id, from);
    }

    /** The template that a release began with. */
    @Transactional(readOnly = true)
    public Optional<PlanTemplate> usedBy(String key) {
        return this.store.usedBy(key);
    }

    private PlanTemplate active(long id) {
        return this.store.find(id, true)
            .filter(PlanTemplate::active)
            .orElseThrow(() -> new InvalidInputException("template", "planning.template.retired"));
    }

    private TemplateVersion version(String key, int number, String note) {
        Plan plan = this.plans.of(key).plan();
        Act act = this.journal.act();
        return new TemplateVersion(number, PlanYaml.write(PlanParts.general(plan)), minutes(plan.times()), note,
                this.plans.of(key).key(), act.by(), act.at());
    }

    private static @Nullable Integer minutes(Plan.Times times) {
        Instant start = times.plannedStart();
        Instant end = times.plannedEnd();
        return (start != null && end != null && end.isAfter(start)) ? (int) Duration.between(start, end).toMinutes()
                : null;
    }

    private void record(String action, long id, Map<String, ?> values) {
        this.journal.record(JournalEntry.of(action, KIND, Long.toString(id)).as(Role.RELEASE_MANAGER).with(values));
    }

    /**
     * A release that began with a template.
     *
     * @param id its place in the list
     * @param version the version that it began with
     */
    public record Use(long id, int version, String key, String name, Phase phase, ReleaseStatus status) {
    }

}
