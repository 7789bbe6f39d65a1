package io.slipway.validation.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import io.slipway.file.FileStore;
import io.slipway.file.Intakes;
import io.slipway.file.SentFiles;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.packaging.PackageDetails;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.ReadOnce;
import io.slipway.validation.report.Report;
import io.slipway.validation.report.ReportFormat;
import io.slipway.validation.report.ReportReader;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes evidence and tells what counts. A report is read outside of any transaction, and
 * kept as a whole or not at all.
 */
@Service
public class EvidenceManagement {

    /** So many files come with a record at most. */
    public static final int MOST_ATTACHMENTS = 10;

    /** The largest of these files, in MiB. */
    public static final int MOST_ATTACHMENT_MIB = 20;

    /**
     * So many pieces of evidence count for a release at most, and are shown of others.
     */
    private static final String ATTACHMENT = "attachment";

    private static final int MOST = 500;

    private static final int ATTEMPTS = 3;

    private final EvidenceStore evidence;

    private final AttachmentStore attachments;

    private final FileStore files;

    private final EvidenceRules rules;

    private final ReportReader reader;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final ReadOnce once;

    private final TransactionTemplate writing;

    EvidenceManagement(EvidenceStore evidence, AttachmentStore attachments, FileStore files, EvidenceRules rules,
            ReportReader reader, ReleaseManagement releases, PackageManagement packages, CurrentActor currentActor,
            Journal journal, ReadOnce once, PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.attachments = attachments;
        this.files = files;
        this.rules = rules;
        this.reader = reader;
        this.releases = releases;
        this.packages = packages;
        this.currentActor = currentActor;
        this.journal = journal;
        this.once = once;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Takes a report as evidence. Refuses everybody but build engineers and test
     * managers, an unknown format, level, unit or package, a time in the future, a
     * release that ended or has no units, a report that cannot be read, and one during
     * whose reading the package became another. The same report of the same tests is kept
     * once.
     * @param report the report, read to its end
     * @return the evidence, and whether it is new
     * @throws IOException if the stream itself fails
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'test-manager')")
    public Delivered deliver(String releaseKey, EvidenceDelivery delivery, InputStream report) throws IOException {
        return deliver(releaseKey, delivery, report, SentFiles.NONE);
    }

    /**
     * Takes a report with the files that belong to it as evidence, all of it or nothing.
     * Refuses what {@link #deliver(String, EvidenceDelivery, InputStream)} refuses, files
     * with another format than that of tests done by hand, more than
     * {@value #MOST_ATTACHMENTS} files, two of one name, and a file that is empty, larger
     * than {@value #MOST_ATTACHMENT_MIB} MiB, of no kind that is kept, or not what its
     * name says. The same report with the same files is kept once.
     * @param report the report, read to its end
     * @param sent the files, asked for after the report
     * @return the evidence, and whether it is new
     * @throws IOException if a stream itself fails
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'test-manager')")
    public Delivered deliver(String releaseKey, EvidenceDelivery delivery, InputStream report, SentFiles sent)
            throws IOException {
        ReleaseDetails before = this.releases.get(releaseKey);
        PackageDetails content = this.packages.get(before.key());
        EvidenceRules.Sound sound = this.rules.check(delivery, before, content);
        String packageDigest = content.digest();
        Metered metered = new Metered(report);
        Report read;
        try {
            read = this.reader.read(sound.format(), metered);
        }
        finally {
            metered.finish();
        }
        try (Intakes taken = Intakes.of(allowed(sent, sound.format()), ATTACHMENT, MOST_ATTACHMENTS,
                MOST_ATTACHMENT_MIB)) {
            Content all = new Content(read, metered, taken);
            EvidenceDetails made = sound.evidence(before.key(), packageDigest, all, this.journal.act());
            return store(made, all, delivery, sound);
        }
    }

    /** Only tests done by hand come with files. */
    private static SentFiles allowed(SentFiles sent, ReportFormat format) {
        return (format == ReportFormat.MANUAL) ? sent : () -> {
            SentFiles.Sent one = sent.next();
            if (one != null) {
                one.content().close();
                throw new InvalidInputException(ATTACHMENT, "validation.attachment.format");
            }
            return null;
        };
    }

    /**
     * Whoever delivers the same at the same moment finds it there; a deadlock is tried
     * again.
     */
    private Delivered store(EvidenceDetails made, Content content, EvidenceDelivery delivery,
            EvidenceRules.Sound sound) {
        for (int attempt = 1;; attempt++) {
            try {
                return this.writing.execute((status) -> keep(made, content, delivery, sound));
            }
            catch (PessimisticLockingFailureException ex) {
                if (attempt == ATTEMPTS) {
                    throw ex;
                }
            }
            catch (DataIntegrityViolationException ex) {
                long id = this.evidence.delivered(made.releaseKey(), content.deliveryDigest(made))
                    .orElseThrow(() -> ex);
                return new Delivered(get(made.releaseKey(), id), false);
            }
        }
    }

