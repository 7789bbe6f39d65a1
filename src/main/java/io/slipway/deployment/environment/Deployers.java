package io.slipway.deployment.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what may deploy which service where. A credential is a name under which operators
 * keep a secret: one that deploys for real never rehearses, so that no rehearsal can
 * reach what customers use. Everybody reads them; deployment managers keep them.
 */
@Service
@Transactional
public class Deployers {

    private static final int MOST = 200;

    private static final int SERVICE = 200;

    private static final Pattern PIPELINE = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,79}");

    /** As tools' secrets are named; hardly what somebody pastes as a secret. */
    private static final Pattern CREDENTIAL = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

    private static final String SELECT = "select * from environment_deployers";

    private static final String KEEPER = "hasAuthority('deployment-manager')";

    private final JdbcClient jdbc;

    private final EnvironmentRows environments;

    private final Journal journal;

    Deployers(JdbcClient jdbc, EnvironmentRows environments, Journal journal) {
        this.jdbc = jdbc;
        this.environments = environments;
        this.journal = journal;
    }

    /**
     * Lets a pipeline deploy a service. Refuses a pipeline or a credential that is no
     * name, a credential that serves runs of the other kind anywhere, a rehearsal in
     * production, one that may already, and more than 200.
     * @param service the service; empty for every service
     * @param live whether for real, or for rehearsals
     * @param credential name under which operators keep the secret
     */
    @PreAuthorize(KEEPER)
    public void add(String environment, String service, boolean live, String pipeline, String credential) {
        EnvironmentDetails kept = this.environments.get(environment);
        InputCheck check = new InputCheck();
        String named = check.optional("service", service, SERVICE);
        check.refuseIf(!PIPELINE.matcher(pipeline).matches(), "pipeline", "deployment.environment.pipeline.invalid");
        check.refuseIf(!CREDENTIAL.matcher(credential).matches(), "credential",
                "deployment.environment.credential.invalid");
        check.refuseIf(!live && kept.profile().production(), "live", "deployment.environment.deployer.rehearsal",
                environment);
        if (check.sound("credential")) {
            check.refuseIf(serves(credential, !live), "credential",
                    live ? "deployment.environment.credential.rehearses" : "deployment.environment.credential.live");
        }
        check.refuseIf(in(environment).size() >= MOST, "", "deployment.environment.deployer.full", MOST);
        check.finish();
        Act act = this.journal.act();
        try {
            Clause
                .insert("environment_deployers", "environment", environment, "service", named, "live", live, "pipeline",
                        pipeline, "credential", credential, "added_by", act.by(), "added_at", act.at())
                .on(this.jdbc)
                .update();
        }
        catch (DuplicateKeyException ex) {
            throw new InvalidInputException("pipeline", "deployment.environment.deployer.twice", pipeline);
        }
        record("environment.deployer-added", environment, "", values(named, live, pipeline, credential));
    }

    /**
     * Takes the right to deploy away. Refuses an empty reason.
     * @param reason why, 1 to 1,000 characters
     */
    @PreAuthorize(KEEPER)
    public void remove(String environment, long id, String reason) {
        String why = InputCheck.text("reason", reason, Environments.LONGEST, "deployment.environment.reason.missing");
        Deployer gone = get(environment, id);
        Clause.of("delete from environment_deployers").where(Clause.equal("id", id)).on(this.jdbc).update();
        record("environment.deployer-removed", environment, why,
                values(gone.service(), gone.live(), gone.pipeline(), gone.credential()));
    }

    /**
     * What may deploy into an environment, by service.
     * @return at most 200
     */
    @Transactional(readOnly = true)
    public List<Deployer> in(String environment) {
        return Clause.of(SELECT)
            .where(Clause.equal("environment", environment))
            .append(" order by service, live desc, pipeline limit " + MOST)
            .on(this.jdbc)
            .query(Deployer.class)
            .list();
    }

    /**
     * The right of a pipeline to deploy a service: its own before that of every service.
     * @param live whether for real, or for a rehearsal
     * @return nothing if it may not
     */
    @Transactional(readOnly = true)
    public Optional<Deployer> of(String environment, String service, String pipeline, boolean live) {
        return Clause.of(SELECT)
            .where(Clause.equal("environment", environment)
                .and(Clause.in("service", List.of(service, "")))
                .and(Clause.equal("live", live))
                .and(Clause.equal("pipeline", pipeline)))
            .append(" order by service desc limit 1")
            .on(this.jdbc)
            .query(Deployer.class)
            .optional();
    }

    /**
     * A right to deploy. Refuses an unknown one, or one of another environment, with a
     * {@code NotFoundException}.
     */
    @Transactional(readOnly = true)
    public Deployer get(String environment, long id) {
        return Clause.of(SELECT)
            .where(Clause.equal("id", id).and(Clause.equal("environment", environment)))
            .on(this.jdbc)
            .query(Deployer.class)
            .optional()
            .orElseThrow(() -> new NotFoundException("deployer", environment + "/" + id));
    }

    private boolean serves(String credential, boolean live) {
        return Clause.of("select count(*) from environment_deployers")
            .where(Clause.equal("credential", credential).and(Clause.equal("live", live)))
            .on(this.jdbc)
            .query(Integer.class)
            .single() > 0;
    }

    private static Map<String, Object> values(String service, boolean live, String pipeline, String credential) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("service", service);
        values.put("live", live);
        values.put("pipeline", pipeline);
        values.put("credential", credential);
        return values;
    }

    private void record(String action, String environment, String reason, Map<String, ?> values) {
        JournalEntry entry = JournalEntry.of(action, "environment", environment).as(Role.DEPLOYMENT_MANAGER);
        this.journal.record((reason.isEmpty() ? entry : entry.because(reason)).with(values));
    }

}
