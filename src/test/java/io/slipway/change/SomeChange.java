package io.slipway.change;

import java.util.List;
import java.util.UUID;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes change records for tests at their service, without waiting for a process. Test
 * classes ask for it with {@code @Autowired SomeChange}.
 */
@Component
@Profile("test")
public class SomeChange {

    private final ChangeManagement changes;

    private final ReleaseManagement releases;

    private final Acting acting;

    SomeChange(ChangeManagement changes, ReleaseManagement releases, Acting acting) {
        this.changes = changes;
        this.releases = releases;
        this.acting = acting;
    }

    /**
     * A release with a draft of its change.
     * @param type how far the release reaches
     * @param model how it reaches production
     * @param service the service that it touches
     * @return key of the release
     */
    public String drafted(ReleaseType type, DeploymentModel model, String service) {
        String key = this.acting.as("release-manager", () -> this.releases
            .register(new RegisterRelease(null, "Change of " + service, type, model, List.of(service))));
        this.changes.raise(key, "Change of " + service, UUID.randomUUID().toString());
        return key;
    }

    /**
     * Requests the change of a release.
     * @param key the release's key
     * @param type how it is authorised
     * @param standard number of the standing authorisation, if any
     * @param items keys of the affected items
     * @return how it is decided on
     */
    public ChangeRound request(String key, ChangeType type, Long standard, String... items) {
        return this.acting.as("release-manager",
                () -> this.changes.request(key,
                        new ChangeContent("Change of " + key, type, standard, "", "Pipeline.", "Smoke tests.", "Back."),
                        List.of(items)));
    }

    /**
     * Has somebody vote to authorise the change of a release.
     * @param key the release's key
     * @param by who votes
     */
    public void authorise(String key, String by) {
        this.acting.as(by, () -> this.changes.authorise(key, Role.CHANGE_AUTHORITY, "", "Not before 20:00."));
    }

}
