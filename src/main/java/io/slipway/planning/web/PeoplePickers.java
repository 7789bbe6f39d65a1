package io.slipway.planning.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.slipway.identity.CurrentActor;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * People whom a plan names: stakeholders to approve it, but not its author, and whoever
 * it counts on, each in a role.
 */
@Configuration(proxyBeanMethods = false)
class PeoplePickers {

    @Bean
    PeoplePicker stakeholderPicker(PersonDirectory people, CurrentActor currentActor, Messages words) {
        return new PeoplePicker("stakeholder", people, words,
                () -> people.holding(Role.STAKEHOLDER)
                    .stream()
                    .filter((person) -> !person.userName().equals(currentActor.get().userName()))
                    .map((person) -> new Pick(person.userName(), person.fullName(), "")));
    }

    @Bean
    PeoplePicker helperPicker(PersonDirectory people, Messages words) {
        return new PeoplePicker("helper", people, words,
                () -> Arrays.stream(Role.values())
                    .filter(Role::works)
                    .flatMap((role) -> people.holding(role).stream().map((person) -> helper(role, person, words))));
    }

    /** Roles; the addresses of others are typed. */
    @Bean
    Picker audiencePicker(Messages words) {
        return new AudiencePicker(words);
    }

    private static Pick helper(Role role, PersonSummary person, Messages words) {
        return new Pick(role.id() + ":" + person.userName(), person.fullName(),
                words.text("identity.role." + role.id()));
    }

    /**
     * Picks people by the beginning of a part of their name, their user name or role.
     */
    static class PeoplePicker implements Picker {

        private static final Comparator<Pick> ORDER = Comparator.comparing(Pick::label).thenComparing(Pick::value);

        private final String kind;

        private final PersonDirectory people;

        private final Messages words;

        private final Candidates candidates;

        PeoplePicker(String kind, PersonDirectory people, Messages words, Candidates candidates) {
            this.kind = kind;
            this.people = people;
            this.words = words;
            this.candidates = candidates;
        }

        @Override
        public String kind() {
            return this.kind;
        }

        @Override
        @PreAuthorize("hasAuthority('release-manager')")
        public KeyPage<Pick> find(String text, String from) {
            String start = " " + text.toLowerCase(Locale.ROOT);
            List<Pick> found = this.candidates.all()
                .filter((pick) -> words(pick).contains(start))
                .sorted(ORDER)
                .dropWhile((pick) -> !from.isEmpty() && cursor(pick).compareTo(from) <= 0)
                .limit(KeyPage.size() + 1L)
                .toList();
            return KeyPage.of(found, PeoplePicker::cursor);
        }

        /** Also those who no longer hold the role, so that a form can name them. */
        @Override
        public List<Pick> named(Collection<String> values) {
            return values.stream().flatMap((value) -> {
                String[] parts = value.split(":", 2);
                String name = parts[parts.length - 1];
                String role = (parts.length > 1 && Role.of(parts[0]).isPresent())
                        ? this.words.text("identity.role." + parts[0]) : "";
                return (parts.length > 1 == role.isEmpty()) ? Stream.empty()
                        : this.people.find(name).map((person) -> new Pick(value, person.fullName(), role)).stream();
            }).toList();
        }

        private static String words(Pick pick) {
            return " " + String.join(" ", pick.label(), pick.value().replace(':', ' '), pick.detail())
                .toLowerCase(Locale.ROOT);
        }

        private static String cursor(Pick pick) {
            return pick.label() + " " + pick.value();
        }

    }

    /** Whom there is to pick from. */
    @FunctionalInterface
    interface Candidates {

        Stream<Pick> all();

    }

}
