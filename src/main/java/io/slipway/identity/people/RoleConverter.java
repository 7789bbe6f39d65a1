package io.slipway.identity.people;

import io.slipway.identity.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Keeps roles in the database under the name that they have everywhere.
 */
@Converter
class RoleConverter implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.id();
    }

    @Override
    public Role convertToEntityAttribute(String id) {
        return Role.of(id).orElseThrow(() -> new IllegalArgumentException("No role " + id));
    }

}
