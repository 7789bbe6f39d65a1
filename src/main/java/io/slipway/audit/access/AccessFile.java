package io.slipway.audit.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import io.slipway.audit.export.CsvFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a review decided, as CSV: the digest of these bytes is what the record has.
 */
final class AccessFile {

    private static final List<String> HEAD = List.of("person", "kind", "name", "roles", "given_at", "given_by",
            "decision", "reason", "decided_by", "decided_at", "done");

    private AccessFile() {
    }

    static byte[] of(List<AccessRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CsvFile file = new CsvFile(bytes, false, HEAD);
            for (AccessRow row : rows) {
                file.line(Arrays.asList(row.userName(), row.kind(), row.name(), row.detail(), row.givenAt(),
                        row.givenBy(), row.decision(), row.reason(), row.decidedBy(), row.decidedAt(), row.done()));
            }
            file.flush();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    static String digest(List<AccessRow> rows) {
        return DigestUtils.sha256Hex(of(rows));
    }

}
