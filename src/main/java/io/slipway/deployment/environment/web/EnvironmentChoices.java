package io.slipway.deployment.environment.web;

import java.util.Arrays;
import java.util.List;

import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.Environments;
import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.ui.ZoneNames;
import io.slipway.ui.form.Choice;

import org.springframework.stereotype.Component;

/**
 * What the forms of environments offer.
 */
@Component("environmentChoices")
class EnvironmentChoices {

    private final Environments environments;

    private final CurrentActor currentActor;

    EnvironmentChoices(Environments environments, CurrentActor currentActor) {
        this.environments = environments;
        this.currentActor = currentActor;
    }

    /** For templates: whether who looks may give back what somebody asked for. */
    public boolean mayEnd(String asker) {
        Actor actor = this.currentActor.get();
        return actor.userName().equals(asker) || actor.has(Role.DEPLOYMENT_MANAGER);
    }

    /** For templates. */
    public List<EnvironmentKind> kinds() {
        return Arrays.asList(EnvironmentKind.values());
    }

    /** For templates. */
    public List<String> zones() {
        return ZoneNames.offered();
    }

    /** For templates: the configuration items that nobody keeps as environments yet. */
    public List<Choice> items() {
        return this.environments.unkept().stream().map((item) -> new Choice(item.key(), item.name())).toList();
    }

    /** For templates: what an environment may be compared with. */
    public List<Choice> partners(String key) {
        return this.environments.list("")
            .rows()
            .stream()
            .filter((one) -> !one.key().equals(key))
            .map((one) -> new Choice(one.key(), one.item().name()))
            .toList();
    }

}
