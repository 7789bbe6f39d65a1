package io.slipway.configuration.web;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Pick;
import io.slipway.ui.form.Picker;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Configuration items in use, to pick by key: any, services by their name, environments.
 */
@Configuration(proxyBeanMethods = false)
class ItemPickers {

    @Bean
    ItemPicker itemPicker(ConfigurationManagement items, Messages words) {
        return new ItemPicker("item", null, ItemSummary::key, items::find, items, words);
    }

    @Bean
    ItemPicker servicePicker(ConfigurationManagement items, Messages words) {
        return new ItemPicker("service", ItemType.SERVICE, ItemSummary::name, items::services, items, words);
    }

    @Bean
    ItemPicker environmentPicker(ConfigurationManagement items, Messages words) {
        return new ItemPicker("environment", ItemType.ENVIRONMENT, ItemSummary::key, items::find, items, words);
    }

    /**
     * Picks items of one type, for whoever has a part in releases.
     */
    static class ItemPicker implements Picker {

        private final String kind;

        private final @Nullable ItemType type;

        private final Function<ItemSummary, String> value;

        private final Function<Collection<String>, List<ItemSummary>> named;

        private final ConfigurationManagement items;

        private final Messages words;

        ItemPicker(String kind, @Nullable ItemType type, Function<ItemSummary, String> value,
                Function<Collection<String>, List<ItemSummary>> named, ConfigurationManagement items, Messages words) {
            this.kind = kind;
            this.type = type;
            this.value = value;
            this.named = named;
            this.items = items;
            this.words = words;
        }

        @Override
        public String kind() {
            return this.kind;
        }

        /** Services and environments may be named before the register knows them. */
        @Override
        public boolean open() {
            return this.type != null;
        }

        @Override
        @PreAuthorize(Role.WORKERS)
        public KeyPage<Pick> find(String text, String from) {
            return this.items.list(new ItemQuery(text, this.type, "", false, from)).map(this::pick);
        }

        @Override
        public List<Pick> named(Collection<String> values) {
            return this.named.apply(values).stream().map(this::pick).toList();
        }

        private Pick pick(ItemSummary item) {
            String detail = (this.type == null) ? this.words.text("configuration.type." + item.type()) : "";
            return new Pick(this.value.apply(item), item.name(), detail);
        }

    }

}
