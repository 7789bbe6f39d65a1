package io.slipway.audit.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.audit.report.ChangeReports.Emergency;
import io.slipway.audit.report.Completeness.Gap;
import io.slipway.audit.report.GeneratedYear.Fault;
import io.slipway.audit.report.ItemManagement.Exceptions;
import io.slipway.audit.report.ItemTest.Kind;
import io.slipway.identity.Acting;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a generated year every planted fault is found, by the test that is for it, and none
 * is invented; a sample of it is drawn as its rule says.
 */
@SlipwayTest
class GeneratedYearTests {

    private static final long SEED = 20261130;

    private static final Map<Fault, Kind> FOUND_BY = Map.of(Fault.APPROVED_LATE, Kind.APPROVED_BEFORE,
            Fault.NOT_APPROVED, Kind.APPROVED_BEFORE, Fault.BUILT_AND_APPROVED, Kind.SEPARATED,
            Fault.APPROVED_AND_DEPLOYED, Kind.SEPARATED, Fault.OTHER_DIGEST, Kind.AS_APPROVED, Fault.NOT_TESTED,
            Kind.TESTED, Fault.NO_WAY_BACK, Kind.BACK_OUT, Fault.EMERGENCY_NOT_REVIEWED, Kind.REVIEWED,
            Fault.EMERGENCY_REVIEWED_LATE, Kind.REVIEWED);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ItemManagement items;

    @Autowired
    PopulationManagement populations;

    @Autowired
    CompletenessManagement completeness;

    @Autowired
    ChangeReports changes;

    @Autowired
    Acting acting;

    private GeneratedYear made;

    @AfterEach
    void leave() {
        this.made.leave();
    }

    @Test
    void everyFaultIsFoundByItsTestAndNoneIsInvented() {
        GeneratedYear year = year(90);
        Map<String, Set<String>> found = new TreeMap<>();
        String from = "";
        do {
            String begin = from;
            Exceptions page = this.acting.as("auditor", () -> this.items.exceptions(year.period(), Set.of(), begin));
            page.found().forEach((one) -> found.put(one.item().row().key(), faults(one)));
            from = (page.next() != null) ? page.next() : "";
        }
        while (!from.isEmpty());
        Map<String, Set<String>> planted = new TreeMap<>();
        year.planted.forEach((key, fault) -> {
            if (fault == Fault.NOT_APPROVED) {
                planted.put(key, Set.of("APPROVED_BEFORE FAIL", "SEPARATED UNKNOWN"));
            }
            else if (fault != Fault.NONE) {
                planted.put(key, Set.of(FOUND_BY.get(fault) + " FAIL"));
            }
        });
        assertThat(found).isEqualTo(planted);
    }

    private static Set<String> faults(TestedItem one) {
        return one.worse(Set.of())
            .stream()
            .map((test) -> test.kind() + " " + test.verdict())
            .collect(Collectors.toSet());
    }

    @Test
    void aSampleIsTheOneThatAnybodyDraws() {
        GeneratedYear year = year(40);
        Population population = draw(year, "Q4-2026", 25);
        List<String> keys = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        this.jdbc
            .sql("select release_key from deployments where started_at >= :since and started_at < :until "
                    + "order by started_at, id")
            .param("since", year.period().since())
            .param("until", year.period().until())
            .query(String.class)
            .list()
            .forEach((key) -> {
                keys.add(key + "/1");
                all.append(key).append("/1\n");
            });
        assertThat(population.count()).isEqualTo(keys.size());
        assertThat(population.digest()).isEqualTo(sha256(all.toString()));
        keys.sort((one, other) -> sha256("Q4-2026" + one).compareTo(sha256("Q4-2026" + other)));
        assertThat(population.sample().stream().map((one) -> one.member().member())).isEqualTo(keys.subList(0, 25));
        assertThat(draw(year, "Q4-2026", 5).sample()).isEqualTo(population.sample().subList(0, 5));
        assertThat(draw(year, "another", 25).sample()).isNotEqualTo(population.sample());
        assertThat(draw(year, "", 25).sample()).isEmpty();
    }

    @Test
    void whatIsMissingOrUnknownToTheRecordIsNamed() {
        GeneratedYear year = year(5);
        Completeness bare = complete(PopulationKind.DEPLOYMENTS, year);
        assertThat(bare.unrecorded()).as("written behind the portal's back")
            .containsExactlyElementsOf(year.planted.keySet());
        year.record();
        assertThat(complete(PopulationKind.DEPLOYMENTS, year).complete()).isTrue();
        assertThat(complete(PopulationKind.CHANGES, year).complete()).isTrue();
        year.forget(3);
        assertThat(complete(PopulationKind.DEPLOYMENTS, year).vanished()).containsExactly(year.key(3) + "/1");
        assertThat(complete(PopulationKind.CHANGES, year)).satisfies((found) -> {
            assertThat(found.complete()).isFalse();
            assertThat(found.vanished()).containsExactly(year.number(3));
            assertThat(found.gaps()).contains(new Gap(year.number(3), year.number(3), Gap.Why.RECORDED));
        });
    }

    @Test
    void emergenciesThatNobodyLookedBackAtInTimeComeFirst() {
        GeneratedYear year = year(12);
        assertThat(this.acting.as("auditor", () -> this.changes.emergencies(year.period(), "")).rows())
            .extracting(Emergency::late)
            .startsWith(2, 1)
            .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(this.acting.as("auditor", () -> this.changes.share(year.period())).total()).isEqualTo(12);
    }

    private GeneratedYear year(int deployments) {
        this.made = new GeneratedYear(this.jdbc, SEED).fill(deployments);
        return this.made;
    }

    private Completeness complete(PopulationKind kind, GeneratedYear year) {
        return this.acting.as("auditor", () -> this.completeness.of(kind, year.period()));
    }

    private Population draw(GeneratedYear year, String seed, int size) {
        return this.acting.as("auditor",
                () -> this.populations.draw(PopulationKind.DEPLOYMENTS, year.period(), seed, size));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new AssertionError(ex);
        }
    }

}
