package io.slipway.audit.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.audit.RecordSearch;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Populations as the system has them, and samples of them. For those who read the record;
 * what was drawn is recorded.
 */
@Service
@PreAuthorize(RecordSearch.READERS)
public class PopulationManagement {

    /** How many members a sample has unless somebody says otherwise. */
    public static final int USUAL_SIZE = 25;

    /** The most members of a sample. */
    public static final int MOST = 200;

    /** So many members are read together. */
    private static final int CHUNK = 10000;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final Clock clock;

    PopulationManagement(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Counts a population, takes its digest and draws from it. The same seed draws the
     * same members from the same population, whoever draws.
     * @param seed what the auditor names; nothing is drawn if it is empty
     * @param size how many to draw, at most {@link #MOST}
     */
    @Transactional
    public Population draw(PopulationKind kind, ReportPeriod period, String seed, int size) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        Sample sample = new Sample(seed, Math.min(size, MOST));
        long count = 0;
        String from = "";
        List<Member> chunk;
        do {
            chunk = members(kind, period, from);
            for (Member member : chunk) {
                digest.update((member.member() + "\n").getBytes(StandardCharsets.UTF_8));
                sample.offer(member);
            }
            count += chunk.size();
            from = chunk.isEmpty() ? "" : order(kind).cursor(chunk.get(chunk.size() - 1));
        }
        while (chunk.size() == CHUNK);
        Population population = new Population(kind, period, this.clock.instant(), count,
                HexFormat.of().formatHex(digest.digest()),
                kind.select() + " where " + kind.within(period).sql() + order(kind).by(), sample.drawn());
        if (!seed.isEmpty()) {
            record(population, seed, size);
        }
        return population;
    }

    /**
     * The members, in the order of time.
     * @param from the cursor, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<Member> page(PopulationKind kind, ReportPeriod period, String from) {
        return order(kind).page(this.jdbc, kind.select(), kind.within(period), from, Member.class);
    }

    private List<Member> members(PopulationKind kind, ReportPeriod period, String from) {
        KeyOrder<Member> order = order(kind);
        return Clause.of(kind.select())
            .where(kind.within(period).and(order.after(from)))
            .append(order.by() + " limit " + CHUNK)
            .on(this.jdbc)
            .query(Member.class)
            .list();
    }

    private static KeyOrder<Member> order(PopulationKind kind) {
        return KeyOrder.<Member>ascending().instant(kind.at(), Member::at).number("t.id", Member::id);
    }

    private void record(Population population, String seed, int size) {
        Map<String, Object> values = new TreeMap<>();
        values.put("kind", population.kind());
        values.put("since", population.period().since());
        values.put("until", population.period().until());
        values.put("count", population.count());
        values.put("digest", population.digest());
        values.put("seed", seed);
        values.put("size", size);
        this.journal.record(JournalEntry.of("sample.drawn", "report", "population").with(values));
    }

}
