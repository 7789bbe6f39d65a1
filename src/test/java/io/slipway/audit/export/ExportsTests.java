package io.slipway.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.audit.RecordQuery;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.release.ReleaseStatus;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is taken away is what is kept, is described, and is recorded.
 */
@SlipwayTest
class ExportsTests {

    @Autowired
    Exports exports;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesEveryRowOfTheRecordAsItIsKept() {
        String key = this.driver.register("=SUM(1), \"all\"\nof it");
        Exported export = Exported.by(this.acting, this.exports, Exported.rows(ExportKind.RECORD_CSV, key));
        List<CSVRecord> rows = export.csv("record.csv");
        assertThat(rows.stream().map((row) -> row.get("sequence"))).containsExactlyElementsOf(this.jdbc
            .sql("select sequence from audit_entries where release_key = :key order by at desc, sequence desc")
            .param("key", key)
            .query(String.class)
            .list());
        CSVRecord registered = rows.stream()
            .filter((row) -> row.get("action").equals("release.registered"))
            .findFirst()
            .orElseThrow();
        assertThat(registered.get("new_values")).isEqualTo(this.jdbc
            .sql("select new_values from audit_entries where release_key = :key and action = 'release.registered'")
            .param("key", key)
            .query(String.class)
            .single());
        assertThat(registered.get("at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(registered.get("made_for_demo")).isEqualTo("false");
        assertThat(export.text("record.csv")).contains("\r\n").startsWith("sequence,at,actor,");
    }

    @Test
    void saysWhatWasAskedForHowMuchItIsAndItsDigestAndRecordsIt() {
        String key = this.driver.register("To be described");
        Exported export = Exported.by(this.acting, this.exports, Exported.rows(ExportKind.RECORD_CSV, key));
        JsonNode said = export.description();
        String digest = DigestUtils.sha256Hex(export.file("record.csv"));
        int rows = export.csv("record.csv").size();
        assertThat(said.at("/export").asText()).isEqualTo("record-csv");
        assertThat(said.at("/by").asText()).isEqualTo("auditor");
        assertThat(said.at("/where").asText()).isEqualTo("release_key = :release_key");
        assertThat(said.at("/parameters/release").asText()).isEqualTo(key);
        assertThat(said.at("/files/0/name").asText()).isEqualTo("record.csv");
        assertThat(said.at("/files/0/rows").asInt()).isEqualTo(rows);
        assertThat(said.at("/files/0/bytes").asInt()).isEqualTo(export.file("record.csv").length);
        assertThat(said.at("/files/0/sha256").asText()).isEqualTo(digest);
        assertThat(recorded(key)).contains(digest + "  record.csv")
            .contains("\"export\":\"record-csv\"")
            .contains("\"rows\":" + rows)
            .doesNotContain("complete");
    }

    @Test
    void makesCellsHarmlessForSpreadsheetsOnly() {
        String key = this.driver.register("=SUM(1)");
        String raw = Exported.by(this.acting, this.exports, Exported.release(ExportKind.RELEASES_CSV, key))
            .text("releases.csv");
        String safe = Exported.by(this.acting, this.exports, Exported.release(ExportKind.RELEASES_SPREADSHEET, key))
            .text("releases.csv");
        assertThat(raw).startsWith("release,name,").contains(key + ",=SUM(1),");
        assertThat(safe).startsWith("\uFEFFrelease,name,").contains(key + ",'=SUM(1),");
        assertThat(Exported.by(this.acting, this.exports, Exported.rows(ExportKind.RECORD_SPREADSHEET, key))
            .text("record.csv")).contains(",made_for_demo,sentence,details\r\n").contains("registered the release");
    }

    @Test
    void givesAPopulationOfReleasesThatWereUnderWayInAPeriod() {
        String key = this.driver.register("In the population");
        CSVRecord line = Exported.by(this.acting, this.exports, Exported.release(ExportKind.RELEASES_CSV, key))
            .csv("releases.csv")
            .get(0);
        assertThat(line.get("release")).isEqualTo(key);
        assertThat(line.get("status")).isEqualTo("OPEN");
        assertThat(line.get("deployments")).isEqualTo("0");
        Instant registered = Instant.parse(line.get("registered_at"));
        assertThat(found(key, registered.plusSeconds(1), null)).isTrue();
        assertThat(found(key, null, registered.plusSeconds(1))).isTrue();
        assertThat(found(key, null, registered)).isFalse();
        this.driver.cancel(key);
        this.driver.awaitStatus(key, ReleaseStatus.CANCELLED);
        assertThat(found(key, registered, null)).isTrue();
        assertThat(found(key, Instant.parse("2099-01-01T00:00:00Z"), null)).isFalse();
    }

    @Test
    void refusesOthersAndNothingAndTooManyAtOnceBeforeItWrites() {
        ExportQuery nothing = Exported.rows(ExportKind.RECORD_CSV, "NOBODY-1");
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> write(nothing)));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as("auditor", () -> write(nothing)))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("audit.export.none"));
        String key = this.driver.register("Slowly taken away");
        ExportQuery some = Exported.rows(ExportKind.RECORD_CSV, key);
        this.acting.as("auditor",
                () -> open(some,
                        (one) -> open(some, (two) -> assertThatExceptionOfType(InvalidInputException.class)
                            .isThrownBy(() -> write(some))
                            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("audit.export.busy")))));
    }

    @Test
    void recordsWhatWasTakenAwayInPart() {
        String key = this.driver.register("Taken away in part");
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(
                () -> this.acting.as("auditor", () -> open(Exported.rows(ExportKind.RECORD_CSV, key), (name) -> {
                    throw new IllegalStateException();
                })));
        assertThat(recorded(key)).contains("\"complete\":false");
    }

    private String recorded(String key) {
        return this.jdbc.sql("""
                select json_compact(new_values) from audit_entries
                 where action = 'record.exported' and json_value(new_values, '$.release') = :key""")
            .param("key", key)
            .query(String.class)
            .single();
    }

    private boolean found(String key, Instant since, Instant until) {
        try {
            return !Exported
                .by(this.acting, this.exports,
                        new ExportQuery(ExportKind.RELEASES_CSV, new RecordQuery("", "", "", "", "", null, null),
                                new ReleaseSelection(key, null, "", null, since, until)))
                .csv("releases.csv")
                .isEmpty();
        }
        catch (InvalidInputException none) {
            return false;
        }
    }

    private void write(ExportQuery query) {
        open(query, (name) -> {
        });
    }

    /** Begins an export, and does something else meanwhile; who throws takes no bytes. */
    private void open(ExportQuery query, Consumer<String> meanwhile) {
        try {
            this.exports.write(query, (name) -> new OutputStream() {
                private boolean begun;

                @Override
                public void write(int one) throws IOException {
                    if (!this.begun) {
                        this.begun = true;
                        try {
                            meanwhile.accept(name);
                        }
                        catch (IllegalStateException ex) {
                            throw new IOException(ex);
                        }
                    }
                }
            });
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
