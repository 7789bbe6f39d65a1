package io.slipway.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.ui.InvalidInputException;
import io.slipway.validation.evidence.EvidenceDelivery;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * A report within a form: fields that say what it is, then the file, which is read as it
 * arrives and never held.
 */
final class ReportForm {

    static final String FILE = "file";

    private static final int MOST_FIELDS = 16;

    private static final int LONGEST_FIELD = 4096;

    private final EvidenceDelivery said;

    private final InputStream report;

    private ReportForm(EvidenceDelivery said, InputStream report) {
        this.said = said;
        this.report = report;
    }

    /** Whether a call sends one. */
    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                && BodyLimit.isEvidence(request);
    }

    /**
     * Reads the fields, up to the file. Refuses a form without a file, with a field that
     * is unknown or too long, and one that is malformed.
     * @param request the call
     * @param address what its address says of the report; a field says it instead
     */
    static ReportForm open(HttpServletRequest request, EvidenceDelivery address) throws IOException {
        Map<String, String> fields = new TreeMap<>(Map.of("format", address.format(), "level", address.level(), "name",
                address.name(), "environment", address.environment(), "time", address.ranAt(), "source",
                address.source(), "unit", address.unit(), "package", address.packageDigest()));
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            for (int i = 0; i < MOST_FIELDS && parts.hasNext(); i++) {
                FileItemStream part = parts.next();
                String field = (part.getFieldName() != null) ? part.getFieldName() : "";
                if (field.equals(FILE)) {
                    return new ReportForm(delivery(fields), new LastPart(part.openStream(), parts));
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

    private static InvalidInputException malformed(IOException cause) {
        InvalidInputException refusal = new InvalidInputException(FILE, "api.evidence.form");
        refusal.initCause(cause);
        return refusal;
    }

    EvidenceDelivery said() {
        return this.said;
    }

    InputStream report() {
        return this.report;
    }

    /**
     * The file, which has to be whole and the last part: else nobody would look at the
     * rest.
     */
    private static final class LastPart extends FilterInputStream {

        private final FileItemIterator parts;

        private boolean ended;

        LastPart(InputStream in, FileItemIterator parts) {
            super(in);
            this.parts = parts;
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
                if (read < 0) {
                    this.ended = true;
                    if (this.parts.hasNext()) {
                        throw new InvalidInputException(FILE, "api.evidence.file.last");
                    }
                }
                return read;
            }
            catch (MalformedStreamException | FileUploadException ex) {
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
