package io.slipway.release.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.OfRecord;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.ui.Times;
import io.slipway.ui.form.FormText;
import io.slipway.view.ViewTab;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The filters and the order of the list as the address carries them. What means nothing
 * is left out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a key, or words of the name
 * @param status name of a {@link State}; all names in either case
 * @param sort name of a {@link Sort}
 * @param since the first day of the planned start, as {@code 2026-11-30}, in the person's
 * zone
 * @param until the last day
 * @param person user name of somebody who did anything on them
 * @param deviation name of a way in which they deviated
 */
record ReleaseFilters(@Nullable String text, @Nullable String status, @Nullable String service, @Nullable String type,
        @Nullable String phase, @Nullable String owner, @Nullable String sort, @Nullable String since,
        @Nullable String until, @Nullable String person, @Nullable String deviation, @Nullable String from) {

    ReleaseFilters {
        text = FormText.filter(text);
        status = FormText.known(State.class, status);
        service = FormText.filter(service);
        type = FormText.known(ReleaseType.class, type);
        phase = FormText.known(Phase.class, phase);
        owner = FormText.filter(owner);
        sort = FormText.known(Sort.class, sort);
        since = FormText.filter(since);
        until = FormText.filter(until);
        person = FormText.filter(person);
        deviation = FormText.filter(deviation).toUpperCase(Locale.ROOT);
        from = FormText.filter(from);
    }

    /**
     * What is asked for.
     * @param audits whether the reader may ask what one person had a part in
     */
    ReleaseQuery query(Times times, boolean audits) {
        return new ReleaseQuery(this.text, FormText.choice(State.class, this.status), this.service,
                FormText.choice(ReleaseType.class, this.type), FormText.choice(Phase.class, this.phase), this.owner,
                this.sort.isEmpty() ? Sort.START : Sort.valueOf(this.sort), this.from, new OfRecord(
                        times.day(this.since, 0), times.day(this.until, 1), audits ? this.person : "", this.deviation));
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.status + this.service + this.type + this.phase + this.owner).isEmpty() || ofRecord();
    }

    /** Tells whether anything is asked for that auditors ask for. */
    public boolean ofRecord() {
        return !(this.since + this.until + this.person + this.deviation).isEmpty();
    }

    /** The query of the address, without what says nothing and without the page. */
    public String written() {
        return written(this.status, this.owner, this.sort);
    }

    /** Whether planned starts are shown in their order: what ended, the latest first. */
    public boolean forward() {
        State asked = FormText.choice(State.class, this.status);
        return (asked != null) ? asked.open() : this.text.isEmpty();
    }

    /** The address of the same releases in another order. */
    public String sorted(Sort other) {
        return address(written(this.status, this.owner, other.name()));
    }

    static String address(String query) {
        return "/releases" + (query.isEmpty() ? "" : "?" + query);
    }

    private String written(String asked, String of, String order) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", this.text);
        values.put("status", asked.toLowerCase(Locale.ROOT));
        values.put("phase", this.phase.toLowerCase(Locale.ROOT));
        values.put("type", this.type.toLowerCase(Locale.ROOT));
        values.put("service", this.service);
        values.put("owner", of);
        values.put("since", this.since);
        values.put("until", this.until);
        values.put("person", this.person);
        values.put("deviation", this.deviation.toLowerCase(Locale.ROOT));
        values.put("sort", order.equals(Sort.START.name()) ? "" : order.toLowerCase(Locale.ROOT));
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        });
        return Objects.requireNonNullElse(query.build(true).getQuery(), "");
    }

    /** The views of the list that everybody has. */
    List<ViewTab> tabs(@Nullable String manager, boolean audits) {
        List<ViewTab> tabs = new ArrayList<>();
        tabs.add(tab("open", "", "", ""));
        tabs.add(tab("stuck", "stuck", "", "waiting"));
        if (manager != null) {
            tabs.add(tab("mine", "", manager, ""));
        }
        tabs.add(tab("soon", "soon", "", ""));
        tabs.add(tab("ended", "ended", "", ""));
        tabs.add(tab("deviated", "deviated", "", ""));
        if (audits) {
            tabs.add(tab("any", "any", "", ""));
        }
        return tabs;
    }

    private ViewTab tab(String name, String asked, String of, String order) {
        String query = new ReleaseFilters("", asked, "", "", "", of, order, "", "", "", "", "").written();
        return new ViewTab("release.view." + name, address(query), null, query.equals(written()));
    }

    static List<String> states() {
        return FormText.names(State.class);
    }

    static List<String> sorts() {
        return FormText.names(Sort.class);
    }

    static List<String> types() {
        return FormText.names(ReleaseType.class);
    }

    static List<String> phases() {
        return FormText.names(Phase.class);
    }

}
