package io.slipway.schedule.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.ui.Messages;
import io.slipway.ui.ZoneNames;
import io.slipway.ui.form.Choice;

import org.springframework.stereotype.Component;

/**
 * What the pages of windows and freezes offer to choose from, and the words for rules.
 */
@Component("periodChoices")
class PeriodChoices {

    private final PersonDirectory people;

    private final Messages messages;

    PeriodChoices(PersonDirectory people, Messages messages) {
        this.people = people;
        this.messages = messages;
    }

    /** For templates. */
    public List<PeriodKind> kinds() {
        return Arrays.asList(PeriodKind.values());
    }

    /** For templates. */
    public List<ReleaseType> types() {
        return Arrays.asList(ReleaseType.values());
    }

    /** For templates. */
    public List<Repeat> repeats() {
        return Arrays.asList(Repeat.values());
    }

    /** For templates. */
    public List<DayOfWeek> days() {
        return Arrays.asList(DayOfWeek.values());
    }

    /** For templates. */
    public List<String> zones() {
        return ZoneNames.offered();
    }

    /** For templates: those who may answer for a window or freeze. */
    public List<Choice> owners() {
        return Stream.of(Role.RELEASE_MANAGER, Role.CHANGE_AUTHORITY, Role.SERVICE_OWNER)
            .flatMap((role) -> this.people.holding(role).stream())
            .distinct()
            .sorted(Comparator.comparing(PersonSummary::fullName))
            .map((person) -> new Choice(person.userName(), person.fullName()))
            .toList();
    }

    /** For templates: how something recurs, in words where there are some. */
    public String rule(String rule) {
        List<DayOfWeek> days = Repeat.days(rule);
        if (!days.isEmpty()) {
            return this.messages.text("schedule.rule.weekly",
                    days.stream()
                        .map((day) -> this.messages.text("schedule.day." + day))
                        .collect(Collectors.joining(", ")));
        }
        if (rule.matches("FREQ=MONTHLY;BYDAY=-1[A-Z]{2}")) {
            DayOfWeek day = Repeat.days("FREQ=WEEKLY;BYDAY=" + rule.substring(rule.length() - 2)).get(0);
            return this.messages.text("schedule.rule.last", this.messages.text("schedule.day." + day));
        }
        if (rule.matches("FREQ=MONTHLY;BYMONTHDAY=[0-9]+")) {
            return this.messages.text("schedule.rule.monthly", rule.substring(rule.lastIndexOf('=') + 1));
        }
        if (rule.matches("FREQ=YEARLY;BYMONTH=[0-9]+;BYMONTHDAY=[0-9]+")) {
            String[] parts = rule.split("[=;]");
            return this.messages.text("schedule.rule.yearly", parts[5],
                    this.messages.text("schedule.month." + parts[3]));
        }
        if (rule.isEmpty()) {
            return this.messages.text("schedule.repeat.ONCE");
        }
        return rule.equals("FREQ=DAILY") ? this.messages.text("schedule.repeat.DAILY") : rule;
    }

    /** For templates: the wall times of the first occurrence. */
    public String first(PeriodDraft draft) {
        return String.valueOf(draft.start()).replace('T', ' ') + " – " + String.valueOf(draft.end()).replace('T', ' ');
    }

}
