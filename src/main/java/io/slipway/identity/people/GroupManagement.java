package io.slipway.identity.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with groups. Members whose roles change are signed out
 * everywhere; no change may leave the portal without an enabled administrator.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('administrator')")
public class GroupManagement {

    private static final int CHOICES = 200;

    private static final int NAME = 60;

    private static final int DESCRIPTION = 300;

    private static final int MEMBERS = 10000;

    private final TeamRepository teams;

    private final PersonRepository people;

    private final Sessions sessions;

    private final Journal journal;

    GroupManagement(TeamRepository teams, PersonRepository people, Sessions sessions, Journal journal) {
        this.teams = teams;
        this.people = people;
        this.sessions = sessions;
        this.journal = journal;
    }

    /**
     * Searches groups by a part of the name.
     * @param text what to search, empty for all
     * @param from the cursor, empty for the first page
     * @return a page, by name, without the members
     */
    @Transactional(readOnly = true)
    @PreAuthorize(PersonManagement.READERS)
    public KeyPage<GroupDetails> search(String text, String from) {
        List<GroupDetails> found = this.teams.search(Clause.literally(text), from, Limit.of(KeyPage.size() + 1))
            .stream()
            .map((team) -> team.details(Set.of()))
            .toList();
        return KeyPage.of(found, GroupDetails::name);
    }

    /**
     * The groups that a form offers, by name; the first 200.
     * @return the groups, without their members
     */
    @Transactional(readOnly = true)
    public List<GroupDetails> choices() {
        return this.teams.findAllByOrderByName(Limit.of(CHOICES))
            .stream()
            .map((team) -> team.details(Set.of()))
            .toList();
    }

    /**
     * Finds a group with its members.
     * @param id its number; refuses an unknown one with a {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    @PreAuthorize(PersonManagement.READERS)
    public GroupDetails get(long id) {
        return find(id).details(members(id));
    }

    /**
     * Makes a group. Refuses a name that is missing, taken or too long, a description
     * that is too long, and members who do not exist or are too many to be typed.
     */
    public long create(GroupProfile stated) {
        this.people.lock();
        GroupProfile profile = sound(stated);
        checkName(profile.name(), -1);
        Team team = this.teams.saveAndFlush(new Team(profile.name(), profile.description(), profile.roles()));
        List<Person> members = findMembers(profile.members());
        members.forEach((person) -> person.join(team));
        this.people.flush();
        members.forEach((person) -> this.sessions.end(person.userName()));
        record(JournalEntry.of("group.created", "group", team.name()).with(facts(team)));
        return team.id();
    }

    /**
     * Changes a group. Refuses what {@link #create} refuses, a stale version, and to
     * leave no enabled administrator.
     * @param id its number
     * @param version the version on which the change was made
     */
    public void change(long id, int version, GroupProfile stated) {
        this.people.lock();
        Team team = find(id);
        GroupProfile profile = sound(stated);
        if (team.version() != version) {
            throw stale(team, profile);
        }
        checkName(profile.name(), id);
        Map<String, Object> before = facts(team);
        boolean rolesChange = !team.roles().equals(profile.roles());
        List<Person> former = this.people.findMembers(id);
        List<Person> members = findMembers(profile.members());
        team.change(profile.name(), profile.description(), profile.roles());
        Set<String> touched = new TreeSet<>();
        former.stream().filter((person) -> rolesChange || !members.contains(person)).forEach((person) -> {
            touched.add(person.userName());
            if (!members.contains(person)) {
                person.leave(team);
            }
        });
        members.stream().filter((person) -> !former.contains(person)).forEach((person) -> {
            touched.add(person.userName());
            person.join(team);
        });
        this.people.flush();
        finish(touched);
        record(JournalEntry.of("group.changed", "group", team.name()).change(before, facts(team)));
    }

