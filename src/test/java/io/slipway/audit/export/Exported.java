package io.slipway.audit.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slipway.audit.RecordQuery;
import io.slipway.identity.Acting;
import io.slipway.policy.ReleaseType;
import io.slipway.release.ReleaseStatus;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An export as whoever downloads it has it: the files of the archive.
 *
 * @param files the files by name, in their order
 */
record Exported(Map<String, byte[]> files) {

    static Exported by(Acting acting, Exports exports, ExportQuery query) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        acting.as("auditor", () -> {
            try {
                exports.write(query, (name) -> bytes);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
        return of(bytes.toByteArray());
    }

    static Exported of(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return new Exported(files);
    }

    static ExportQuery rows(ExportKind kind, String release) {
        return new ExportQuery(kind, new RecordQuery("", "", "", "", release, null, null), ReleaseSelection.ALL);
    }

    static ExportQuery release(ExportKind kind, String key) {
        return new ExportQuery(kind, new RecordQuery("", "", "", "", "", null, null),
                new ReleaseSelection(key, (ReleaseType) null, "", (ReleaseStatus) null, null, null));
    }

    byte[] file(String name) {
        return this.files.get(name);
    }

    String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    JsonNode description() {
        try {
            return new ObjectMapper().readTree(file("export.json"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    List<CSVRecord> csv(String name) {
        try (CSVParser parser = CSVFormat.RFC4180.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text(name)))) {
            return parser.getRecords();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
