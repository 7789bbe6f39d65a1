package io.slipway.schedule.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.slipway.input.InputCheck;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDetails;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze, as typed. Times are wall times in its zone.
 *
 * @param owner user name of who answers for it
 * @param services one a line; empty for all
 * @param environments one a line; empty for all
 * @param types names of release types; none for all
 * @param zone id of its time zone
 * @param start first start
 * @param end end of the first occurrence
 * @param repeat name of the simple choice of how it recurs
 * @param until last start; may be empty
 * @param skipped dates, one a line
 * @param version the version that was shown; empty for a new one
 */
record PeriodForm(String kind, String name, String reason, String owner, String services, String environments,
        @Nullable List<String> types, String zone, String start, String end, String repeat, @Nullable List<String> days,
        String rule, String until, String skipped, String version) {

    PeriodForm {
        types = FormText.chosen(types);
        days = FormText.chosen(days);
    }

    static PeriodForm empty(String kind, String owner, String zone) {
        return new PeriodForm(kind, "", "", owner, "", "production", List.of(), zone, "", "", Repeat.ONCE.name(),
                List.of(), "", "", "", "");
    }

    static PeriodForm of(PeriodDetails period) {
        PeriodDraft draft = period.content();
        LocalDateTime first = Objects.requireNonNull(draft.start());
        Repeat repeat = Repeat.of(draft.rule(), first);
        return new PeriodForm(String.valueOf(draft.kind()), draft.name(), draft.reason(), draft.owner(),
                String.join("\n", draft.scope().services()), String.join("\n", draft.scope().environments()),
                draft.scope().types().stream().map(Enum::name).toList(), draft.zone(), first.toString(),
                String.valueOf(draft.end()), repeat.name(),
                Repeat.days(draft.rule()).stream().map(DayOfWeek::name).toList(),
                (repeat == Repeat.RULE) ? draft.rule() : "", (draft.until() != null) ? draft.until().toString() : "",
                draft.skipped().stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
                Integer.toString(period.version()));
    }

    /**
     * What was typed, to be judged by the service. A field that cannot be read is left
     * out, and noted where the service would not miss it.
     * @param check notes what is wrong
     */
    PeriodDraft draft(InputCheck check) {
        List<ReleaseType> chosen = choices("types", this.types, ReleaseType.class, check);
        PeriodScope scope = new PeriodScope(lines(this.services), lines(this.environments), chosen);
        LocalDateTime first = time(this.start);
        LocalDateTime last = time(this.until);
        check.refuseIf(last == null && !this.until.isEmpty(), "until", "schedule.time.unreadable");
        return new PeriodDraft(FormText.choice(PeriodKind.class, this.kind), this.name, this.reason, this.owner, scope,
                this.zone, first, time(this.end), recurrence(first, check), last, dates(check));
    }

    private String recurrence(@Nullable LocalDateTime first, InputCheck check) {
        List<DayOfWeek> chosen = choices("days", this.days, DayOfWeek.class, check);
        Repeat choice = FormText.choice(Repeat.class, this.repeat);
        check.given("repeat", choice, "schedule.choice.missing");
        check.refuseIf(choice == Repeat.RULE && this.rule.isEmpty(), "rule", "schedule.rule.missing");
        check.refuseIf(choice == Repeat.ONCE && !this.rule.isEmpty(), "rule", "schedule.rule.ignored");
        return (choice != null && first != null) ? choice.rule(first, chosen, this.rule) : "";
    }

    /** The version that was shown, -1 for text that is none. */
    int shown() {
        return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1;
    }

    private List<LocalDate> dates(InputCheck check) {
        try {
            return lines(this.skipped).stream().map(LocalDate::parse).sorted().toList();
        }
        catch (DateTimeException ex) {
            check.refuse("skipped", "schedule.skipped.unreadable");
            return List.of();
        }
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text).withSecond(0).withNano(0);
        }
        catch (DateTimeException ex) {
            return null;
        }
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("[\n,;]")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
    }

    private static <E extends Enum<E>> List<E> choices(String field, @Nullable List<String> names, Class<E> type,
            InputCheck check) {
        List<String> ticked = FormText.chosen(names);
        List<E> chosen = ticked.stream().map((name) -> FormText.choice(type, name)).filter(Objects::nonNull).toList();
        check.refuseIf(chosen.size() < ticked.size(), field, "schedule.choice.missing");
        return chosen;
    }

}
