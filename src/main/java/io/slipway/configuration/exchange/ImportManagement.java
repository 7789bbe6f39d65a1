package io.slipway.configuration.exchange;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemCause;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.KeyPage;
import io.slipway.ui.NotFoundException;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports items from files in two steps: what was uploaded is kept and shown as what it
 * would change; confirming that applies it, all or nothing, if the register is still as
 * it was when the person looked.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('configuration-manager')")
public class ImportManagement {

    /** The largest file, in MiB. */
    public static final int MOST_MIB = 5;

    /** The most rows or components of a file. */
    public static final int MOST_ROWS = 5000;

    private static final int BATCH = 50;

    private static final TypeReference<List<ProposedItem>> ROWS = new TypeReference<>() {
    };

    private final ImportPlanner planner;

    private final ConfigurationManagement configuration;

    private final RelationManagement relations;

    private final JdbcClient database;

    private final EntityManager entities;

    private final ObjectMapper json;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    ImportManagement(ImportPlanner planner, ConfigurationManagement configuration, RelationManagement relations,
            JdbcClient database, EntityManager entities, ObjectMapper json, CurrentActor currentActor, Journal journal,
            Clock clock) {
        this.planner = planner;
        this.configuration = configuration;
        this.relations = relations;
        this.database = database;
        this.entities = entities;
        this.json = json;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps an uploaded CSV file; nothing of it is applied yet. Refuses, at the field
     * {@code file}, one that is too large, is no CSV, has unknown columns, or has more
     * than {@value #MOST_ROWS} rows.
     * @param fileName what it is called
     * @param content the file
     * @return the number of the import
     */
    public long uploadCsv(String fileName, byte[] content) {
        bounded(content);
        return save(fileName, ItemImport.Format.CSV, CsvItems.read(new ByteArrayInputStream(content), MOST_ROWS));
    }

    /**
     * Keeps an uploaded bill of materials; nothing of it is applied yet. Refuses, at the
     * field {@code file}, one that is too large, is no CycloneDX, or has more than
     * {@value #MOST_ROWS} components.
     * @param fileName what it is called
     * @param content the file, JSON or XML
     * @param root key of the item that contains the components; empty for the component
     * that the bill is of
     * @param owner user name of who answers for new components; blank for whoever uploads
     * @return the number of the import
     */
    public long uploadBom(String fileName, byte[] content, String root, String owner) {
        bounded(content);
        Map<Column, String> defaults = new EnumMap<>(Column.class);
        defaults.put(Column.OWNER, owner.isBlank() ? this.currentActor.get().userName() : owner.strip());
        defaults.put(Column.CRITICALITY, "LOW");
        return save(fileName, ItemImport.Format.CYCLONEDX,
                BomItems.read(content, root.strip().toLowerCase(Locale.ROOT), defaults, MOST_ROWS));
    }

    /**
     * Finds an import. Refuses an unknown one.
     * @param id its number
     * @return what is known of it
     */
    @Transactional(readOnly = true)
    public ItemImport get(long id) {
        return this.database.sql("select * from item_imports where id = ?")
            .param(id)
            .query(ImportManagement::read)
            .optional()
            .orElseThrow(() -> new NotFoundException("import", Long.toString(id)));
    }

    /**
     * What a waiting import would do with the register as it is now.
     * @param id its number
     * @return the plan
     */
    @Transactional(readOnly = true)
    public ImportPlan plan(long id) {
        return ImportPlan.of(id, steps(id).stream().map(ImportPlanner.Step::row).toList());
    }

    /**
     * The last imports.
     * @return at most {@value KeyPage#SIZE}, newest first
     */
    @Transactional(readOnly = true)
    public List<ItemImport> latest() {
        return this.database.sql("select * from item_imports order by id desc limit ?")
            .param(KeyPage.SIZE)
            .query(ImportManagement::read)
            .list();
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
        end(id, ItemImport.State.APPLIED);
        ImportPlan plan = ImportPlan.of(id, steps.stream().map(ImportPlanner.Step::row).toList());
        if (!plan.token().equals(token)) {
            throw new InvalidInputException("", "configuration.import.moved");
        }
        if (!plan.applicable()) {
            throw new InvalidInputException("", "configuration.import.not-applicable");
        }
        ItemCause cause = new ItemCause("item.changed", "Import " + id + ": " + waiting.fileName(), null);
        int written = 0;
        for (ImportPlanner.Step step : steps) {
            if (step.row().action() != ImportRow.Action.UNCHANGED) {
                this.configuration.write(step.item().key(), Objects.requireNonNull(step.profile()), step.status(),
                        cause);
                if (++written % BATCH == 0) {
                    this.entities.flush();
                    this.entities.clear();
                }
            }
        }
        for (ImportPlanner.Step step : steps) {
            if (!step.relations().equals(step.relationsBefore())) {
                this.relations.replace(step.item().key(), step.relations(), cause);
            }
        }
        long added = plan.count(ImportRow.Action.NEW);
        long changed = plan.count(ImportRow.Action.CHANGED);
        this.database.sql("update item_imports set added = ?, changed = ? where id = ?")
            .params(added, changed, id)
            .update();
        this.journal.record(JournalEntry.of("items.imported", "import", Long.toString(id))
            .as(Role.CONFIGURATION_MANAGER)
            .with(Map.of("file", waiting.fileName(), "rows", waiting.rows(), "added", added, "changed", changed)));
    }

    /**
     * Throws a waiting import away.
     * @param id its number
     */
    public void discard(long id) {
        get(id);
        end(id, ItemImport.State.DISCARDED);
    }

    /** One statement decides who ends it: whoever comes second is refused. */
    private void end(long id, ItemImport.State state) {
        int ended = this.database.sql("""
                update item_imports set state = ?, ended_by = ?, ended_at = ?, content = ''
                 where id = ? and state = 'WAITING'""")
            .params(state.name(), this.currentActor.get().userName(), now(), id)
            .update();
        if (ended == 0) {
            throw new InvalidInputException("", "configuration.import.over");
        }
    }

    private List<ImportPlanner.Step> steps(long id) {
        String content = this.database.sql("select content from item_imports where id = ? and state = 'WAITING'")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new InvalidInputException("", "configuration.import.over"));
        try {
            return this.planner.plan(this.json.readValue(content, ROWS));
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("The import " + id + " holds what are no rows", ex);
        }
    }

    private long save(String fileName, ItemImport.Format format, List<ProposedItem> rows) {
        try {
            String name = fileName.replaceAll("\\p{Cntrl}", "").strip();
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            this.database.sql("""
                    insert into item_imports (file_name, format, content, row_count, state, uploaded_by, uploaded_at)
                    values (?, ?, ?, ?, 'WAITING', ?, ?)""")
                .params(name.substring(0, Math.min(name.length(), 200)), format.name(),
                        this.json.writeValueAsString(rows), rows.size(), this.currentActor.get().userName(), now())
                .update(id, "id");
            return Objects.requireNonNull(id.getKey()).longValue();
        }
        catch (JsonProcessingException ex) {
            throw new IllegalArgumentException("These rows cannot be written", ex);
        }
    }

    private static void bounded(byte[] content) {
        if (content.length == 0) {
            throw new InvalidInputException("file", "configuration.import.missing");
        }
        if (content.length > MOST_MIB * 1024 * 1024) {
            throw new InvalidInputException("file", "configuration.import.large", MOST_MIB);
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(this.clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static ItemImport read(ResultSet row, int number) throws SQLException {
        LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
        return new ItemImport(row.getLong("id"), row.getString("file_name"),
                ItemImport.Format.valueOf(row.getString("format")), row.getInt("row_count"),
                ItemImport.State.valueOf(row.getString("state")), row.getString("uploaded_by"),
                row.getObject("uploaded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("ended_by"),
                (ended != null) ? ended.toInstant(ZoneOffset.UTC) : null, row.getInt("added"), row.getInt("changed"));
    }

}
