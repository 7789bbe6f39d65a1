package io.slipway.change.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.slipway.change.ChangeQuery;
import io.slipway.change.ChangeStatus;
import io.slipway.change.ChangeType;
import io.slipway.policy.Risk;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of changes as the address carries them. What means nothing is
 * left out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a number or key, or words of the title
 * @param from the cursor
 */
record ChangeFilters(@Nullable String text, @Nullable String type, @Nullable String risk, @Nullable String status,
        @Nullable String service, @Nullable String from) {

    private static final int LONGEST = 100;

    ChangeFilters {
        text = shortened(text);
        type = known(ChangeType.class, type);
        risk = known(Risk.class, risk);
        status = known(ChangeStatus.class, status);
        service = shortened(service);
        from = shortened(from);
    }

    ChangeQuery query() {
        return new ChangeQuery(this.text, constant(ChangeType.class, this.type), constant(Risk.class, this.risk),
                constant(ChangeStatus.class, this.status), this.service, this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.type + this.risk + this.status + this.service).isEmpty();
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
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
