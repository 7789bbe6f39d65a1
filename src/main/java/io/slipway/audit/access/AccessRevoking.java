package io.slipway.audit.access;

import java.util.Objects;

import io.slipway.audit.access.AccessRow.Done;
import io.slipway.identity.Role;
import io.slipway.identity.people.GroupManagement;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.token.TokenManagement;

import org.springframework.stereotype.Component;

/**
 * Takes away what a review found needless, by the services that give it.
 */
@Component
class AccessRevoking {

    private final PersonManagement people;

    private final GroupManagement groups;

    private final TokenManagement tokens;

    AccessRevoking(PersonManagement people, GroupManagement groups, TokenManagement tokens) {
        this.people = people;
        this.groups = groups;
        this.tokens = tokens;
    }

    Done revoke(AccessRow row) {
        String reason = Objects.requireNonNull(row.reason());
        boolean there = switch (row.kind()) {
            case ROLE ->
                Role.of(row.name()).filter((role) -> this.people.revoke(row.userName(), role, reason)).isPresent();
            case GROUP -> this.groups.revoke(row.thing(), row.userName(), reason);
            case TOKEN -> this.tokens.revokeReviewed(row.thing(), reason);
        };
        return there ? Done.DONE : Done.GONE;
    }

}
