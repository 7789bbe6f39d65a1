package io.slipway.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo company's configuration items: the services that its releases name, and a few
 * things below them.
 */
@Component
@Profile("demo")
class DemoItems {

    private static final List<Item> ITEMS = List.of(
            new Item("payments", "Payments", ItemType.SERVICE, Criticality.CRITICAL, "Transfers, cards and clearing."),
            new Item("online-banking", "Online banking", ItemType.SERVICE, Criticality.HIGH,
                    "The bank in the browser."),
            new Item("mobile-app", "Mobile app", ItemType.SERVICE, Criticality.MEDIUM, "The bank on the phone."),
            new Item("claims", "Claims", ItemType.SERVICE, Criticality.MEDIUM, "Insurance claims, from report to end."),
            new Item("customer-accounts", "Customer accounts", ItemType.SERVICE, Criticality.HIGH,
                    "Who the customers are, and what they have."),
            new Item("reporting", "Reporting", ItemType.SERVICE, Criticality.LOW,
                    "Reports for the business and the law."),
            new Item("payment-engine", "Payment engine", ItemType.APPLICATION, Criticality.CRITICAL,
                    "Books every payment once."),
            new Item("payments-db", "Payments database", ItemType.DATABASE, Criticality.CRITICAL,
                    "Orders and bookings of ten years."),
            new Item("web-shell", "Web shell", ItemType.APPLICATION, Criticality.HIGH, "Frame of all banking pages."),
            new Item("claims-service", "Claims service", ItemType.APPLICATION, Criticality.MEDIUM,
                    "Cases, photographs and payouts."),
            new Item("production", "Production", ItemType.ENVIRONMENT, Criticality.CRITICAL,
                    "Where customers are served."));

    private final ConfigurationManagement configuration;

    private final Acting acting;

    DemoItems(ConfigurationManagement configuration, Acting acting) {
        this.configuration = configuration;
        this.acting = acting;
    }

    /** Registers what is not registered yet. */
    void register() {
        Set<String> known = this.configuration.find(ITEMS.stream().map(Item::key).toList())
            .stream()
            .map(ItemSummary::key)
            .collect(Collectors.toSet());
        this.acting.as("configuration-manager",
                () -> ITEMS.stream()
                    .filter((item) -> !known.contains(item.key()))
                    .forEach((item) -> this.configuration.register(item.key(), item.profile())));
    }

    private record Item(String key, String name, ItemType type, Criticality criticality, String description) {

        ItemProfile profile() {
            return new ItemProfile(this.name, this.type, this.criticality, "service-owner", this.description);
        }

    }

}
