package io.slipway.identity.web;

import java.util.Collection;
import java.util.List;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.input.KeyPage;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Everybody who ever had an account, for those who ask the record and the lists of tokens
 * about people.
 */
@Component
class AnybodyPicker implements Picker {

    private static final int MOST = 12;

    private final PersonDirectory people;

    AnybodyPicker(PersonDirectory people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return "anybody";
    }

    /** The first dozen: whoever is not among them is found by more letters. */
    @Override
    @PreAuthorize("hasAnyAuthority('auditor', 'administrator')")
    public KeyPage<Pick> find(String text, String from) {
        return new KeyPage<>(this.people.anybody(text, MOST).stream().map(AnybodyPicker::pick).toList(), null);
    }

    @Override
    public List<Pick> named(Collection<String> values) {
        return values.stream().flatMap((value) -> this.people.find(value).stream()).map(AnybodyPicker::pick).toList();
    }

    private static Pick pick(PersonSummary person) {
        return new Pick(person.userName(), person.fullName(), "");
    }

}
