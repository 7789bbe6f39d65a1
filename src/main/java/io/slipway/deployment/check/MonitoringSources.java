package io.slipway.deployment.check;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.slipway.deployment.tool.Credentials;
import io.slipway.deployment.tool.ToolAddresses;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.planning.wave.CheckKind;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the systems that are asked how services do. Administrators and deployment
 * managers keep them; they, build engineers, operations and auditors read them.
 */
@Service
@Transactional
public class MonitoringSources {

    /** Who keeps sources. */
    public static final String KEEPERS = "hasAnyAuthority('deployment-manager', 'administrator')";

    /** Who reads sources. */
    public static final String READERS = "hasAnyAuthority('deployment-manager', 'administrator', 'build-engineer',"
            + " 'release-manager', 'operations', 'auditor')";

    /** The kinds that are asked at an address. */
    public static final Set<CheckKind> KINDS = EnumSet.of(CheckKind.HTTP, CheckKind.PROMETHEUS, CheckKind.ALERTS);

    private static final int LONGEST = 200;

    private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

    private static final KeyOrder<MonitoringSource> ORDER = KeyOrder.<MonitoringSource>ascending()
        .text("source", MonitoringSource::source);

    private final JdbcClient jdbc;

    private final ToolAddresses addresses;

    private final Credentials credentials;

    private final Journal journal;

    MonitoringSources(JdbcClient jdbc, ToolAddresses addresses, Credentials credentials, Journal journal) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.credentials = credentials;
        this.journal = journal;
    }

    /** A source, if it is known, retired or not. */
    @Transactional(readOnly = true)
    public Optional<MonitoringSource> find(String key) {
        return this.jdbc.sql("select * from monitoring_sources where source = :key")
            .param("key", key)
            .query(MonitoringSource.class)
            .optional();
    }

    /** Sources by some keys, in one statement. */
    @Transactional(readOnly = true)
    List<MonitoringSource> find(Set<String> keys) {
        return Clause.of("select * from monitoring_sources")
            .where(Clause.in("source", keys))
            .on(this.jdbc)
            .query(MonitoringSource.class)
            .list();
    }

    /** Refuses an unknown one, with a {@code NotFoundException}. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public MonitoringSource get(String key) {
        return find(key).orElseThrow(() -> new NotFoundException("source", key));
    }

    /**
     * A page of the sources, by key.
     * @param from where the page begins; text that nobody gave out begins anew
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public KeyPage<MonitoringSource> list(String from) {
        return ORDER.page(this.jdbc, "select * from monitoring_sources", Clause.NONE, from, MonitoringSource.class);
    }

    /**
     * Keeps a new source. Refuses, at the field, a key that is taken or has other signs
     * than small letters, digits and hyphens, and what {@link #change} refuses.
     */
    @PreAuthorize(KEEPERS)
    public void register(MonitoringSource source) {
        InputCheck check = new InputCheck();
        check.refuseIf(!source.source().matches(KEY), "key", "deployment.check.source.key.form");
        check(source, check);
        check.finish();
        try {
            Clause
                .insert("monitoring_sources", "source", source.source(), "version", 0, "name", source.name(), "kind",
                        source.kind(), "address", source.address(), "credential", source.credential(), "retired", false)
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("key", "deployment.check.source.key.taken", source.source());
        }
        this.journal.record(JournalEntry.of("source.registered", "source", source.source()).with(values(source)));
    }

    /**
     * Changes a source. Refuses a missing name, a kind that is not asked at an address,
     * an address that the portal may not reach, and a credential that is not there; with
     * a {@code StaleFormException} if somebody else changed it.
     * @param source what it is to be, with the version that was shown
     */
    @PreAuthorize(KEEPERS)
    public void change(MonitoringSource source) {
        MonitoringSource kept = get(source.source());
        InputCheck check = new InputCheck();
        check(source, check);
        check.finish();
        int changed = Clause
            .update("monitoring_sources", "version", source.version() + 1, "name", source.name(), "kind", source.kind(),
                    "address", source.address(), "credential", source.credential(), "retired", source.retired())
            .where(Clause.equal("source", source.source()).and("version = :shown", "shown", source.version()))
            .on(this.jdbc)
            .update();
        if (changed == 0) {
            throw new StaleFormException("/deployments/sources/" + source.source() + "/edit", labels(values(kept)),
                    labels(values(source)));
        }
        this.journal
            .record(JournalEntry.of("source.changed", "source", source.source()).change(values(kept), values(source)));
    }

    private void check(MonitoringSource source, InputCheck check) {
        check.required("name", source.name(), LONGEST, "deployment.check.source.name.missing");
        check.refuseIf(source.kind() == null || !KINDS.contains(source.kind()), "kind",
                "deployment.check.source.kind.missing");
        check.refuseIf(!this.addresses.allows(source.address()), "address", "deployment.tool.address.forbidden");
        check.refuseIf(!source.credential().isEmpty() && !this.credentials.has(source.credential()), "credential",
                "deployment.tool.credential.unknown", source.credential());
    }

    private static Map<String, String> values(MonitoringSource source) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", source.name());
        values.put("kind", String.valueOf(source.kind()));
        values.put("address", source.address());
        values.put("credential", source.credential());
        values.put("retired", Boolean.toString(source.retired()));
        return values;
    }

    private static Map<String, String> labels(Map<String, String> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach((name, value) -> labels.put("deployment.check.source.field." + name, value));
        return labels;
    }

}
