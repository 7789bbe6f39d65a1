package io.slipway.inbox.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;
import io.slipway.ui.form.PickerFamily;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The people to whom a task can be given, for each role its holders: for those who may
 * have tasks themselves.
 */
@Component
class HolderPickers implements PickerFamily {

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    HolderPickers(PersonDirectory people, CurrentActor currentActor) {
        this.people = people;
        this.currentActor = currentActor;
    }

    @Override
    public List<Picker> pickers() {
        return Arrays.stream(Role.values()).filter(Role::isAsked).<Picker>map(Holders::new).toList();
    }

    /** The kind of the list of a role's holders. */
    static String kind(Role role) {
        return "holder-" + role.id();
    }

    /** Those who hold one role. */
    private final class Holders implements Picker {

        private final Role role;

        Holders(Role role) {
            this.role = role;
        }

        @Override
        public String kind() {
            return HolderPickers.kind(this.role);
        }

        @Override
        public KeyPage<Pick> find(String text, String from) {
            if (HolderPickers.this.currentActor.get().roles().stream().noneMatch(Role::isAsked)) {
                throw new AccessDeniedException("No tasks are given by whoever has none");
            }
            String start = text.toLowerCase(Locale.ROOT);
            List<Pick> found = HolderPickers.this.people.holding(this.role)
                .stream()
                .filter((person) -> person.userName().startsWith(start)
                        || (" " + person.fullName().toLowerCase(Locale.ROOT)).contains(" " + start))
                .map(Holders::pick)
                .dropWhile((pick) -> !from.isEmpty() && cursor(pick).compareTo(from) <= 0)
                .limit(KeyPage.size() + 1L)
                .toList();
            return KeyPage.of(found, Holders::cursor);
        }

        @Override
        public List<Pick> named(Collection<String> values) {
            return values.stream()
                .flatMap((value) -> HolderPickers.this.people.find(value).stream())
                .map(Holders::pick)
                .toList();
        }

        private static Pick pick(PersonSummary person) {
            return new Pick(person.userName(), person.fullName(), "");
        }

        private static String cursor(Pick pick) {
            return pick.label() + " " + pick.value();
        }

    }

}
