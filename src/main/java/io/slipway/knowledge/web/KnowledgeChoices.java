package io.slipway.knowledge.web;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;

import org.springframework.stereotype.Component;

/**
 * What the pages of knowledge ask while they are written.
 */
@Component("knowledgeChoices")
class KnowledgeChoices {

    private final CurrentActor currentActor;

    KnowledgeChoices(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** Whether who reads may write, judge and follow as well. */
    public boolean writes() {
        return this.currentActor.get().roles().stream().anyMatch(Role::works);
    }

}
