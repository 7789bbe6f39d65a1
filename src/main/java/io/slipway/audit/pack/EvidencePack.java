package io.slipway.audit.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.slipway.audit.AuditAct;
import io.slipway.audit.AuditManagement;
import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.NoteKey;
import io.slipway.audit.chain.SealedRecord;
import io.slipway.audit.chain.SealedRecord.Extract;
import io.slipway.audit.pack.chapter.Chapter;
import io.slipway.audit.pack.chapter.PathDrawings;
import io.slipway.audit.pack.report.PackReport;
import io.slipway.audit.pack.report.ReportPdf;
import io.slipway.audit.pack.statement.Statements;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Json;
import io.slipway.sql.ReadOnce;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs all that there is to know of a release so that anybody can read it and verify it
 * without the portal. The same bytes each time, as long as nothing happens to the
 * release.
 */
@Service
public class EvidencePack {

    /** Times in an archive would differ each time. */
    private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private static final JsonMapper JSON = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
        .build();

    private final SealedRecord sealed;

    private final ReleaseManagement releases;

    private final AuditManagement audit;

    private final List<Chapter.Source> chapters;

    private final PathDrawings drawings;

    private final PackReport report;

    private final ReportPdf pdf;

    private final Statements statements;

    private final VerifierJar verifier;

    private final PackStore store;

    private final Journal journal;

    private final ReadOnce once;

    EvidencePack(SealedRecord sealed, ReleaseManagement releases, AuditManagement audit, List<Chapter.Source> chapters,
            PathDrawings drawings, PackReport report, ReportPdf pdf, Statements statements, VerifierJar verifier,
            PackStore store, Journal journal, ReadOnce once) {
        this.sealed = sealed;
        this.releases = releases;
        this.audit = audit;
        this.chapters = chapters;
        this.drawings = drawings;
        this.report = report;
        this.pdf = pdf;
        this.statements = statements;
        this.verifier = verifier;
        this.store = store;
        this.journal = journal;
        this.once = once;
    }

    /**
     * Packs the record of a release as it is now. Refuses where nothing of it is signed
     * yet. That it was taken away is itself recorded, but not as a row of the release:
     * the pack would never be the same again.
     * @return the files by name, in their order
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public Map<String, byte[]> of(String releaseKey) {
        String key = this.releases.get(releaseKey).key();
        Extract extract = this.sealed.ofRelease(key)
            .orElseThrow(() -> new InvalidInputException("", "audit.pack.unsigned"));
        return taken(key, files(key, extract));
    }

    /**
     * The pack of a release as it was sealed at its end, to the byte. Refuses, with a
     * {@code NotFoundException}, one that was not sealed, and one whose files were
     * deleted since they named somebody who was erased.
     */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional
    public Map<String, byte[]> atEnd(String releaseKey) {
        String key = this.releases.get(releaseKey).key();
        SealedPack sealed = this.store.sealed(key).orElseThrow(() -> new NotFoundException("page", key));
        if (sealed.erasedAt() != null) {
            throw new InvalidInputException("", "audit.pack.erased", sealed.erasedFor());
        }
        return taken(key, this.store.files(key));
    }

    /** What was sealed of a release at its end, if it was. */
    @PreAuthorize(RecordSearch.READERS)
    @Transactional(readOnly = true)
    public Optional<SealedPack> sealed(String releaseKey) {
        return this.store.sealed(this.releases.get(releaseKey).key());
    }

    private Map<String, byte[]> taken(String key, Map<String, byte[]> files) {
        this.journal.record(JournalEntry.of("record.packed", "record", key)
            .with(Map.of("files", files.size(), "digest", DigestUtils.sha256Hex(files.get("manifest.txt")))));
        return files;
    }

    /** The files of a pack; whoever asks has judged who may. */
    Map<String, byte[]> files(String key, Extract extract) {
        ReleaseDetails release = this.releases.get(key);
        return inUtc(() -> this.once.during(() -> {
            Map<String, byte[]> files = new TreeMap<>();
            story(release, extract, files);
            files.put("rows.jsonl",
                    bytes(extract.rows().stream().map(EvidencePack::row).collect(Collectors.joining())));
            files.put("checkpoint.txt", bytes(extract.checkpoint()));
            files.put("statements.intoto.jsonl", bytes(this.statements.of(release, extract)));
            files.put("slipway-verify.jar", this.verifier.content());
            files.put("verify.py", resource("audit/verify.py"));
            files.put("how-to-verify.txt", howTo(release.key(), extract));
            sign(release.key(), files);
            return files;
        }));
    }

