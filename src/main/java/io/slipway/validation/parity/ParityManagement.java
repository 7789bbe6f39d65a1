package io.slipway.validation.parity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.EnvironmentManagement;
import io.slipway.input.InputCheck;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Json;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.slipway.validation.evidence.TestLevel;
import io.slipway.validation.report.ReportFormat;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Compares a test environment with production and delivers the result as evidence. Items
 * are compared by version and attributes; an item of the test environment stands for the
 * one of production that its attribute {@value #STANDS_FOR} names. Left out is what the
 * services of the release do not need, and what its package brings itself.
 */
@Service
public class ParityManagement {

    /**
     * The attribute that names the key of an item of production, or {@value #NOTHING}.
     */
    public static final String STANDS_FOR = "stands-for";

    private static final String NOTHING = "nothing";

    private static final Set<ItemType> COMPARED = Set.of(ItemType.APPLICATION, ItemType.DATABASE, ItemType.HOST,
            ItemType.COMPONENT, ItemType.OTHER);

    private static final int LONGEST_NAME = 120;

    private static final int LONGEST_ENVIRONMENT = 80;

    private final EnvironmentManagement environments;

    private final ConfigurationManagement configuration;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final EvidenceManagement evidence;

    ParityManagement(EnvironmentManagement environments, ConfigurationManagement configuration,
            ReleaseManagement releases, PackageManagement packages, EvidenceManagement evidence) {
        this.environments = environments;
        this.configuration = configuration;
        this.releases = releases;
        this.packages = packages;
        this.evidence = evidence;
    }

    /**
     * Environments that can be compared.
     * @return those in use, by key, the first 50
     */
    public List<ItemSummary> environments() {
        return this.environments.all();
    }

    /**
     * Compares two environments, and delivers what differs as evidence of the package as
     * it is. Refuses, at the field, an unknown environment, one that has nothing to
     * compare, and the same one twice; and what {@link EvidenceManagement#deliver}
     * refuses.
     * @param test key of the test environment
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'test-manager')")
    public EvidenceDetails compare(String releaseKey, String test, String production) {
        ReleaseDetails release = this.releases.get(releaseKey);
        Map<String, String> names = this.configuration.find(List.of(test, production))
            .stream()
            .filter((item) -> item.type() == ItemType.ENVIRONMENT && item.status() != ItemStatus.RETIRED)
            .collect(Collectors.toMap(ItemSummary::key, ItemSummary::name));
        InputCheck check = new InputCheck();
        check.refuseIf(!names.containsKey(test), "test", "validation.parity.environment.missing");
        check.refuseIf(!names.containsKey(production), "production", "validation.parity.environment.missing");
        check.refuseIf(test.equals(production), "test", "validation.parity.environment.same");
        check.finish();
        Comparison comparison = compare(release, this.environments.contents(test),
                this.environments.contents(production));
        check.refuseIf(comparison.test().isEmpty(), "test", "validation.parity.environment.empty");
        check.refuseIf(comparison.production().isEmpty(), "production", "validation.parity.environment.empty");
        check.finish();
        String name = names.get(test) + " beside " + names.get(production);
        return deliver(release.key(), cut(name, LONGEST_NAME), cut(names.getOrDefault(test, ""), LONGEST_ENVIRONMENT),
                comparison);
    }

    private Comparison compare(ReleaseDetails release, List<ItemDetails> test, List<ItemDetails> production) {
        Set<String> brought = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.packages.get(release.key()).units().forEach((unit) -> brought.add(unit.name()));
        Set<String> needed = this.environments
            .needs(this.configuration.services(release.services()).stream().map(ItemSummary::key).toList());
        Map<String, ItemDetails> originals = new HashMap<>();
        Map<String, String> there = new TreeMap<>();
        for (ItemDetails item : compared(production, brought)) {
            originals.put(item.item().key(), item);
            originals.putIfAbsent(item.item().name().toLowerCase(Locale.ROOT), item);
            if (needed.isEmpty() || needed.contains(item.item().key())) {
                there.put(item.item().name(), state(item));
            }
        }
        Map<String, String> here = new TreeMap<>();
        for (ItemDetails item : compared(test, brought)) {
            String named = item.attributes().getOrDefault(STANDS_FOR, "");
            ItemDetails original = originals.getOrDefault(named.isEmpty() ? item.item().key() : named,
                    originals.get(item.item().name().toLowerCase(Locale.ROOT)));
            if (original == null && !named.equals(NOTHING)) {
                here.put(item.item().name(), state(item));
            }
            else if (original != null && there.containsKey(original.item().name())) {
                here.put(original.item().name(), state(item));
            }
        }
        return new Comparison(here, there);
    }

    private static List<ItemDetails> compared(List<ItemDetails> items, Collection<String> brought) {
        return items.stream()
            .filter((item) -> COMPARED.contains(item.item().type()))
            .filter((item) -> !brought.contains(item.item().name()) && !brought.contains(item.item().key()))
            .toList();
    }

    private static String state(ItemDetails item) {
        Map<String, String> attributes = new TreeMap<>(item.attributes());
        attributes.remove(STANDS_FOR);
        StringBuilder state = new StringBuilder(item.item().edition().isEmpty() ? "no version" : item.item().edition());
        attributes.forEach((name, value) -> state.append(", ").append(name).append(' ').append(value));
        return state.toString();
    }

    private EvidenceDetails deliver(String releaseKey, String name, String environment, Comparison comparison) {
        try {
            String report = Json
                .text(Map.of("slipwayParity", 1, "test", comparison.test(), "production", comparison.production()));
            return this.evidence
                .deliver(releaseKey,
                        new EvidenceDelivery(ReportFormat.PARITY.id(), TestLevel.OPERATIONAL.id(), name, environment,
                                "", "", "", ""),
                        new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)))
                .evidence();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String cut(String text, int most) {
        return (text.length() > most) ? text.substring(0, most) : text;
    }

    /** The states of what is compared, by name. */
    private record Comparison(Map<String, String> test, Map<String, String> production) {
    }

}
