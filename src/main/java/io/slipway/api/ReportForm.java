package io.slipway.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.file.SentFiles;
import io.slipway.input.InvalidInputException;
import io.slipway.validation.evidence.EvidenceDelivery;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A report within a form: fields that say what it is, then the report, then files that
 * belong to it. All are read as they arrive and never held.
 */
public final class ReportForm implements SentFiles {

    public static final String FILE = "file";

    public static final String ATTACHMENT = "attachment";

    private static final int MOST_FIELDS = 16;

    private static final int LONGEST_FIELD = 4096;

    private final EvidenceDelivery said;

    private final InputStream report;

    private final FileItemIterator parts;

    private ReportForm(EvidenceDelivery said, InputStream report, FileItemIterator parts) {
        this.said = said;
        this.report = report;
        this.parts = parts;
    }

    /** Whether a call sends a form. */
    public static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && request.getRequestURI().startsWith(request.getContextPath() + ApiErrors.PREFIX);
    }

    /**
     * Reads the fields, up to the report. Refuses a form without a report, with a field
     * that is unknown or too long, and one that is malformed.
     * @param address what its address says of the report; a field says it instead
     */
    public static ReportForm open(HttpServletRequest request, EvidenceDelivery address) throws IOException {
        Map<String, String> fields = new TreeMap<>(Map.of("format", address.format(), "level", address.level(), "name",
                address.name(), "environment", address.environment(), "time", address.ranAt(), "source",
                address.source(), "unit", address.unit(), "package", address.packageDigest()));
        try {
            FileUpload upload = new FileUpload();
            upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            for (int i = 0; i < MOST_FIELDS && parts.hasNext(); i++) {
                FileItemStream part = parts.next();
                String field = field(part);
                if (field.equals(FILE)) {
                    return new ReportForm(delivery(fields), new Part(part.openStream()), parts);
                }
                if (field.equals(ATTACHMENT)) {
                    throw new InvalidInputException(ATTACHMENT, "api.evidence.attachment.early");
                }
                if (fields.replace(field, text(field, part)) == null) {
                    throw new InvalidInputException(field, "api.evidence.field");
                }
            }
        }
        catch (MalformedStreamException | FileUploadException ex) {
            throw malformed(ex);
        }
        throw new InvalidInputException(FILE, "api.evidence.file");
    }

    /**
     * The next file behind the report. Refuses any other part, since nobody would look at
     * it, and a form that ends too early.
     */
    @Override
    public @Nullable Sent next() throws IOException {
        try {
            if (!this.parts.hasNext()) {
                return null;
            }
            FileItemStream part = this.parts.next();
            if (!field(part).equals(ATTACHMENT)) {
                throw new InvalidInputException(FILE, "api.evidence.file.last");
            }
            return new Sent(part.getName(), new Part(part.openStream()));
        }
        catch (MalformedStreamException | FileUploadException | InvalidFileNameException ex) {
            throw malformed(ex);
        }
    }

    private static String field(FileItemStream part) {
        return (part.getFieldName() != null) ? part.getFieldName() : "";
    }

    private static String text(String field, FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            byte[] read = in.readNBytes(LONGEST_FIELD + 1);
            if (read.length > LONGEST_FIELD) {
                throw new InvalidInputException(field, "api.evidence.field.long", LONGEST_FIELD);
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }

    private static EvidenceDelivery delivery(Map<String, String> fields) {
        return new EvidenceDelivery(fields.getOrDefault("format", ""), fields.getOrDefault("level", ""),
                fields.getOrDefault("name", ""), fields.getOrDefault("environment", ""),
                fields.getOrDefault("time", ""), fields.getOrDefault("source", ""), fields.getOrDefault("unit", ""),
                fields.getOrDefault("package", ""));
    }

    private static InvalidInputException malformed(Exception cause) {
        InvalidInputException refusal = new InvalidInputException(FILE, "api.evidence.form");
        refusal.initCause(cause);
        return refusal;
    }

    public EvidenceDelivery said() {
        return this.said;
    }

    public InputStream report() {
        return this.report;
    }

    /** The content of one part, which has to be whole. */
    private static final class Part extends FilterInputStream {

        private boolean ended;

        Part(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (this.ended) {
                return -1;
            }
            try {
                int read = super.read(into, offset, length);
                this.ended = read < 0;
                return read;
            }
            catch (MalformedStreamException ex) {
                throw malformed(ex);
            }
        }

        @Override
        public long skip(long number) throws IOException {
            return (number > 0 && read() >= 0) ? 1 : 0;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

    }

}
