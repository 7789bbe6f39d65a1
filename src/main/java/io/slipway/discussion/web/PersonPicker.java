package io.slipway.discussion.web;

import java.util.Collection;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * People who can be addressed in a comment, for those who write some; and for
 * administrators, who put them into groups and give them tokens.
 */
@Component
class PersonPicker implements Picker {

    private static final int MOST = 12;

    private final PersonDirectory people;

    PersonPicker(PersonDirectory people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return "person";
    }

    /** The first dozen: whoever is not among them is found by more letters. */
    @Override
    @PreAuthorize(Role.WORKERS + " or hasAuthority('administrator')")
    public KeyPage<Pick> find(String text, String from) {
        return new KeyPage<>(this.people.beginning(text, MOST).stream().map(PersonPicker::pick).toList(), null);
    }

    @Override
    public List<Pick> named(Collection<String> values) {
        return values.stream().flatMap((value) -> this.people.find(value).stream()).map(PersonPicker::pick).toList();
    }

    private static Pick pick(PersonSummary person) {
        return new Pick(person.userName(), person.fullName(), "");
    }

}
