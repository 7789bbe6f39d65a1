package io.slipway.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.slipway.ui.PortalAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The keys that sign the record, and what this node remembers outside of the database.
 * With the embedded database, both are made in its folder where nobody named them.
 */
@Component
@EnableConfigurationProperties(AuditProperties.class)
class RecordKeys {

    private static final Logger log = LoggerFactory.getLogger(RecordKeys.class);

    private final String name;

    private final List<SigningKey> keys;

    private final List<NoteKey> retired;

    private final Duration between;

    private final @Nullable Path memory;

    @Autowired
    RecordKeys(AuditProperties settings, PortalAddress address,
            @Value("${slipway.database.embedded:false}") boolean embedded,
            @Value("${slipway.database.directory:.slipway}") Path directory) {
        this(address.host() + "/slipway",
                keys(settings, address.host() + "/slipway", embedded ? folder(settings, true, directory) : null),
                settings.retired().stream().map(NoteKey::parse).toList(), settings.signEvery(),
                folder(settings, embedded, directory));
    }

    RecordKeys(String name, List<SigningKey> keys, List<NoteKey> retired, Duration between, @Nullable Path folder) {
        this.name = name;
        this.keys = List.copyOf(keys);
        this.retired = List.copyOf(retired);
        this.between = between;
        this.memory = (folder != null) ? folder.resolve("audit-checkpoint.txt") : null;
    }

    private static @Nullable Path folder(AuditProperties settings, boolean embedded, Path directory) {
        return (settings.folder() != null) ? settings.folder() : embedded ? directory : null;
    }

    private static List<SigningKey> keys(AuditProperties settings, String name, @Nullable Path folder) {
        List<SigningKey> named = Stream.of(settings.key(), settings.secondKey())
            .filter((key) -> key != null && !key.isBlank())
            .map((key) -> SigningKey.read(key, name))
            .toList();
        return (!named.isEmpty() || folder == null) ? named
                : List.of(SigningKey.read(made(folder.resolve("audit-key.pem")), name));
    }

    private static String made(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, SigningKey.make(), StandardOpenOption.CREATE_NEW);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Who signs, and which log it is. */
    String origin(int generation) {
        return (generation == 0) ? this.name : this.name + "/" + generation;
    }

    /** How long after one checkpoint the next comes at the earliest. */
    Duration between() {
        return this.between;
    }

    boolean sign() {
        return !this.keys.isEmpty();
    }

    /** By which checkpoints are verified: those that sign, and those that did. */
    List<NoteKey> verifiers() {
        return Stream.concat(this.keys.stream().map(SigningKey::verifier), this.retired.stream()).toList();
    }

    /** A text with the signatures of all keys. */
    SignedNote signed(String text) {
        return new SignedNote(text, this.keys.stream().map((key) -> key.sign(text)).toList());
    }

    /** The last checkpoint that this node made; none where it remembers none. */
    Optional<Checkpoint> remembered() {
        if (this.memory == null || !Files.exists(this.memory)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.parse(Files.readString(this.memory)));
        }
        catch (IOException | IllegalArgumentException ex) {
            log.warn("The checkpoint that this node remembers cannot be read: {}", this.memory, ex);
            return Optional.empty();
        }
    }

    /** A checkpoint is remembered before others learn of it. */
    void remember(SignedNote note) {
        if (this.memory == null) {
            return;
        }
        try {
            Files.createDirectories(this.memory.toAbsolutePath().getParent());
            Path fresh = this.memory.resolveSibling(this.memory.getFileName() + ".new");
            Files.writeString(fresh, note.toString());
            Files.move(fresh, this.memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The checkpoint cannot be kept outside of the database", ex);
        }
    }

}
