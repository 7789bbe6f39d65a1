package io.slipway.test;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.slipway.change.standard.StandardChangeManagement;
import io.slipway.change.standard.StandardRule;
import io.slipway.identity.Acting;
import io.slipway.identity.ActionRecorded;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.Risk;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes standing authorisations for tests, by two people. Test classes ask for it with
 * {@code @Autowired StandardChanges}.
 */
@Component
@Profile("test")
public class StandardChanges {

    private final StandardChangeManagement standardChanges;

    private final Acting acting;

    private final Clock clock;

    private final Map<String, Long> withdrawals = new ConcurrentHashMap<>();

    StandardChanges(StandardChangeManagement standardChanges, Acting acting, Clock clock) {
        this.standardChanges = standardChanges;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * One for payments.
     * @param name its name
     * @return its number
     */
    public String authorised(String name) {
        return authorised(name, "Payments");
    }

    /**
     * One that fits minor, phased releases of a service.
     * @param name its name
     * @param service the service
     * @return its number
     */
    public String authorised(String name, String service) {
        return authorised(name, service, DeploymentModel.PHASED);
    }

    /**
     * One that fits minor releases of a service that reach production by a model.
     * @return its number
     */
    public String authorised(String name, String service, DeploymentModel model) {
        long id = this.acting.as("release-manager", () -> this.standardChanges.propose(rule(name, service, model)));
        this.acting.as("change-authority", () -> this.standardChanges.authorise(id));
        return Long.toString(id);
    }

    /**
     * The rule of one for payments.
     * @param name its name
     * @return the rule, valid for a year
     */
    public StandardRule rule(String name) {
        return rule(name, "Payments", DeploymentModel.PHASED);
    }

    private StandardRule rule(String name, String service, DeploymentModel model) {
        return new StandardRule(name, "Nothing new.", Set.of(service), Set.of(model), Risk.MEDIUM, false,
                LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusYears(1), 10);
    }

    /**
     * Withdraws one as soon as a release has requested to use it, before its rule is
     * looked at again.
     * @param id its number
     * @param release key of the release
     */
    public void withdrawOnRequest(String id, String release) {
        this.withdrawals.put(release, Long.valueOf(id));
    }

    @EventListener
    void on(ActionRecorded recorded) {
        String release = recorded.entry().releaseKey();
        if (release != null && recorded.entry().action().equals("change.requested")) {
            Long id = this.withdrawals.remove(release);
            if (id != null) {
                this.acting.as("change-authority-2", () -> this.standardChanges.withdraw(id, "Used too carelessly."));
            }
        }
    }

}
