package io.slipway.validation.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.slipway.file.FileName;
import io.slipway.file.Intake;
import io.slipway.input.InvalidInputException;
import io.slipway.validation.report.ReportFormat;

/**
 * The files of one delivery, laid down on disk until they are kept. Gone when closed.
 */
final class Attachments implements AutoCloseable {

    private static final String FIELD = "attachment";

    private final List<Intake> files = new ArrayList<>();

    private Attachments() {
    }

    /**
     * Takes all files in, or none. Refuses, at the field {@code attachment}, any file
     * with another format than that of tests done by hand, one file too many, a name that
     * another one has, and what {@link Intake#of} refuses.
     */
    static Attachments of(SentAttachments sent, ReportFormat format) throws IOException {
        Attachments attachments = new Attachments();
        try {
            for (SentAttachments.Sent one = sent.next(); one != null; one = sent.next()) {
                try (InputStream content = one.content()) {
                    attachments.add(FileName.of(one.name()), content, format);
                }
            }
            return attachments;
        }
        catch (IOException | RuntimeException ex) {
            attachments.close();
            throw ex;
        }
    }

    private void add(FileName name, InputStream content, ReportFormat format) throws IOException {
        if (format != ReportFormat.MANUAL) {
            throw new InvalidInputException(FIELD, "validation.attachment.format");
        }
        if (this.files.size() == EvidenceManagement.MOST_ATTACHMENTS) {
            throw new InvalidInputException(FIELD, "validation.attachment.many", EvidenceManagement.MOST_ATTACHMENTS);
        }
        if (this.files.stream().anyMatch((other) -> name.isLike(other.name()))) {
            throw new InvalidInputException(FIELD, "validation.attachment.twice", name.text());
        }
        this.files.add(Intake.of(name, content, FIELD, EvidenceManagement.MOST_ATTACHMENT_MIB));
    }

    List<Intake> files() {
        return this.files;
    }

    /** Names and digests, the same in whatever order they were sent. */
    String contents() {
        return this.files.stream()
            .sorted(Comparator.comparing(Intake::name))
            .map((file) -> "\n" + file.name() + "\n" + file.digest())
            .collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        for (Intake file : this.files) {
            file.close();
        }
    }

}
