package io.slipway.identity.people;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in: name, roles, groups, and the proof of who they are.
 */
@Entity
@Table(name = "people")
class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String userName;

    private String fullName;

    private String email;

    private String zone;

    private String passwordHash;

    private boolean passwordGiven;

    private boolean enabled = true;

    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastSignInAt;

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "person_roles", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Convert(converter = RoleConverter.class)
    private Set<Role> roles = new HashSet<>();

    @ManyToMany
    @BatchSize(size = 50)
    @JoinTable(name = "team_members", joinColumns = @JoinColumn(name = "person_id"),
            inverseJoinColumns = @JoinColumn(name = "team_id"))
    private Set<Team> teams = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {
    }

    Person(String userName, String passwordHash, boolean passwordGiven, PersonProfile profile, Collection<Team> teams,
            Instant now) {
        this.userName = userName;
        this.passwordHash = passwordHash;
        this.passwordGiven = passwordGiven;
        this.createdAt = now;
        this.fullName = profile.fullName();
        this.email = profile.email();
        this.zone = profile.zone();
        this.roles.addAll(profile.roles());
        this.teams.addAll(teams);
    }

    void change(PersonProfile profile, Collection<Team> teams) {
        this.fullName = profile.fullName();
        this.email = profile.email();
        this.zone = profile.zone();
        this.roles.retainAll(profile.roles());
        this.roles.addAll(profile.roles());
        this.teams.retainAll(teams);
        this.teams.addAll(teams);
    }

    void readTimesIn(String zone) {
        this.zone = zone;
    }

    void changePassword(String hash) {
        this.passwordHash = hash;
        this.passwordGiven = false;
    }

    /** Another than the person chose the password, so that it has to be changed. */
    void givePassword(String hash) {
        this.passwordHash = hash;
        this.passwordGiven = true;
    }

    void enable() {
        this.enabled = true;
    }

    void disable() {
        this.enabled = false;
    }

    void join(Team team) {
        this.teams.add(team);
    }

    void leave(Team team) {
        this.teams.remove(team);
    }

    String userName() {
        return this.userName;
    }

    String passwordHash() {
        return this.passwordHash;
    }

    String zone() {
        return this.zone;
    }

    boolean enabled() {
        return this.enabled;
    }

    int version() {
        return this.version;
    }

    Set<Role> allRoles() {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(this.roles);
        this.teams.forEach((team) -> all.addAll(team.roles()));
        return all;
    }

    PersonDetails details() {
        PersonProfile profile = new PersonProfile(this.fullName, this.email, this.zone, Set.copyOf(this.roles),
                this.teams.stream().map(Team::id).collect(Collectors.toUnmodifiableSet()));
        return new PersonDetails(this.userName, profile, this.teams.stream().map(Team::name).sorted().toList(),
                allRoles(), this.enabled, this.createdAt, this.lastSignInAt, this.version);
    }

    TreeMap<String, Object> facts() {
        TreeMap<String, Object> facts = new TreeMap<>();
        facts.put("full-name", this.fullName);
        facts.put("email", this.email);
        facts.put("zone", this.zone);
        facts.put("roles", this.roles.stream().map(Role::id).sorted().toList());
        facts.put("groups", this.teams.stream().map(Team::name).sorted().toList());
        return facts;
    }

}
