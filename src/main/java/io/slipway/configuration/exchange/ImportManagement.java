package io.slipway.configuration.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import io.slipway.configuration.ItemBatchManagement;
import io.slipway.configuration.ItemCause;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.configuration.relation.RelationRef;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports items from files, all or nothing. People do it in two steps: what was uploaded
 * is kept and shown as what it would change; confirming that applies it, if the register
 * is still as it was when the person looked. Tools do it in one, and may ask first what
 * would happen.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('configuration-manager')")
public class ImportManagement {

    /** The largest file, in MiB. */
    public static final int MOST_MIB = 5;

    /** The most rows or components of a file. */
    public static final int MOST_ROWS = 5000;

    private final ImportPlanner planner;

    private final ItemBatchManagement items;

    private final RelationManagement relations;

    private final ImportStore imports;

    private final Journal journal;

    ImportManagement(ImportPlanner planner, ItemBatchManagement items, RelationManagement relations,
            ImportStore imports, Journal journal) {
        this.planner = planner;
        this.items = items;
        this.relations = relations;
        this.imports = imports;
        this.journal = journal;
    }

    /**
     * Keeps an uploaded file; nothing of it is applied yet. Refuses, at the field
     * {@code file}, one that is too large, is no CSV in UTF-8 or no CycloneDX, has no
     * columns that are known, or has more than {@value #MOST_ROWS} rows or components.
     * @return the number of the import
     */
    public long upload(ImportFile file) {
        Act act = this.journal.act();
        return this.imports.save(file, file.rows(act.by()), act);
    }

    /**
     * Imports a file in one go. Writes nothing if a row is refused, if nothing would
     * change, or if it is only asked what would happen; the plan says which. Refuses what
     * {@link #upload} refuses.
     * @param dryRun whether it is only asked
     * @return what each row does, and the number of the import if it was applied
     */
    public ImportOutcome run(ImportFile file, boolean dryRun) {
        Act act = this.journal.act();
        ProposedItems rows = file.rows(act.by());
        List<ImportPlanner.Step> steps = this.planner.plan(rows.items());
        ImportPlan plan = plan(0, steps);
        if (dryRun || !plan.applicable()) {
            return new ImportOutcome(plan, rows.passedOver(), null);
        }
        long id = this.imports.save(file, rows, act);
        write(get(id), steps, plan);
        return new ImportOutcome(plan, rows.passedOver(), id);
    }

    /**
     * Finds an import. Refuses an unknown one.
     * @param id its number
     * @return what is known of it
     */
    @Transactional(readOnly = true)
    public ItemImport get(long id) {
        return this.imports.find(id).orElseThrow(() -> new NotFoundException("import", Long.toString(id)));
    }

    /**
     * What a waiting import would do with the register as it is now.
     * @param id its number
     */
    @Transactional(readOnly = true)
    public ImportPlan plan(long id) {
        return plan(id, steps(id));
    }

    /**
     * The last imports.
     * @return at most {@value KeyPage#SIZE}, newest first
     */
    @Transactional(readOnly = true)
    public List<ItemImport> latest() {
        return this.imports.latest();
    }

    /**
     * Applies an import, all of it. Refuses one that was applied or thrown away, one with
     * a refused row, and a register that changed since the person looked.
     * @param id its number
     * @param token of the {@link #plan} that the person saw
     */
    public void apply(long id, String token) {
        ItemImport waiting = get(id);
        List<ImportPlanner.Step> steps = steps(id);
        ImportPlan plan = plan(id, steps);
        if (!plan.token().equals(token)) {
            throw new InvalidInputException("", "configuration.import.moved");
        }
        if (!plan.applicable()) {
            throw new InvalidInputException("", "configuration.import.not-applicable");
        }
        write(waiting, steps, plan);
    }

    /**
     * Throws a waiting import away.
     * @param id its number
     */
    public void discard(long id) {
        end(get(id), ItemImport.State.DISCARDED);
    }

    private void write(ItemImport waiting, List<ImportPlanner.Step> steps, ImportPlan plan) {
        end(waiting, ItemImport.State.APPLIED);
        ItemCause cause = new ItemCause("item.changed", "Import " + waiting.id() + ": " + waiting.fileName(), null);
        this.items.write(steps.stream()
            .filter((step) -> step.row().action() != ImportRow.Action.UNCHANGED)
            .map(ImportPlanner.Step::write)
            .toList(), cause);
        Map<String, SortedSet<RelationRef>> related = new LinkedHashMap<>();
        steps.stream()
            .filter((step) -> !step.relations().equals(step.relationsBefore()))
            .forEach((step) -> related.put(step.item().key(), step.relations()));
        this.relations.replace(related, cause);
        long added = plan.count(ImportRow.Action.NEW);
        long changed = plan.count(ImportRow.Action.CHANGED);
        this.imports.count(waiting.id(), added, changed);
        this.journal.record(JournalEntry.of("items.imported", "import", Long.toString(waiting.id()))
            .as(Role.CONFIGURATION_MANAGER)
            .with(Map.of("file", waiting.fileName(), "rows", waiting.rows(), "added", added, "changed", changed)));
    }

    private void end(ItemImport waiting, ItemImport.State state) {
        if (!this.imports.end(waiting.id(), state, this.journal.act())) {
            throw new InvalidInputException("", "configuration.import.over");
        }
    }

    private List<ImportPlanner.Step> steps(long id) {
        return this.planner
            .plan(this.imports.rows(id).orElseThrow(() -> new InvalidInputException("", "configuration.import.over")));
    }

    private static ImportPlan plan(long id, List<ImportPlanner.Step> steps) {
        return ImportPlan.of(id, steps.stream().map(ImportPlanner.Step::row).toList());
    }

}
