package io.slipway.workflow.engine;

import java.util.function.Supplier;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.stereotype.Component;

/**
 * Tells the engine who acts, so that its own log of operations names the person, and
 * forgets it afterwards: threads are shared.
 */
@Component
public class EngineUser {

    private final IdentityService identityService;

    private final CurrentActor currentActor;

    EngineUser(IdentityService identityService, CurrentActor currentActor) {
        this.identityService = identityService;
        this.currentActor = currentActor;
    }

    /**
     * Runs code with the current actor as the engine's authenticated user.
     * @param <T> what the code gives
     */
    public <T> T asCurrentActor(Supplier<T> code) {
        Actor actor = this.currentActor.get();
        Authentication before = this.identityService.getCurrentAuthentication();
        if (!actor.isSystem()) {
            this.identityService.setAuthenticatedUserId(actor.userName());
        }
        try {
            return code.get();
        }
        finally {
            this.identityService.clearAuthentication();
            if (before != null) {
                this.identityService.setAuthenticatedUserId(before.getUserId());
            }
        }
    }

}
