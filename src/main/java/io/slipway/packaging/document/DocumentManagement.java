package io.slipway.packaging.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.slipway.file.FileName;
import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDocument;
import io.slipway.packaging.PackageManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents and scripts that are uploaded for a package. Everybody reads them; whoever
 * adds or removes one has built the package. A file is taken in outside of any
 * transaction, and kept as a whole or not at all; it is never run.
 */
@Service
public class DocumentManagement {

    /** The largest file, in MiB. */
    public static final int MOST_MIB = 50;

    private static final int MOST_DOCUMENTS = 100;

    private static final String FILE = "file";

    private static final String BUILDERS = "hasAnyAuthority('build-engineer', 'release-manager')";

    private final DocumentStore documents;

    private final FileStore files;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final Journal journal;

    private final TransactionTemplate writing;

    DocumentManagement(DocumentStore documents, FileStore files, ReleaseManagement releases, PackageManagement packages,
            Journal journal, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.files = files;
        this.releases = releases;
        this.packages = packages;
        this.journal = journal;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Adds a document or a script. The same file under the same name is kept once.
     * Refuses everybody whom {@link PackageManagement#beginChange} refuses, a release
     * that is not being built, a kind or name that is missing, a name that is taken or
     * whose ending is not among those allowed or not of its kind, a file that is empty,
     * larger than {@value #MOST_MIB} MiB or not what its name says, and more than 100
     * files.
     * @param kind what it is for; null if nobody said
     * @param fileName what it is called; folders before the name are left out
     * @param content the file, read to its end
     * @return the document, and whether it is new
     * @throws IOException if the stream itself fails
     */
    @PreAuthorize(BUILDERS)
    public Added add(String key, @Nullable DocumentKind kind, String fileName, InputStream content) throws IOException {
        ReleaseDetails before = this.releases.get(key);
        this.packages.requireChangeable(before);
        FileName name = FileName.of(fileName);
        InputCheck check = new InputCheck();
        check.refuseIf(kind == null, "kind", "release.document.kind.missing");
        name.check(FILE, check);
        if (kind != null && check.sound(FILE)) {
            kind.against(name.toString()).ifPresent((code) -> check.refuse(FILE, code));
        }
        check.finish();
        try (Intake file = Intake.of(name, content, FILE, MOST_MIB)) {
            return Objects.requireNonNull(
                    this.writing.execute((status) -> keep(before.key(), Objects.requireNonNull(kind), name, file)));
        }
    }

    private Added keep(String key, DocumentKind kind, FileName name, Intake file) {
        List<PackageDocument> known = this.packages.beginChange(key).documents();
        Optional<PackageDocument> same = known.stream().filter((one) -> name.isLike(one.name())).findFirst();
        if (same.isPresent()) {
            if (same.get().digest().equals(file.digest()) && same.get().kind() == kind) {
                return new Added(same.get(), false);
            }
            throw new InvalidInputException(FILE, "release.document.name.taken", same.get().name());
        }
        if (known.size() >= MOST_DOCUMENTS) {
            throw new InvalidInputException("", "release.document.many", MOST_DOCUMENTS);
        }
        long id = this.documents.insert(key, kind, file, this.journal.act());
        record("document.added", key, Map.of(), facts(kind, file.name(), file.size(), file.digest()));
        return new Added(get(key, id), true);
    }

    /**
     * Removes a document or a script. Refuses what {@link PackageManagement#beginChange}
     * refuses, one that the release does not have, and, with a
     * {@code StaleFormException}, a release that somebody has changed.
     * @param version the version of the release that was read; null for any
     */
    @PreAuthorize(BUILDERS)
    public void remove(String key, long id, @Nullable Integer version) {
        ReleaseDetails before = this.releases.get(key);
        this.packages.requireChangeable(before);
        this.writing.executeWithoutResult((status) -> {
            if (version != null && this.releases.get(before.key()).version() != version) {
                throw new StaleFormException("/releases/" + before.key() + "/package", Map.of(), Map.of());
            }
            PackageDocument document = this.packages.beginChange(before.key()).document(id);
            this.documents.delete(document);
            record("document.removed", before.key(),
                    facts(document.kind(), document.name(), document.size(), document.digest()), Map.of());
        });
    }

    /**
     * A document or script. Refuses, with a {@code NotFoundException}, one that the
     * release does not have.
     * @return what is known of it
     */
    public PackageDocument get(String key, long id) {
        return this.packages.get(this.releases.get(key).key()).document(id);
    }

    /**
     * The content of a document or script. It fails, while it is read, if somebody
     * removes the document meanwhile.
     * @return the file, piece by piece
     */
    public InputStream content(PackageDocument document) {
        return this.files.content(document.fileId(), document.size());
    }

    private static Map<String, ?> facts(DocumentKind kind, String name, long size, String digest) {
        return Map.of("kind", kind, "name", name, "size", size, "digest", digest);
    }

    private void record(String action, String key, Map<String, ?> before, Map<String, ?> after) {
        this.journal.record(JournalEntry.ofRelease(action, key).as(this.packages.role()).change(before, after));
    }

    /**
     * A document as it was taken.
     *
     * @param fresh whether it was not there before
     */
    public record Added(PackageDocument document, boolean fresh) {
    }

}
