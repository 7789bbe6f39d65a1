package io.slipway.identity;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.slipway.identity.SeparationOfDuties.PerformedDuty;
import io.slipway.ui.Messages;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Words why separation of duties forbids something: the rule, the earlier act and when,
 * and who can do it instead. Times are in the zone of the person who reads.
 */
@Component
class DutyReasons {

    private static final int NAMED = 3;

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

    private final Messages messages;

    private final PersonDirectory people;

    DutyReasons(Messages messages, PersonDirectory people) {
        this.messages = messages;
        this.people = people;
    }

    String reason(String policy, PerformedDuty earlier, Duty intended, Set<String> barred) {
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        String act = this.messages.text("identity.duty.done." + earlier.duty().id(),
                this.people.name(earlier.userName()), earlier.subject(),
                WHEN.format(ZonedDateTime.ofInstant(earlier.at(), zone)));
        return String.join(" ", act, this.messages.text("identity.duty.rule." + policy),
                instead(intended.role(), barred));
    }

    /** Why a tool may not do what a person has to. */
    Verdict token() {
        return Verdict.deny("token-decides-nothing", this.messages.text("identity.duty.token"));
    }

    private String instead(Role role, Set<String> barred) {
        String roleName = this.messages.text("identity.role." + role.id());
        List<String> others = this.people.holding(role)
            .stream()
            .filter((person) -> !barred.contains(person.userName()))
            .map(PersonSummary::fullName)
            .toList();
        if (others.isEmpty()) {
            return this.messages.text("identity.duty.nobody-else", roleName);
        }
        if (others.size() > NAMED) {
            return this.messages.text("identity.duty.ask-any", roleName);
        }
        return this.messages.text("identity.duty.ask", roleName, String.join(", ", others));
    }

}
