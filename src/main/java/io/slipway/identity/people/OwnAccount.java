package io.slipway.identity.people;

import java.util.Map;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody may do with their own account: choose the time zone and the password.
 */
@Service
@Transactional
@PreAuthorize("isAuthenticated()")
public class OwnAccount {

    private final PersonRepository people;

    private final Passwords passwords;

    private final Sessions sessions;

    private final PersonDirectory directory;

    private final Journal journal;

    private final CurrentActor currentActor;

    OwnAccount(PersonRepository people, Passwords passwords, Sessions sessions, PersonDirectory directory,
            Journal journal, CurrentActor currentActor) {
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.directory = directory;
        this.journal = journal;
        this.currentActor = currentActor;
    }

    /** The account of who is signed in. */
    @Transactional(readOnly = true)
    public PersonDetails get() {
        return find().details();
    }

    /**
     * Chooses the time zone in which times are shown.
     * @param name the zone's name; refuses a missing and an unknown one
     */
    public void readTimesIn(String name) {
        String zone = PersonManagement.zone(name);
        this.people.lock();
        Person person = find();
        String before = person.zone();
        if (before.equals(zone)) {
            return;
        }
        person.readTimesIn(zone);
        this.people.flush();
        this.directory.refresh();
        this.journal.record(JournalEntry.of("person.changed", "person", person.userName())
            .change(Map.of("zone", before), Map.of("zone", zone)));
    }

    /**
     * Changes one's own password and ends one's other sessions.
     * @param oldPassword the password until now; refuses a missing and a wrong one
     * @param newPassword the new password; refuses a weak one and the old one
     * @param keptSession id of the session that goes on
     */
    public void changePassword(String oldPassword, String newPassword, String keptSession) {
        InputCheck check = new InputCheck();
        check.refuseIf(oldPassword.isEmpty(), "oldPassword", "identity.password.old-missing");
        check.refuseIf(newPassword.isEmpty(), "password", "identity.password.missing");
        check.finish();
        this.people.lock();
        Person person = find();
        if (!this.passwords.matches(oldPassword, person.passwordHash())) {
            throw new InvalidInputException("oldPassword", "identity.password.wrong");
        }
        if (newPassword.equals(oldPassword)) {
            throw new InvalidInputException("password", "identity.password.same");
        }
        this.passwords.check(person.userName(), person.details().profile(), newPassword);
        person.changePassword(this.passwords.hash(newPassword));
        this.people.flush();
        this.sessions.endOthers(person.userName(), keptSession);
        this.sessions.forgetDevices(person.userName());
        this.journal.record(JournalEntry.of("person.password-changed", "person", person.userName()));
    }

    private Person find() {
        String userName = this.currentActor.get().userName();
        return this.people.findByUserName(userName).orElseThrow(() -> new NotFoundException("person", userName));
    }

}