    /**
     * Deletes a group; its members lose the roles that they had by it. Refuses to leave
     * no enabled administrator.
     * @param id its number
     */
    public void delete(long id) {
        this.people.lock();
        Team team = find(id);
        Map<String, Object> before = facts(team);
        List<Person> members = this.people.findMembers(id);
        members.forEach((person) -> person.leave(team));
        this.people.flush();
        this.teams.delete(team);
        this.teams.flush();
        finish(members.stream().map(Person::userName).collect(Collectors.toSet()));
        record(JournalEntry.of("group.deleted", "group", team.name()).change(before, Map.of()));
    }

    /**
     * Takes a person out of a group, as a review of access found. Refuses oneself, and to
     * leave no enabled administrator.
     * @param id the group's number
     * @param reason why, in the reviewer's words
     * @return whether the person was in it
     */
    @PreAuthorize(PersonManagement.REVIEWERS)
    public boolean revoke(long id, String userName, String reason) {
        this.people.lock();
        Team team = this.teams.findById(id).orElse(null);
        Person person = (team != null) ? this.people.findMembers(id)
            .stream()
            .filter((one) -> one.userName().equals(userName))
            .findFirst()
            .orElse(null) : null;
        if (team == null || person == null) {
            return false;
        }
        if (userName.equals(this.journal.act().by())) {
            throw new InvalidInputException("", "identity.person.not-oneself");
        }
        Map<String, Object> before = facts(team);
        person.leave(team);
        this.people.flush();
        finish(Set.of(userName));
        this.journal
            .record(JournalEntry.of("group.changed", "group", team.name()).because(reason).change(before, facts(team)));
        return true;
    }

    private void finish(Set<String> touched) {
        if (this.people.countAdministrators() == 0) {
            throw new InvalidInputException("", "identity.person.last-administrator");
        }
        touched.forEach(this.sessions::end);
    }

    private static GroupProfile sound(GroupProfile stated) {
        InputCheck check = new InputCheck();
        String name = check.required("name", stated.name(), NAME, "identity.group.name.missing");
        String description = check.optional("description", stated.description(), DESCRIPTION);
        check.optional("members", String.join("\n", stated.members()), MEMBERS);
        check.finish();
        return new GroupProfile(name, description, stated.roles(), stated.members());
    }

    private void checkName(String name, long self) {
        this.teams.findByName(name).filter((other) -> other.id() != self).ifPresent((other) -> {
            throw new InvalidInputException("name", "identity.group.taken", name);
        });
    }

    private List<Person> findMembers(Set<String> userNames) {
        List<Person> found = this.people.findByUserNameIn(userNames);
        if (found.size() < userNames.size()) {
            Set<String> missing = new TreeSet<>(userNames);
            found.forEach((person) -> missing.remove(person.userName()));
            throw new InvalidInputException("members", "identity.group.unknown-members", String.join(", ", missing));
        }
        return found;
    }

    private Team find(long id) {
        return this.teams.findById(id).orElseThrow(() -> new NotFoundException("group", Long.toString(id)));
    }

    private List<String> members(long id) {
        return this.people.findMembers(id).stream().map(Person::userName).toList();
    }

    private Map<String, Object> facts(Team team) {
        TreeMap<String, Object> facts = team.facts();
        facts.put("members", members(team.id()));
        return facts;
    }

    private void record(JournalEntry entry) {
        this.journal.record(entry.as(Role.ADMINISTRATOR));
    }

    private StaleFormException stale(Team team, GroupProfile submitted) {
        GroupDetails current = team.details(members(team.id()));
        return new StaleFormException("/administration/groups/" + team.id(),
                shown(new GroupProfile(current.name(), current.description(), current.roles(), current.members())),
                shown(submitted));
    }

    private static Map<String, String> shown(GroupProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("identity.group.name", profile.name());
        values.put("identity.group.description", profile.description());
        values.put("identity.group.roles",
                profile.roles().stream().map(Role::id).sorted().collect(Collectors.joining(", ")));
        values.put("identity.group.members", String.join(", ", new TreeSet<>(profile.members())));
        return values;
    }

}
