package io.slipway.release.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.slipway.policy.ReleaseType;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseQuery;
import io.slipway.release.ReleaseQuery.Sort;
import io.slipway.release.ReleaseQuery.State;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of the list as the address carries them. What means nothing
 * is left out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a key, or words of the name
 * @param status {@code OPEN}, {@code ENDED}, {@code CLOSED}, {@code CANCELLED} or
 * {@code ROLLED_BACK}; all names in either case
 * @param sort {@code START}, {@code KEY} or {@code REGISTERED}
 */
record ReleaseFilters(@Nullable String text, @Nullable String status, @Nullable String service, @Nullable String type,
        @Nullable String phase, @Nullable String owner, @Nullable String sort, @Nullable String from) {

    private static final int LONGEST = 100;

    ReleaseFilters {
        text = shortened(text);
        status = known(State.class, status);
        service = shortened(service);
        type = known(ReleaseType.class, type);
        phase = known(Phase.class, phase);
        owner = shortened(owner);
        sort = known(Sort.class, sort);
        from = shortened(from);
    }

    ReleaseQuery query() {
        return new ReleaseQuery(this.text, constant(State.class, this.status), this.service,
                constant(ReleaseType.class, this.type), constant(Phase.class, this.phase), this.owner,
                this.sort.isEmpty() ? Sort.START : Sort.valueOf(this.sort), this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.status + this.service + this.type + this.phase + this.owner).isEmpty();
    }

    static List<String> states() {
        return names(State.class);
    }

    static List<String> sorts() {
        return names(Sort.class);
    }

    static List<String> types() {
        return names(ReleaseType.class);
    }

    static List<String> phases() {
        return names(Phase.class);
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static <E extends Enum<E>> String known(Class<E> type, @Nullable String sent) {
        String name = FormText.of(sent).toUpperCase(Locale.ROOT);
        return names(type).contains(name) ? name : "";
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return name.isEmpty() ? null : Enum.valueOf(type, name);
    }

    private static String shortened(@Nullable String sent) {
        String text = FormText.of(sent);
        return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
    }

}
