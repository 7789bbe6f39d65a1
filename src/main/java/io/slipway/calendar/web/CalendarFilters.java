package io.slipway.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.slipway.calendar.CalendarFilter;
import io.slipway.calendar.Layer;
import io.slipway.policy.ReleaseType;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The view, the date and the filters of the calendar as the address carries them. What
 * means nothing is left out, so that an old or mistyped address still shows a calendar.
 *
 * @param view {@code schedule}, {@code month}, {@code week} or {@code agenda}
 * @param date a day, such as {@code 2026-11-23}; empty for today
 * @param owner a user name, or {@value #MINE} for whoever looks
 * @param kind the layers shown; none for those that are mostly asked for: early life and
 * bookings only in the schedule
 * @param rows {@value #ENVIRONMENTS} for rows of environments instead of services
 */
record CalendarFilters(@Nullable String view, @Nullable String date, @Nullable String service, @Nullable String type,
        @Nullable String owner, @Nullable List<String> kind, @Nullable String rows) {

    static final String MINE = "@me";

    static final String ENVIRONMENTS = "environments";

    private static final Set<String> SCHEDULE_ONLY = Set.of(Layer.SUPPORT.name(), Layer.BOOKINGS.name());

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    CalendarFilters {
        view = CalendarView.of(FormText.of(view)).id();
        date = known(date);
        service = FormText.filter(service);
        type = FormText.known(ReleaseType.class, type);
        owner = FormText.filter(owner);
        rows = ENVIRONMENTS.equals(rows) ? ENVIRONMENTS : "";
        kind = (kind == null) ? List.of()
                : kind.stream()
                    .map((one) -> FormText.known(Layer.class, one))
                    .filter((one) -> !one.isEmpty())
                    .distinct()
                    .toList();
    }

    CalendarView chosen() {
        return CalendarView.of(this.view);
    }

    LocalDate day(LocalDate today) {
        return this.date.isEmpty() ? today : LocalDate.parse(this.date);
    }

    CalendarFilter filter(String userName) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        Arrays.stream(Layer.values()).filter((layer) -> shows(layer.name())).forEach(layers::add);
        return new CalendarFilter(layers, this.service, this.type.isEmpty() ? null : ReleaseType.valueOf(this.type),
                MINE.equals(this.owner) ? userName : this.owner, false);
    }

    /** Tells whether anything narrows the calendar. */
    public boolean any() {
        return !(this.service + this.type + this.owner).isEmpty() || !this.kind.isEmpty();
    }

    /** Tells whether a layer is shown. */
    public boolean shows(String layer) {
        return this.kind.isEmpty() ? chosen() == CalendarView.SCHEDULE || !SCHEDULE_ONLY.contains(layer)
                : this.kind.contains(layer);
    }

    /** The same filters on another day and in another view. */
    public String address(String toView, LocalDate toDate) {
        return address(toView, toDate.toString());
    }

    /** The same filters on the same day in another view. */
    public String address(String toView) {
        return address(toView, this.date);
    }

    /** The same in rows of the other kind. */
    public String turned() {
        return new CalendarFilters(this.view, this.date, this.service, this.type, this.owner, this.kind,
                this.rows.isEmpty() ? ENVIRONMENTS : "")
            .address(this.view);
    }

    /** The same, of one service only. */
    public String ofService(String name) {
        return new CalendarFilters(CalendarView.AGENDA.id(), this.date, name, this.type, this.owner, this.kind,
                this.rows)
            .address(CalendarView.AGENDA.id());
    }

    boolean byEnvironment() {
        return ENVIRONMENTS.equals(this.rows);
    }

    /** The same day and view without filters. */
    public String unfiltered() {
        return "/calendar?view=" + this.view + (this.date.isEmpty() ? "" : "&date=" + this.date);
    }

    /** The collisions of what is shown. */
    public String collisions() {
        return address(this.view).replaceFirst("/calendar", "/calendar/collisions");
    }

    private String address(String toView, String toDate) {
        StringBuilder address = new StringBuilder("/calendar?view=" + toView);
        Stream<String[]> single = Stream.of(new String[] { "date", toDate }, new String[] { "service", this.service },
                new String[] { "type", this.type }, new String[] { "owner", this.owner },
                new String[] { "rows", this.rows });
        Stream.concat(single, this.kind.stream().map((name) -> new String[] { "kind", name }))
            .filter((parameter) -> !parameter[1].isEmpty())
            .forEach((parameter) -> address.append('&')
                .append(parameter[0])
                .append('=')
                .append(UriUtils.encode(parameter[1], StandardCharsets.UTF_8)));
        return address.toString();
    }

    private static String known(@Nullable String sent) {
        try {
            LocalDate day = LocalDate.parse(FormText.of(sent));
            return (day.isBefore(EARLIEST) || day.isAfter(LATEST)) ? "" : day.toString();
        }
        catch (DateTimeException ex) {
            return "";
        }
    }

}
