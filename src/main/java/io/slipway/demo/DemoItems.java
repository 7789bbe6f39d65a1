package io.slipway.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.VerificationManagement;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.Acting;
import io.slipway.sql.Clause;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo company's configuration items: the services that its releases name, what they
 * are made of and run on, and some that nobody has looked at for long.
 */
@Component
@Profile("demo")
class DemoItems {

    /**
     * Key, name, type, criticality, owner, version, attributes and purpose of each item.
     */
    private static final String ITEMS = """
            payments|Payments|SERVICE|CRITICAL|service-owner|||Transfers, cards and clearing.
            online-banking|Online banking|SERVICE|HIGH|service-owner|||The bank in the browser.
            mobile-app|Mobile app|SERVICE|MEDIUM|service-owner|||The bank on the phone.
            claims|Claims|SERVICE|MEDIUM|service-owner|||Insurance claims, from report to end.
            customer-accounts|Customer accounts|SERVICE|HIGH|service-owner|||Who the customers are, and what they have.
            reporting|Reporting|SERVICE|LOW|service-owner|||Reports for the business and the law.
            payment-engine|Payment engine|APPLICATION|CRITICAL|build-engineer|8.4.1|language = Java|Books every payment once.
            fraud-check|Fraud check|APPLICATION|CRITICAL|build-engineer|1.4.0|language = Python|Says no within 80 milliseconds.
            web-shell|Web shell|APPLICATION|HIGH|build-engineer|12.0.3|language = TypeScript|Frame of all banking pages.
            mobile-gateway|Mobile gateway|APPLICATION|MEDIUM|build-engineer|5.1.2|language = Kotlin|What the app talks to.
            account-service|Account service|APPLICATION|HIGH|build-engineer|6.0.0|language = Java|Balances and standing orders.
            claims-service|Claims service|APPLICATION|MEDIUM|build-engineer|3.2.7|language = Java|Cases, photographs and payouts.
            report-builder|Report builder|APPLICATION|LOW|build-engineer|2.9.1|language = Java|Nightly figures and forms.
            payments-db|Payments database|DATABASE|CRITICAL|operations|11.4.5|vendor = MariaDB|Orders and bookings of ten years.
            accounts-db|Accounts database|DATABASE|HIGH|operations|11.4.5|vendor = MariaDB|Customers and their accounts.
            claims-db|Claims database|DATABASE|MEDIUM|operations|10.11.9|vendor = MariaDB|Cases and documents.
            warehouse|Data warehouse|DATABASE|LOW|operations|10.11.9|vendor = MariaDB|Copies for reports.
            pay-host-1|Payment host 1|HOST|CRITICAL|operations|12|system = Debian|Room A.
            pay-host-2|Payment host 2|HOST|CRITICAL|operations|12|system = Debian|Room B.
            web-host-1|Web host 1|HOST|HIGH|operations|12|system = Debian|Room A.
            db-host-1|Database host 1|HOST|CRITICAL|operations|12|system = Debian|Room A, mirrored to room B.
            batch-host-1|Batch host 1|HOST|LOW|operations|11|system = Debian|Room C, behind the coffee machine.
            production|Production|ENVIRONMENT|CRITICAL|deployment-manager|||Where customers are served.
            staging|Staging|ENVIRONMENT|MEDIUM|test-manager|||A copy of production, a size smaller.
            stg-pay-host|Staging payment host|HOST|LOW|operations|12|system = Debian; stands-for = pay-host-1|Half of what production has.
            stg-web-host|Staging web host|HOST|LOW|operations|12|system = Debian; stands-for = web-host-1|Room C.
            stg-db-host|Staging database host|HOST|LOW|operations|12|system = Debian; stands-for = db-host-1|Not mirrored.
            stg-payments-db|Staging payments database|DATABASE|LOW|operations|11.4.5|vendor = MariaDB; stands-for = payments-db|Last night's copy, names blackened.
            stg-accounts-db|Staging accounts database|DATABASE|LOW|operations|11.4.5|vendor = MariaDB; stands-for = accounts-db|Last night's copy.
            stg-claims-db|Staging claims database|DATABASE|LOW|operations|11.4.5|vendor = MariaDB; stands-for = claims-db|A version ahead of production.
            stg-mail-trap|Mail trap|OTHER|LOW|test-manager|1.27|kind = mail server; stands-for = nothing|Catches what must not reach customers.
            iban-library|IBAN library|COMPONENT|MEDIUM|build-engineer|4.1.0|licence = Apache-2.0|Checks account numbers.
            card-kit|Card kit|COMPONENT|HIGH|build-engineer|7.7.0|licence = Commercial|Talks to card readers.
            payments-runbook|Payments runbook|DOCUMENT|MEDIUM|operations|2026-03||What to do when payments stop.
            hsm-1|Key safe 1|OTHER|CRITICAL|operations|FW 6.3|kind = hardware security module|Holds the keys that sign payments.
            """;

