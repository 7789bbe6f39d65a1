package io.slipway.calendar.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.slipway.calendar.Layer;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The form to make a personal calendar address.
 *
 * @param layers names of the layers that it shows
 */
record SubscriptionForm(String name, @Nullable List<String> layers) {

    SubscriptionForm {
        layers = FormText.chosen(layers);
    }

    static SubscriptionForm empty() {
        return new SubscriptionForm("", Arrays.stream(Layer.values()).map(Layer::name).toList());
    }

    Set<Layer> chosen() {
        Set<Layer> chosen = EnumSet.noneOf(Layer.class);
        Arrays.stream(Layer.values()).filter((layer) -> this.layers.contains(layer.name())).forEach(chosen::add);
        return chosen;
    }

}
