package io.slipway.configuration.web;

import java.util.List;

import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemType;
import io.slipway.ui.form.FormText;
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

    static final List<String> TYPES = FormText.names(ItemType.class);

    ItemFilters {
        text = FormText.filter(text);
        type = FormText.known(ItemType.class, type);
        owner = FormText.filter(owner);
        retired = "true".equals(retired) ? retired : "";
        from = FormText.filter(from);
    }

    ItemQuery query() {
        return new ItemQuery(this.text, FormText.choice(ItemType.class, this.type), this.owner, !this.retired.isEmpty(),
                this.from);
    }

    /** Tells whether anything narrows the list. */
    public boolean any() {
        return !(this.text + this.type + this.owner + this.retired).isEmpty();
    }

}
