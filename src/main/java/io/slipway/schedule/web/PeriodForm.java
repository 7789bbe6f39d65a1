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
import io.slipway.input.InvalidInputException;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDetails;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze, as typed. Times are wall times in its zone.
 *
 * @param reason why it is
 * @param owner user name of who answers for it
 * @param services one a line; empty for all
 * @param environments one a line; empty for all
 * @param types names of release types; none for all
 * @param zone id of its time zone
 * @param start first start
 * @param end end of the first occurrence
 * @param repeat name of the simple choice of how it recurs
 * @param days weekdays of a weekly choice
 * @param rule an expert's rule
 * @param until last start; may be empty
 * @param skipped dates, one a line
 * @param version the version that was shown; empty for a new one
 */
record PeriodForm(@Nullable String kind, @Nullable String name, @Nullable String reason, @Nullable String owner,
        @Nullable String services, @Nullable String environments, @Nullable List<String> types, @Nullable String zone,
        @Nullable String start, @Nullable String end, @Nullable String repeat, @Nullable List<String> days,
        @Nullable String rule, @Nullable String until, @Nullable String skipped, @Nullable String version) {

    private static final int LONGEST = 5000;

    private static final int MOST = 100;

    PeriodForm {
        kind = FormText.of(kind);
        name = FormText.of(name);
        reason = FormText.of(reason);
        owner = FormText.of(owner);
        services = FormText.of(services);
        environments = FormText.of(environments);
        types = some(types);
        zone = FormText.of(zone);
        start = FormText.of(start);
        end = FormText.of(end);
        repeat = FormText.of(repeat);
        days = some(days);
        rule = FormText.of(rule);
        until = FormText.of(until);
        skipped = FormText.of(skipped);
        version = FormText.of(version);
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
                String.valueOf(draft.end()), repeat.name(), Repeat.days(draft.rule()),
                (repeat == Repeat.RULE) ? draft.rule() : "", (draft.until() != null) ? draft.until().toString() : "",
                draft.skipped().stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
                Integer.toString(period.version()));
    }

    /**
     * What was typed. A field that cannot be read is noted, and left out.
     * @param check notes what is wrong
     */
    PeriodDraft draft(InputCheck check) {
        LocalDateTime first = check.read(() -> time("start", this.start));
        List<ReleaseType> releaseTypes = check
            .read(() -> some(this.types).stream().map((type) -> constant(ReleaseType.class, "types", type)).toList());
        PeriodScope scope = new PeriodScope(some(check.read(() -> lines("services", this.services))),
                some(check.read(() -> lines("environments", this.environments))), some(releaseTypes));
        List<LocalDate> without = check.read(this::dates);
        return new PeriodDraft(check.read(() -> constant(PeriodKind.class, "kind", this.kind)), FormText.of(this.name),
                FormText.of(this.reason), FormText.of(this.owner), scope, FormText.of(this.zone), first,
                check.read(() -> time("end", this.end)), recurrence(first, check),
                FormText.of(this.until).isEmpty() ? null : check.read(() -> time("until", this.until)),
                (without != null) ? without : List.of());
    }

    private String recurrence(@Nullable LocalDateTime first, InputCheck check) {
        check.include(() -> some(this.days).forEach((day) -> constant(DayOfWeek.class, "days", day)));
        Repeat choice = check.read(() -> constant(Repeat.class, "repeat", this.repeat));
        String typed = FormText.of(this.rule);
        check.refuseIf(choice == Repeat.RULE && typed.isEmpty(), "rule", "schedule.rule.missing");
        check.refuseIf(choice == Repeat.ONCE && !typed.isEmpty(), "rule", "schedule.rule.ignored");
        return (choice != null && first != null && check.sound("days")) ? choice.rule(first, some(this.days), typed)
                : "";
    }

    /** The version that was shown, -1 for text that is none. */
    int shown() {
        String text = FormText.of(this.version);
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private List<LocalDate> dates() {
        try {
            return lines("skipped", this.skipped).stream().map(LocalDate::parse).sorted().toList();
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("skipped", "schedule.skipped.unreadable");
        }
    }

    private static LocalDateTime time(String field, @Nullable String text) {
        try {
            return LocalDateTime.parse(FormText.of(text)).withSecond(0).withNano(0);
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException(field, "schedule.time.unreadable");
        }
    }

    private static List<String> lines(String field, @Nullable String text) {
        String typed = FormText.of(text);
        if (typed.length() > LONGEST) {
            throw new InvalidInputException(field, "ui.too-long", LONGEST);
        }
        return Arrays.stream(typed.split("[\n,;]")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
            .filter((constant) -> constant.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InvalidInputException(field, "schedule.choice.missing"));
    }

    private static <T> List<T> some(@Nullable List<T> sent) {
        return (sent == null) ? List.of() : sent.stream().filter(Objects::nonNull).limit(MOST).toList();
    }

}
