package io.slipway.discussion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.file.Intakes;
import io.slipway.file.SentFiles;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people say to each other about a release: on its page, on its tasks, on its
 * change. Everybody reads all of it; nobody can change or remove it. Files are taken in
 * outside of any transaction, and kept with their comment or not at all.
 */
@Service
public class Discussion {

    /** The longest comment, in characters. */
    public static final int LIMIT = 2000;

    /** So many files come with one comment. */
    public static final int MOST_FILES = 5;

    /** The largest file, in MiB. */
    public static final int MOST_MIB = 20;

    private static final String COMMENT = "comment";

    private final CommentStore comments;

    private final FileStore files;

    private final Journal journal;

    private final CurrentActor currentActor;

    private final ApplicationEventPublisher events;

    private final TransactionTemplate writing;

    Discussion(CommentStore comments, FileStore files, Journal journal, CurrentActor currentActor,
            ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.comments = comments;
        this.files = files;
        this.journal = journal;
        this.currentActor = currentActor;
        this.events = events;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * The comments on a release, newest first.
     * @param from the cursor, empty for the first page
     */
    public KeyPage<Comment> of(String releaseKey, String from) {
        return this.comments.page(releaseKey, from);
    }

    /**
     * One comment. Refuses, with a {@link NotFoundException}, one that the release does
     * not have.
     */
    public Comment get(String releaseKey, long id) {
        return this.comments.find(id)
            .filter((comment) -> comment.place().releaseKey().equalsIgnoreCase(releaseKey))
            .orElseThrow(() -> new NotFoundException(COMMENT, String.valueOf(id)));
    }

    /**
     * Any comment, for whoever was told of it. Refuses, with a {@link NotFoundException},
     * an unknown one.
     */
    public Comment get(long id) {
        return this.comments.find(id).orElseThrow(() -> new NotFoundException(COMMENT, String.valueOf(id)));
    }

    /**
     * The content of a file.
     * @return the file, piece by piece
     */
    public InputStream content(CommentFile file) {
        return this.files.content(file.fileId(), file.size());
    }

    /** Tells whether the current actor may add a comment, as {@link #add} asks. */
    public boolean mayAdd() {
        return Arrays.stream(Role.values()).filter(Role::works).anyMatch(this.currentActor.get()::has);
    }

    /**
     * Adds a comment of the current actor, who has to have a part in releases: auditors
     * and administrators as such only read. Refuses, with an
     * {@link InvalidInputException} at {@code comment}, one without text and files, and a
     * text longer than {@value #LIMIT} characters; at {@code file}, more than
     * {@value #MOST_FILES} files, two of one name, one larger than {@value #MOST_MIB}
     * MiB, and what {@link Intake#of} refuses.
     * @throws IOException if a file cannot be read
     */
    @PreAuthorize(Role.WORKERS)
    public Comment add(CommentPlace place, String text, SentFiles sent) throws IOException {
        try (Intakes attached = Intakes.of(sent, "file", MOST_FILES, MOST_MIB)) {
            InputCheck check = new InputCheck();
            String remark = attached.files().isEmpty() ? check.required(COMMENT, text, LIMIT, "discussion.empty")
                    : check.optional(COMMENT, text, LIMIT);
            check.finish();
            return Objects.requireNonNull(this.writing.execute((status) -> keep(place, remark, attached)));
        }
    }

    private Comment keep(CommentPlace place, String remark, Intakes attached) {
        long id = this.comments.insert(place, remark, attached.files(), this.journal.act());
        Map<String, Object> said = new HashMap<>();
        said.put("step", place.name());
        said.put("text", remark);
        if (!attached.files().isEmpty()) {
            said.put("files", attached.files().stream().map((file) -> file.name() + " " + file.digest()).toList());
        }
        this.journal.record(JournalEntry.of("comment.added", place.kind().name().toLowerCase(Locale.ROOT), place.id())
            .release(place.releaseKey())
            .with(said));
        this.events.publishEvent(new CommentAdded(id));
        return get(id);
    }

}