    private void story(ReleaseDetails release, Extract extract, Map<String, byte[]> files) {
        List<Chapter> told = this.chapters.stream().flatMap((source) -> source.of(release).stream()).toList();
        Set<Long> covered = extract.rows()
            .stream()
            .map(Extract.Row::sequence)
            .collect(Collectors.toCollection(HashSet::new));
        List<AuditAct> trail = this.report.acts(this.audit.whole(release.key())
            .stream()
            .filter((entry) -> covered.contains(entry.sequence()))
            .toList());
        Map<String, String> drawn = this.drawings.of(release.key());
        drawn.forEach((name, svg) -> files.put(name, bytes(svg)));
        files.put("process/path.txt", bytes(this.report.path(told)));
        files.put("report.html", bytes(
                this.report.html(release, told, trail, extract, drawn.values().stream().findFirst().orElse(null))));
        files.put("report.pdf", this.pdf.of(this.report.print(release, told, trail, extract), extract.lastAt()));
        files.put("trail.txt", bytes(this.report.trail(trail)));
        files.put("release.json", data(release.key(), extract, told, trail));
    }

    private byte[] data(String key, Extract extract, List<Chapter> told, List<AuditAct> trail) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("format", "slipway.evidence/1");
        data.put("key", key);
        data.put("logSize", extract.size());
        Map<String, Object> parts = new LinkedHashMap<>();
        told.forEach((chapter) -> parts.put(chapter.id(), chapter.facts()));
        data.put("chapters", parts);
        data.put("trail", this.report.data(trail));
        try {
            return bytes(JSON.writeValueAsString(data) + "\n");
        }
        catch (IOException ex) {
            throw new IllegalStateException("A pack cannot be written", ex);
        }
    }

    /** Whoever packs it, wherever: times in words are UTC. */
    private static <T> T inUtc(Supplier<T> code) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder
            .setLocaleContext(new SimpleTimeZoneAwareLocaleContext(Locale.ENGLISH, TimeZone.getTimeZone("UTC")));
        try {
            return code.get();
        }
        finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Writes the files as an archive. */
    public static void write(Map<String, byte[]> files, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setLastModifiedTime(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String row(Extract.Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("index", row.index());
        fields.put("leaf", row.leaf());
        fields.put("salt", row.salt());
        fields.put("row", row.row());
        fields.put("proof", row.proof());
        return Json.text(fields) + "\n";
    }

    private static byte[] howTo(String key, Extract extract) {
        return bytes(new String(resource("audit/how-to-verify.txt"), StandardCharsets.UTF_8).replace("{key}", key)
            .replace("{rows}", String.valueOf(extract.rows().size()))
            .replace("{size}", String.valueOf(extract.size())));
    }

    /** Each key of the record signs, so that whoever has one of them can verify. */
    private void sign(String key, Map<String, byte[]> files) {
        List<NoteKey> keys = this.sealed.signatures("").stream().map(SealedRecord.Signed::key).toList();
        files.put("key.txt", bytes(keys.stream().map((one) -> one + "\n").collect(Collectors.joining())));
        files.put("key.pem", bytes(keys.get(0).pem()));
        String manifest = "# Evidence pack of " + key + "\n"
                + files.entrySet()
                    .stream()
                    .map((file) -> DigestUtils.sha256Hex(file.getValue()) + "  " + file.getKey() + "\n")
                    .collect(Collectors.joining());
        files.put("manifest.txt", bytes(manifest));
        int place = 1;
        for (SealedRecord.Signed signed : this.sealed.signatures(manifest)) {
            files.put((place == 1) ? "manifest.sig" : "manifest-" + place + ".sig", signed.signature());
            place++;
        }
    }

    private static byte[] resource(String name) {
        try {
            return new ClassPathResource(name).getContentAsByteArray();
        }
        catch (IOException ex) {
            throw new IllegalStateException(name + " is missing", ex);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

}