    private Delivered keep(EvidenceDetails made, Content content, EvidenceDelivery delivery,
            EvidenceRules.Sound sound) {
        ReleaseDetails now = this.releases.get(made.releaseKey());
        PackageDetails packaged = this.packages.get(now.key());
        this.rules.check(delivery, now, packaged);
        if (!made.isOf(packaged) && (sound.unitDigest() == null || !sound.level().ofOneUnit())) {
            throw new InvalidInputException("package", "validation.evidence.package.changed");
        }
        String digest = content.deliveryDigest(made);
        Optional<Long> known = this.evidence.delivered(now.key(), digest);
        if (known.isPresent()) {
            return new Delivered(get(now.key(), known.get()), false);
        }
        if (this.evidence.newest(now.key(), packaged, 0)
            .stream()
            .filter((one) -> !one.slot().equals(made.slot()))
            .count() >= MOST) {
            throw new InvalidInputException("", "validation.evidence.many", MOST);
        }
        long id = this.evidence.keep(made, digest, content.original().compressed());
        this.attachments.keep(id, content.attachments());
        Role role = this.currentActor.get().roles().contains(Role.BUILD_ENGINEER) ? Role.BUILD_ENGINEER
                : Role.TEST_MANAGER;
        this.journal.record(JournalEntry.of("evidence.delivered", "evidence", Long.toString(id))
            .release(now.key())
            .as(role)
            .with(facts(made, content)));
        return new Delivered(get(now.key(), id), true);
    }

    private static Map<String, ?> facts(EvidenceDetails made, Content content) {
        Map<String, Object> facts = new TreeMap<>(Map.of("name", made.name(), "format", made.format().id(), "level",
                made.level().id(), "digest", made.reportDigest(), "package", made.packageDigest()));
        if (!content.attachments().files().isEmpty()) {
            facts.put("attachments", content.attachments().contents().strip());
        }
        return facts;
    }

    /**
     * The evidence of a release, by its totals: all that counts, and the newest of what
     * does not.
     * @return each piece, and whether it counts
     */
    public ReleaseEvidence of(ReleaseDetails release) {
        return this.once.of("evidence", release.key(), () -> read(release));
    }

    private ReleaseEvidence read(ReleaseDetails release) {
        PackageDetails content = this.packages.get(release.key());
        List<EvidenceDetails> all = this.evidence.newest(release.key(), content, MOST);
        Map<Long, List<EvidenceAttachment>> attached = all.stream()
            .anyMatch((one) -> one.format() == ReportFormat.MANUAL) ? this.attachments.of(release.key()) : Map.of();
        Set<String> taken = new HashSet<>();
        return new ReleaseEvidence(content.digest(), all.stream()
            .map((one) -> one.with(standing(one, one.isOf(content), taken), attached.getOrDefault(one.id(), List.of())))
            .toList());
    }

    private static EvidenceStanding standing(EvidenceDetails one, boolean ofThisPackage, Set<String> taken) {
        if (!ofThisPackage) {
            return EvidenceStanding.OTHER_PACKAGE;
        }
        if (!taken.add(one.slot())) {
            return EvidenceStanding.SUPERSEDED;
        }
        return one.report().finished() ? EvidenceStanding.COUNTS : EvidenceStanding.UNFINISHED;
    }

    /**
     * One piece of evidence with suites and findings. Refuses, with a
     * {@code NotFoundException}, one that the release does not have.
     */
    public EvidenceDetails get(String releaseKey, long id) {
        ReleaseDetails release = this.releases.get(releaseKey);
        EvidenceDetails found = read(release).all()
            .stream()
            .filter((one) -> one.id() == id)
            .findFirst()
            .orElseGet(() -> older(release, id));
        return whole(found);
    }

    private EvidenceDetails older(ReleaseDetails release, long id) {
        EvidenceDetails one = this.evidence.find(release.key(), id).orElseThrow(() -> unknown(id));
        boolean ofThisPackage = one.isOf(this.packages.get(release.key()));
        return one.with(ofThisPackage ? EvidenceStanding.SUPERSEDED : EvidenceStanding.OTHER_PACKAGE,
                this.attachments.of(release.key()).getOrDefault(id, List.of()));
    }

    /**
     * Adds suites and findings.
     * @param one the evidence, by its totals
     * @return the same with all that is kept of its report
     */
    public EvidenceDetails whole(EvidenceDetails one) {
        return one.with(this.evidence.report(one.id()).orElseThrow(() -> unknown(one.id())));
    }

    /**
     * How a release's evidence differs from that of the release of the same services
     * before it.
     * @return what both have facts of; nothing if there is no such release or no such
     * fact
     */
    public Optional<EvidenceTrend> trend(ReleaseDetails release) {
        return this.releases.former(release)
            .map((former) -> EvidenceTrend.of(former, of(release), of(former)))
            .filter((trend) -> !trend.rows().isEmpty());
    }

    /**
     * The report as it was sent. Refuses, with a {@code NotFoundException}, one that was
     * too large to keep.
     * @param id id of the evidence
     */
    public InputStream original(String releaseKey, long id) {
        get(releaseKey, id);
        byte[] compressed = this.evidence.original(id).orElseThrow(() -> unknown(id));
        try {
            return new GZIPInputStream(new ByteArrayInputStream(compressed));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * A file that came with evidence. Refuses, with a {@code NotFoundException}, evidence
     * that the release does not have and a number that it does not have.
     * @param id id of the evidence
     * @return what is known of the file
     */
    public EvidenceAttachment attachment(String releaseKey, long id, int number) {
        return get(releaseKey, id).attachments()
            .stream()
            .filter((one) -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("attachment", Integer.toString(number)));
    }

    /**
     * The content of a file that came with evidence.
     * @return the content, piece by piece
     */
    public InputStream content(EvidenceAttachment attachment) {
        return this.files.content(attachment.fileId(), attachment.size());
    }

    private static NotFoundException unknown(long id) {
        return new NotFoundException("evidence", Long.toString(id));
    }

    /**
     * Evidence as it was taken.
     *
     * @param fresh whether it was not there before
     */
    public record Delivered(EvidenceDetails evidence, boolean fresh) {
    }

}
