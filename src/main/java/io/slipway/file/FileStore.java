package io.slipway.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

import io.slipway.sql.Clause;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files in pieces, so that neither writing nor reading one holds more than a piece
 * of it. A file is kept and removed in the transaction of whoever refers to it, or not at
 * all.
 */
@Component
public class FileStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a file that was taken in.
     * @return its id, to be referred to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long keep(Intake file) {
        long id = Clause.insert("files", "size", file.size(), "digest", file.digest()).insertedBy(this.jdbc);
        byte[] buffer = new byte[PIECE];
        try (InputStream in = file.content()) {
            int place = 0;
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                Clause.insert("file_pieces", "file_id", id, "place", place++, "content", Arrays.copyOf(buffer, read))
                    .on(this.jdbc)
                    .update();
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return id;
    }

    /** Removes a file to which nobody refers any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(long id) {
        this.jdbc.sql("delete from files where id = :id").param("id", id).update();
    }

    /**
     * The content of a file, of which one piece at a time is read from the database. It
     * fails, while it is read, if somebody removes the file meanwhile.
     * @param size its length in bytes
     * @return the content, from its beginning
     */
    public InputStream content(long id, long size) {
        return new Pieces(id, size);
    }

    private Optional<byte[]> piece(long id, int place) {
        return this.jdbc.sql("select content from file_pieces where file_id = :id and place = :place")
            .param("id", id)
            .param("place", place)
            .query(byte[].class)
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
                    .orElseThrow(() -> new IOException("The file was removed while it was read"));
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
