package io.slipway.identity.people;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.sql.Clause;
import io.slipway.ui.ZoneNames;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with people. Whoever loses or gains rights is signed out
 * everywhere; the last enabled administrator can lose neither role nor access.
 */
@Service
@Transactional
@PreAuthorize("hasAuthority('administrator')")
public class PersonManagement {

    /** What a user name looks like; the reserved {@code system} is refused besides. */
    public static final String USER_NAME = "[a-z0-9.-]{2,50}";

    /** The most characters of a user name. */
    public static final int USER_NAME_LENGTH = 50;

    /** Who reads people and groups, as Spring Security asks for it. */
    public static final String READERS = "hasAnyAuthority('administrator', 'auditor')";

    /** Who takes access away that a review of access finds needless. */
    public static final String REVIEWERS = "hasAnyAuthority('administrator', 'release-manager')";

    private static final int FULL_NAME = 100;

    private static final int EMAIL = 254;

    private static final Pattern USER_NAME_PATTERN = Pattern.compile(USER_NAME);

    private final PersonRepository people;

    private final TeamRepository teams;

    private final Passwords passwords;

    private final Sessions sessions;

    private final PersonDirectory directory;

    private final Validator validator;

    private final Journal journal;

    private final CurrentActor currentActor;

    PersonManagement(PersonRepository people, TeamRepository teams, Passwords passwords, Sessions sessions,
            PersonDirectory directory, Validator validator, Journal journal, CurrentActor currentActor) {
        this.people = people;
        this.teams = teams;
        this.passwords = passwords;
        this.sessions = sessions;
        this.directory = directory;
        this.validator = validator;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /**
     * Searches people by the beginning of the user name, or a part of name or e-mail.
     * @param text what to search, empty for everybody
     * @param from the cursor, empty for the first page
     * @return a page, by user name
     */
    @Transactional(readOnly = true)
    @PreAuthorize(READERS)
    public KeyPage<PersonDetails> search(String text, String from) {
        List<PersonDetails> found = this.people.search(Clause.literally(text), from, Limit.of(KeyPage.size() + 1))
            .stream()
            .map(Person::details)
            .toList();
        return KeyPage.of(found, PersonDetails::userName);
    }

    /**
     * Finds a person.
     * @param userName the name to sign in with; refuses an unknown one with a
     * {@code NotFoundException}
     */
    @Transactional(readOnly = true)
    public PersonDetails get(String userName) {
        return find(userName).details();
    }

    /**
     * Finds a person to be read. That somebody reads it who is no administrator is
     * recorded.
     * @param userName the name to sign in with; refuses an unknown one with a
     * {@code NotFoundException}
     */
    @PreAuthorize(READERS)
    public PersonDetails read(String userName) {
        PersonDetails person = find(userName).details();
        if (!this.currentActor.get().has(Role.ADMINISTRATOR)) {
            this.journal.record(JournalEntry.of("person.read", "person", userName).as(Role.AUDITOR));
        }
        return person;
    }

    /**
     * Tells whether a user name is taken.
     * @param userName the name to sign in with
     */
    @Transactional(readOnly = true)
    public boolean exists(String userName) {
        return this.people.existsByUserName(userName);
    }

    /**
     * Makes a person known. Refuses user names that are taken, reserved or not lower-case
     * letters, digits, dots and hyphens (2 to 50), weak passwords, a name or an address
     * that is missing, too long or none, and unknown zones.
     * @param userName the name to sign in with; it never changes
     * @param password the first password; refuses a weak one. Its person changes it at
     * once, unless the portal itself makes the person, as the operator wants
     * @param profile name, e-mail, zone, roles and groups
     */
    public void create(String userName, String password, PersonProfile profile) {
        create(userName, password, profile, !this.currentActor.get().isSystem(),
                () -> this.passwords.check(userName, profile, password));
    }

    /** Makes one of the demo people, whose password is public and therefore no rule's. */
    void createDemo(String userName, PersonProfile profile) {
        create(userName, DemoPeople.PASSWORD, profile, false, () -> {
        });
    }

    private void create(String userName, String password, PersonProfile stated, boolean given, Runnable rules) {
        this.people.lock();
        InputCheck check = new InputCheck();
        check.refuseIf(userName.isEmpty(), "userName", "identity.user-name.missing");
        check.refuseIf(!USER_NAME_PATTERN.matcher(userName).matches(), "userName", "identity.user-name.pattern");
        check.refuseIf(userName.equals(Actor.SYSTEM.userName()) || this.people.existsByUserName(userName), "userName",
                "identity.user-name.taken", userName);
        check.include(rules);
        PersonProfile profile = sound(stated, check);
        Person person = this.people.saveAndFlush(new Person(userName, this.passwords.hash(password), given, profile,
                this.teams.findByIdIn(profile.groups()), this.journal.act().at()));
        this.sessions.end(userName);
        record(JournalEntry.of("person.created", "person", userName).with(person.facts()));
    }

    /**
     * Refuses, with all that is wrong so far, what is missing, too long or unreadable.
     */
    private PersonProfile sound(PersonProfile stated, InputCheck check) {
        String fullName = check.required("fullName", stated.fullName(), FULL_NAME, "identity.full-name.missing");
        String email = check.required("email", stated.email(), EMAIL, "identity.email.missing");
        check.refuseIf(!this.validator.validate(new Mailbox(email)).isEmpty(), "email", "identity.email.invalid");
        String zone = check.finish(() -> zone(stated.zone()));
        return new PersonProfile(fullName, email, zone, stated.roles(), stated.groups());
    }

    /**
     * Changes name, e-mail, zone, roles and groups; a change of roles ends the person's
     * sessions. Refuses what {@link #create} refuses of a profile, a stale version, and
     * to leave no enabled administrator.
     * @param version the version on which the change was made
     */
    public void change(String userName, int version, PersonProfile stated) {
        this.people.lock();
        Person person = find(userName);
        PersonProfile profile = sound(stated, new InputCheck());
        if (person.version() != version) {
            throw stale(person, profile);
        }
        change(person, profile, null);
    }

    /**
     * Takes one of a person's own roles away, as a review of access found. Refuses
     * oneself, and to leave no enabled administrator.
     * @param reason why, in the reviewer's words
     * @return whether the person had it
     */
    @PreAuthorize(REVIEWERS)
    public boolean revoke(String userName, Role role, String reason) {
        this.people.lock();
        Person person = find(userName);
        refuseOneself(userName);
        PersonProfile profile = person.details().profile();
        Set<Role> kept = new TreeSet<>(profile.roles());
        if (!kept.remove(role)) {
            return false;
        }
        change(person, new PersonProfile(profile.fullName(), profile.email(), profile.zone(), kept, profile.groups()),
                reason);
        return true;
    }

    private void change(Person person, PersonProfile profile, @Nullable String reason) {
        TreeMap<String, Object> before = person.facts();
        Set<Role> rolesBefore = person.allRoles();
        person.change(profile, this.teams.findByIdIn(profile.groups()));
        this.people.flush();
        TreeMap<String, Object> after = person.facts();
        Map<String, Object> unchanged = new TreeMap<>(before);
        unchanged.entrySet().retainAll(after.entrySet());
        before.keySet().removeAll(unchanged.keySet());
        after.keySet().removeAll(unchanged.keySet());
        if (after.isEmpty()) {
            return;
        }
        this.directory.refresh();
        if (!rolesBefore.equals(person.allRoles())) {
            keepAnAdministrator("roles");
            this.sessions.end(person.userName());
        }
        this.journal.record(JournalEntry.of("person.changed", "person", person.userName())
            .as(actingRole())
            .because(reason)
            .change(before, after));
    }

    /**
     * Gives a person a new password, which its person changes at the next sign-in, and
     * ends the person's sessions.
     * @param password the new password; refuses a weak one
     */
    public void setPassword(String userName, String password) {
        this.people.lock();
        Person person = find(userName);
        this.passwords.check(userName, person.details().profile(), password);
        person.givePassword(this.passwords.hash(password));
        this.people.flush();
        this.sessions.end(userName);
        this.sessions.forgetDevices(userName);
        record(JournalEntry.of("person.password-set", "person", userName));
    }

    /**
     * Takes a person's access away and ends the person's sessions. Refuses oneself and
     * the last enabled administrator; does nothing if it is so already.
     */
    public void disable(String userName) {
        this.people.lock();
        Person person = find(userName);
        refuseOneself(userName);
        if (!person.enabled()) {
            return;
        }
        person.disable();
        this.people.flush();
        keepAnAdministrator("");
        this.sessions.end(userName);
        this.sessions.forgetDevices(userName);
        record(JournalEntry.of("person.disabled", "person", userName));
    }

    /** Gives a person access again; does nothing if it is so already. */
    public void enable(String userName) {
        this.people.lock();
        Person person = find(userName);
        if (person.enabled()) {
            return;
        }
        person.enable();
        this.people.flush();
        this.sessions.end(userName);
        record(JournalEntry.of("person.enabled", "person", userName));
    }

    private void refuseOneself(String userName) {
        if (userName.equals(this.currentActor.get().userName())) {
            throw new InvalidInputException("", "identity.person.not-oneself");
        }
    }

    private Role actingRole() {
        Actor actor = this.currentActor.get();
        return (actor.has(Role.RELEASE_MANAGER) && !actor.has(Role.ADMINISTRATOR)) ? Role.RELEASE_MANAGER
                : Role.ADMINISTRATOR;
    }

    private void keepAnAdministrator(String field) {
        if (this.people.countAdministrators() == 0) {
            throw new InvalidInputException(field, "identity.person.last-administrator");
        }
    }

    private Person find(String userName) {
        return this.people.findByUserName(userName).orElseThrow(() -> new NotFoundException("person", userName));
    }

    private void record(JournalEntry entry) {
        this.journal.record(entry.as(Role.ADMINISTRATOR));
    }

    private StaleFormException stale(Person person, PersonProfile submitted) {
        return new StaleFormException("/administration/people/" + person.userName(), shown(person.details().profile()),
                shown(submitted));
    }

    private Map<String, String> shown(PersonProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("identity.person.full-name", profile.fullName());
        values.put("identity.person.email", profile.email());
        values.put("identity.person.zone", profile.zone());
        values.put("identity.person.roles",
                String.join(", ", profile.roles().stream().map(Role::id).sorted().toList()));
        values.put("identity.person.groups",
                String.join(", ", this.teams.findByIdIn(profile.groups()).stream().map(Team::name).sorted().toList()));
        return values;
    }

    /** The zone's own id; refuses a name that is missing or none. */
    static String zone(String name) {
        InputCheck check = new InputCheck();
        check.refuseIf(name.isBlank(), "zone", "identity.zone.missing");
        check.finish();
        return ZoneNames.find(name)
            .map(ZoneId::getId)
            .orElseThrow(() -> new InvalidInputException("zone", "identity.zone.unknown", name));
    }

    /** What the rules of the platform know of a mail address. */
    private record Mailbox(@Email String address) {
    }

}
