package io.slipway.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.slipway.test.SlipwayTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Rows become records by name, with the records, lists and constants within them.
 */
@SlipwayTest
class RecordRowsTests {

    private static final Instant AT = Instant.parse("2026-11-30T10:00:00.123Z");

    @Autowired
    JdbcClient jdbc;

    @Test
    void fillsRecordsWithinRecords() {
        Kept kept = this.jdbc.sql("""
                select 7 as id, 'ann' as `by`, :at as at, 'bob' as answer_by, :at as ANSWER_AT_, 'major' as kind,
                       '["a", "b"]' as words, '{"by": "joe", "at": "2026-11-30T10:00:00.123Z"}' as told,
                       '{"a": 1}' as counts""").param("at", AT).query(Kept.class).single();
        assertThat(kept).isEqualTo(new Kept(7, Kind.MAJOR, new Act("ann", AT), new Act("bob", AT), new Act("joe", AT),
                List.of("a", "b"), Map.of("a", 1)));
    }

    @Test
    void knowsNoRecordWithoutAnyValue() {
        Answered answered = this.jdbc.sql("select 1 as id, null as answer_by, null as answer_at")
            .query(Answered.class)
            .single();
        assertThat(answered.answer()).isNull();
    }

    @Test
    void refusesComponentsThatHaveNoColumn() {
        assertThatIllegalStateException()
            .isThrownBy(() -> this.jdbc.sql("select 1 as id, 'x' as answer_by").query(Answered.class).single())
            .withMessageContaining("No column");
    }

    /** How it reads a constant. */
    enum Kind {

        MAJOR, MINOR

    }

    /** A record within another. */
    record Act(String by, Instant at) {
    }

    /** A row with all kinds of components. */
    record Kept(long id, Kind kind, Act act, Act answer, Act told, List<String> words, Map<String, Integer> counts) {
    }

    /** A row whose record may be missing. */
    record Answered(long id, @Nullable Act answer) {
    }

}