    private static final String RELATIONS = """
            payments CONTAINS payment-engine, fraud-check; DEPENDS_ON customer-accounts; USES payments-runbook
            online-banking CONTAINS web-shell; DEPENDS_ON payments, customer-accounts
            mobile-app CONTAINS mobile-gateway; DEPENDS_ON payments, customer-accounts
            claims CONTAINS claims-service; USES payments
            customer-accounts CONTAINS account-service
            reporting CONTAINS report-builder
            payment-engine DEPENDS_ON payments-db, fraud-check; RUNS_ON pay-host-1, pay-host-2; CONNECTS_TO hsm-1; CONTAINS iban-library, card-kit
            fraud-check USES accounts-db; CONNECTS_TO payment-engine; RUNS_ON pay-host-2
            web-shell RUNS_ON web-host-1; CONNECTS_TO account-service, payment-engine
            mobile-gateway RUNS_ON web-host-1; CONNECTS_TO account-service, payment-engine; CONTAINS iban-library
            account-service DEPENDS_ON accounts-db; RUNS_ON web-host-1
            claims-service DEPENDS_ON claims-db; RUNS_ON web-host-1
            report-builder USES warehouse; RUNS_ON batch-host-1
            payments-db RUNS_ON db-host-1
            accounts-db RUNS_ON db-host-1
            claims-db RUNS_ON db-host-1
            warehouse RUNS_ON batch-host-1; CONNECTS_TO payments-db, accounts-db, claims-db
            stg-payments-db RUNS_ON stg-db-host
            stg-accounts-db RUNS_ON stg-db-host
            stg-claims-db RUNS_ON stg-db-host
            staging CONTAINS stg-pay-host, stg-web-host, stg-db-host, stg-mail-trap
            production CONTAINS pay-host-1, pay-host-2, web-host-1, db-host-1, batch-host-1
            """;

    /** Nobody has looked at these for about so many days. */
    private static final Map<String, Integer> UNCONFIRMED = Map.of("batch-host-1", 612, "report-builder", 540,
            "warehouse", 498, "payments-runbook", 260, "card-kit", 231, "hsm-1", 204, "claims-db", 190);

    private final ConfigurationManagement configuration;

    private final VerificationManagement verification;

    private final RelationManagement relations;

    private final Acting acting;

    private final JdbcClient jdbc;

    private final Clock clock;

    DemoItems(ConfigurationManagement configuration, VerificationManagement verification, RelationManagement relations,
            Acting acting, JdbcClient jdbc, Clock clock) {
        this.configuration = configuration;
        this.verification = verification;
        this.relations = relations;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Registers what is not registered yet. */
    void register() {
        List<String[]> rows = ITEMS.lines().map((line) -> line.split("\\|", 8)).toList();
        Set<String> known = this.configuration.find(rows.stream().map((row) -> row[0]).toList())
            .stream()
            .map(ItemSummary::key)
            .collect(Collectors.toSet());
        this.acting.as("configuration-manager", () -> {
            rows.stream().filter((row) -> !known.contains(row[0])).forEach(this::register);
            if (this.configuration.find(List.of("legacy-clearing")).isEmpty()) {
                RELATIONS.lines().forEach(this::relate);
                register(
                        "instant-clearing|Instant clearing|APPLICATION|HIGH|build-engineer|0.9|language = Java|Clears in ten seconds."
                            .split("\\|"),
                        ItemStatus.PLANNED);
                register("legacy-clearing|Legacy clearing|APPLICATION|LOW|operations|2.2||Cleared overnight until 2024."
                    .split("\\|"), ItemStatus.LIVE);
                this.configuration.retire("legacy-clearing", "Replaced by the payment engine.");
            }
        });
    }

    /** Somebody looks at all items, except at those that nobody ever looks at. */
    void confirm() {
        this.acting.as("configuration-manager",
                () -> this.verification.confirm(Stream.concat(ITEMS.lines(), Stream.of("instant-clearing|"))
                    .map((line) -> line.substring(0, line.indexOf('|')))
                    .filter((key) -> !UNCONFIRMED.containsKey(key))
                    .toList()));
    }

    /** Lets what nobody looked at be as old as it is told to be. */
    void neglect() {
        UNCONFIRMED.forEach(this::forget);
    }

    private void register(String[] row) {
        register(row, ItemStatus.LIVE);
    }

    private void register(String[] row, ItemStatus status) {
        this.configuration.register(row[0], new ItemProfile(row[1], ItemType.valueOf(row[2]),
                Criticality.valueOf(row[3]), row[4], row[7], row[5], AttributeText.read(row[6].replace("; ", "\n"))),
                status);
    }

    private void relate(String line) {
        String source = line.substring(0, line.indexOf(' '));
        for (String part : line.substring(source.length()).split(";")) {
            String[] words = part.strip().split(" ", 2);
            for (String target : words[1].split(",")) {
                this.relations.add(source, RelationKind.valueOf(words[0]), target.strip());
            }
        }
    }

    /** No service makes a confirmation older than it is: only a demo does. */
    private void forget(String key, int days) {
        Instant then = this.clock.instant().minus(Duration.ofDays(days));
        Clause.update("configuration_items", "confirmed_at", then)
            .where(Clause.equal("item_key", key))
            .on(this.jdbc)
            .update();
    }

}
