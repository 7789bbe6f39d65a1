package io.slipway.configuration.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemType;
import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the register as the address carries them. What means nothing is left
 * out, so that an old or mistyped address still shows a list.
 *
 * @param text beginning of a key or name
 * @param type name of a type, in either case
 * @param retired {@code true} for the retired ones
 * @param from the cursor
 */
record ItemFilters(@Nullable String text, @Nullable String type, @Nullable String owner, @Nullable String retired,
        @Nullable String from) {

    static final List<String> TYPES = Arrays.stream(ItemType.values()).map(Enum::name).toList();

    private static final int LONGEST = 100;

    ItemFilters {
        text = shortened(text);
        type = FormText.of(type).toUpperCase(Locale.ROOT);
        type = TYPES.contains(type) ? type : "";
        owner = shortened(owner);
        retired = "true".equals(retired) ? retired : "";
        from = shortened(from);
    }

    ItemQuery query() {
        return new ItemQuery(this.text, this.type.isEmpty() ? null : ItemType.valueOf(this.type), this.owner,
                !this.retired.isEmpty(), this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.type + this.owner + this.retired).isEmpty();
    }

    private static String shortened(@Nullable String sent) {
        String text = FormText.of(sent);
        return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
    }

}
