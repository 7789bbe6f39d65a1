package io.slipway.release.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.slipway.release.DocumentKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps files in pieces, so that neither writing nor reading one holds more than a piece
 * of it.
 */
@Component
class DocumentStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient database;

    DocumentStore(JdbcClient database) {
        this.database = database;
    }

    long insert(String releaseKey, DocumentKind kind, String name, Intake file, String digest, String by, Instant at)
            throws IOException {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        this.database.sql("""
                insert into release_documents (release_id, kind, name, size, digest, uploaded_by, uploaded_at)
                select id, ?, ?, ?, ?, ?, ? from releases where release_key = ?""")
            .params(kind.name(), name, file.size(), digest, by, LocalDateTime.ofInstant(at, ZoneOffset.UTC), releaseKey)
            .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        byte[] buffer = new byte[PIECE];
        try (InputStream in = file.content()) {
            int place = 0;
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                this.database.sql("insert into document_pieces (document_id, place, content) values (?, ?, ?)")
                    .params(id, place++, Arrays.copyOf(buffer, read))
                    .update();
            }
        }
        return id;
    }

    void delete(long id) {
        this.database.sql("delete from release_documents where id = ?").param(id).update();
    }

    /** The content, of which one piece at a time is read from the database. */
    InputStream content(long id, long size) {
        return new Pieces(id, size);
    }

    private Optional<byte[]> piece(long id, int place) {
        return this.database.sql("select content from document_pieces where document_id = ? and place = ?")
            .params(id, place)
            .query((row, number) -> row.getBytes(1))
            .optional();
    }

    /** One piece after the other. */
    private final class Pieces extends InputStream {

        private final long id;

        private long left;

        private int place;

        private byte @Nullable [] piece;

        private int at;

        Pieces(long id, long size) {
            this.id = id;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (this.left <= 0) {
                return -1;
            }
            byte[] current = this.piece;
            if (current == null || this.at == current.length) {
                current = piece(this.id, this.place++)
                    .orElseThrow(() -> new IOException("The document was removed while it was read"));
                this.piece = current;
                this.at = 0;
            }
            int read = Math.min(length, current.length - this.at);
            System.arraycopy(current, this.at, into, offset, read);
            this.at += read;
            this.left -= read;
            return read;
        }

    }

}
