package io.slipway.deployment.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.tool.Credentials;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.sql.KeyOrder;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps pipelines. Build engineers and deployment managers keep them; they and auditors
 * and administrators read them.
 */
@Service
@Transactional
public class Pipelines {

    /** Who keeps pipelines. */
    public static final String KEEPERS = "hasAnyAuthority('deployment-manager', 'build-engineer')";

    /** Who reads pipelines and their attempts. */
    public static final String READERS = "hasAnyAuthority('deployment-manager', 'build-engineer', 'release-manager',"
            + " 'administrator', 'auditor')";

    private static final int LONGEST = 200;

    private static final int LONGEST_PROJECT = 300;

    private static final int MOST_MINUTES = 1440;

    private static final int MOST_ENVIRONMENTS = 50;

    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    private static final KeyOrder<Pipeline> ORDER = KeyOrder.<Pipeline>ascending().text("pipeline", Pipeline::pipeline);

    private final JdbcClient jdbc;

    private final ToolAddresses addresses;

    private final Credentials credentials;

    private final Environments environments;

    private final Journal journal;

    Pipelines(JdbcClient jdbc, ToolAddresses addresses, Credentials credentials, Environments environments,
            Journal journal) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.credentials = credentials;
        this.environments = environments;
        this.journal = journal;
    }

    /** A pipeline, if it is known, retired or not. */
    @Transactional(readOnly = true)
    public Optional<Pipeline> find(String key) {
        return this.jdbc.sql("select * from pipelines where pipeline = :key")
            .param("key", key)
            .query(Pipeline.class)
            .optional();
    }

    /** Refuses an unknown one, with a {@code NotFoundException}. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Pipeline get(String key) {
        return find(key).orElseThrow(() -> new NotFoundException("pipeline", key));
    }

    /**
     * A page of the pipelines, by key.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public KeyPage<Pipeline> list(String from) {
        return ORDER.page(this.jdbc, "select * from pipelines", Clause.NONE, from, Pipeline.class);
    }

    /**
     * Keeps a new pipeline. Refuses, at the field, a key that is taken or has other signs
     * than small letters, digits and hyphens, and what {@link #change} refuses.
     */
    @PreAuthorize(KEEPERS)
    public void register(Pipeline pipeline) {
        InputCheck check = new InputCheck();
        check.refuseIf(!pipeline.pipeline().matches(KEY), "key", "deployment.pipeline.key.form");
        check(pipeline, check);
        check.finish();
        try {
            Clause
                .insert("pipelines", "pipeline", pipeline.pipeline(), "version", 0, "name", pipeline.name(), "tool",
                        pipeline.tool(), "address", pipeline.address(), "project", pipeline.project(), "workflow",
                        pipeline.workflow(), "ref", pipeline.ref(), "live_credential", pipeline.liveCredential(),
                        "rehearsal_credential", pipeline.rehearsalCredential(), "callback_credential",
                        pipeline.callbackCredential(), "expected_minutes", pipeline.expectedMinutes(), "environments",
                        Json.text(pipeline.environments()), "retired", false)
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("key", "deployment.pipeline.key.taken", pipeline.pipeline());
        }
        this.journal
            .record(JournalEntry.of("pipeline.registered", "pipeline", pipeline.pipeline()).with(values(pipeline)));
    }

    /**
     * Changes a pipeline. Refuses a missing name, tool or project, an address that the
     * portal may not reach, a credential that is not there, the same credential for both
     * kinds of run, unknown environments, and more than 1,440 minutes; with a
     * {@code StaleFormException} if somebody else changed it.
     * @param pipeline what it is to be, with the version that was shown
     */
    @PreAuthorize(KEEPERS)
    public void change(Pipeline pipeline) {
        Pipeline kept = get(pipeline.pipeline());
        InputCheck check = new InputCheck();
        check(pipeline, check);
        check.finish();
        int changed = (kept.version() != pipeline.version()) ? 0 : Clause
            .update("pipelines", "version", pipeline.version() + 1, "name", pipeline.name(), "tool", pipeline.tool(),
                    "address", pipeline.address(), "project", pipeline.project(), "workflow", pipeline.workflow(),
                    "ref", pipeline.ref(), "live_credential", pipeline.liveCredential(), "rehearsal_credential",
                    pipeline.rehearsalCredential(), "callback_credential", pipeline.callbackCredential(),
                    "expected_minutes", pipeline.expectedMinutes(), "environments", Json.text(pipeline.environments()),
                    "retired", pipeline.retired())
            .where(Clause.equal("pipeline", pipeline.pipeline()).and("version = :shown", "shown", pipeline.version()))
            .on(this.jdbc)
            .update();
        if (changed == 0) {
            throw new StaleFormException("/deployments/pipelines/" + pipeline.pipeline() + "/edit",
                    labels(values(kept)), labels(values(pipeline)));
        }
        this.journal.record(JournalEntry.of("pipeline.changed", "pipeline", pipeline.pipeline())
            .change(values(kept), values(pipeline)));
    }

    private void check(Pipeline pipeline, InputCheck check) {
        check.required("name", pipeline.name(), LONGEST, "deployment.pipeline.name.missing");
        check.given("tool", pipeline.tool(), "deployment.pipeline.tool.missing");
        check.optional("workflow", pipeline.workflow(), LONGEST);
        check.optional("ref", pipeline.ref(), LONGEST);
        if (pipeline.tool() != PipelineTool.WEBHOOK) {
            check.required("project", pipeline.project(), LONGEST_PROJECT, "deployment.pipeline.project.missing");
        }
        check.refuseIf(pipeline.tool() == PipelineTool.GITHUB && !pipeline.project().matches("[\\w.-]+/[\\w.-]+"),
                "project", "deployment.pipeline.project.github");
        check.refuseIf(pipeline.tool() == PipelineTool.GITHUB && pipeline.workflow().isEmpty(), "workflow",
                "deployment.pipeline.workflow.missing");
        check.refuseIf(!this.addresses.allows(pipeline.address()), "address", "deployment.tool.address.forbidden");
        credential("liveCredential", pipeline.liveCredential(), check);
        credential("rehearsalCredential", pipeline.rehearsalCredential(), check);
        credential("callbackCredential", pipeline.callbackCredential(), check);
        check.refuseIf(pipeline.liveCredential().isEmpty() && pipeline.rehearsalCredential().isEmpty(),
                "liveCredential", "deployment.pipeline.credential.missing");
        check.refuseIf(
                !pipeline.liveCredential().isEmpty() && Credentials.plain(pipeline.liveCredential())
                    .equals(Credentials.plain(pipeline.rehearsalCredential())),
                "rehearsalCredential", "deployment.pipeline.credential.same");
        check.refuseIf(pipeline.tool() == PipelineTool.WEBHOOK && pipeline.callbackCredential().isEmpty(),
                "callbackCredential", "deployment.pipeline.credential.callback");
        check.between("expectedMinutes", pipeline.expectedMinutes(), 1, MOST_MINUTES);
        check.refuseIf(pipeline.environments().isEmpty(), "environments", "deployment.pipeline.environments.missing");
        check.refuseIf(
                pipeline.environments().size() > MOST_ENVIRONMENTS
                        || !this.environments.kept(pipeline.environments()).containsAll(pipeline.environments()),
                "environments", "deployment.pipeline.environments.unknown");
    }

    private void credential(String field, String name, InputCheck check) {
        check.refuseIf(!name.isEmpty() && !this.credentials.has(name), field, "deployment.tool.credential.unknown",
                name);
    }

    private static Map<String, String> values(Pipeline pipeline) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", pipeline.name());
        values.put("tool", String.valueOf(pipeline.tool()));
        values.put("address", pipeline.address());
        values.put("project", pipeline.project());
        values.put("workflow", pipeline.workflow());
        values.put("ref", pipeline.ref());
        values.put("liveCredential", pipeline.liveCredential());
        values.put("rehearsalCredential", pipeline.rehearsalCredential());
        values.put("callbackCredential", pipeline.callbackCredential());
        values.put("expectedMinutes", Integer.toString(pipeline.expectedMinutes()));
        values.put("environments", String.join(", ", List.copyOf(pipeline.environments())));
        values.put("retired", Boolean.toString(pipeline.retired()));
        return values;
    }

    private static Map<String, String> labels(Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, value) -> labels.put("deployment.pipeline.field." + name, value));
        return labels;
    }

}
