package io.slipway.identity.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

import io.slipway.identity.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A group of people who share roles; called team because {@code groups} is a reserved
 * word of the database.
 */
@Entity
@Table(name = "teams")
class Team {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;

    private String description;

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "team_roles", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "role")
    @Convert(converter = RoleConverter.class)
    private Set<Role> roles = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Team() {
    }

    Team(String name, String description, Collection<Role> roles) {
        this.name = name;
        this.description = description;
        this.roles.addAll(roles);
    }

    void change(String name, String description, Collection<Role> roles) {
        this.name = name;
        this.description = description;
        this.roles.retainAll(roles);
        this.roles.addAll(roles);
    }

    long id() {
        if (this.id == null) {
            throw new IllegalStateException("The group is not saved yet");
        }
        return this.id;
    }

    String name() {
        return this.name;
    }

    Set<Role> roles() {
        return Set.copyOf(this.roles);
    }

    int version() {
        return this.version;
    }

    GroupDetails details(Collection<String> members) {
        return new GroupDetails(id(), this.name, this.description, roles(), Set.copyOf(members), this.version);
    }

    TreeMap<String, Object> facts() {
        TreeMap<String, Object> facts = new TreeMap<>();
        facts.put("name", this.name);
        facts.put("description", this.description);
        facts.put("roles", this.roles.stream().map(Role::id).sorted().toList());
        return facts;
    }

}
