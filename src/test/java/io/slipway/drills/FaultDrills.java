package io.slipway.drills;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.slipway.database.GrantedServer;
import io.slipway.test.Visitor;
import jakarta.mail.Message;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Two nodes on a MariaDB with binary log, set up as the README says, while something goes
 * wrong with one of the three. Whatever it is: what was acknowledged is there, once, with
 * its task and its row of the record; and no answer is a fault without a word on when to
 * come again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultDrills {

    private static final String TOKEN = "slw_" + "D".repeat(43);

    private static final Path FAKE_TIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Drilled drilled = new Drilled();

    private GrantedServer database;

    private GreenMail mail;

    private Node one;

    private Node two;

    private String[] settings;

    @BeforeAll
    void begin() throws IOException, SQLException {
        this.database = GrantedServer.in(Path.of("target/mariadb-drills"), true, "--log-bin=binlog",
                "--innodb-flush-log-at-trx-commit=1");
        this.settings = prepared(this.database);
        this.mail = new GreenMail(new ServerSetup(Node.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.mail.start();
        this.one = Node.start("one", Node.freePort(), with("--spring.mail.port=" + port(this.mail)));
        this.two = Node.start("two", Node.freePort(), with("--spring.mail.port=" + port(this.mail)));
        permit(this.database);
    }

    private static int port(GreenMail mail) {
        return mail.getSmtp().getPort();
    }

    private String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(this.settings));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** What README has operators do, and what every node is started with. */
    private static String[] prepared(GrantedServer server) throws IOException, SQLException {
        try (Connection root = server.connect("?allowMultiQueries=true", "root", "");
                Statement statement = root.createStatement()) {
            statement.execute(Files.readString(Path.of("docker/database/users.sql")));
        }
        return new String[] { "--spring.profiles.active=demo", "--spring.datasource.url=" + server.url("slipway"),
                "--spring.datasource.username=slipway", "--spring.datasource.password=working-password",
                "--spring.liquibase.user=slipway_migration", "--spring.liquibase.password=migration-password",
                "--slipway.api.calls-per-minute=1000000", "--spring.mail.host=127.0.0.1", "--slipway.drain.time=4s" };
    }

    /** A tool of the release manager, whose token the drills know. */
    private static void permit(GrantedServer server) throws SQLException {
        server.execute("""
                insert into slipway.access_tokens (name, owner, prefix, token_hash, roles, writes, releases, services,
                       created_by, created_at, expires_at)
                values ('Drills', 'release-manager', 'slw_DDDD', '%s', 'release-manager', true, '', '',
                       'release-manager', utc_timestamp(3), utc_timestamp(3) + interval 1 day)"""
            .formatted(DigestUtils.sha256Hex(TOKEN)));
    }

    @AfterAll
    void end() {
        this.drilled.write(Path.of("target/drills.md"));
        for (Node node : List.of(this.one, this.two)) {
            node.stop();
        }
        this.mail.stop();
        this.database.close();
    }

    @Test
    void losesNothingWhenANodeDies() throws Exception {
        drill("a node is killed and comes back (kill -9)", this.database, List.of(this.one, this.two), 0, () -> {
            this.two.kill();
            Duration jobs = timed(() -> this.database.execute("do sleep(0)"), () -> lockedJobs() == 0);
            assertThat(jobs).as("until no job is held by the dead node").isLessThan(Duration.ofSeconds(71));
            this.two.startAgain();
            return "%d until the dead node held no job".formatted(jobs.toSeconds());
        });
    }

    private long lockedJobs() {
        return count(this.database, "select count(*) from slipway.ACT_RU_JOB where LOCK_EXP_TIME_ < utc_timestamp(3)"
                + " - interval 10 second and SUSPENSION_STATE_ = 1 and RETRIES_ > 0");
    }

    @Test
    void losesNothingWhenTheDatabaseDies() throws Exception {
        drill("the database is killed and comes back (kill -9)", this.database, List.of(this.one, this.two), 0, () -> {
            this.database.kill();
            Duration noticed = timed(() -> {
            }, () -> !this.one.ready() && !this.two.ready());
            this.database.startAgain();
            Duration back = timed(() -> {
            }, () -> this.one.ready() && this.two.ready());
            assertThat(noticed).as("until readiness has turned").isLessThan(Duration.ofSeconds(9));
            return "%.1f until readiness turned, %.1f until it was back".formatted(noticed.toMillis() / 1000.0,
                    back.toMillis() / 1000.0);
        });
    }

    @Test
    void goesOnReadingWhenNothingCanBeWritten() throws Exception {
        Visitor reader = new Visitor(this.one.port()).signIn("auditor");
        drill("the database is read-only", this.database, List.of(this.one, this.two), 0, () -> {
            this.database.execute("set global read_only = 1");
            Duration noticed = timed(() -> {
            }, () -> !this.one.ready() && !this.two.ready());
            try {
                for (String page : List.of("/releases", "/tasks", "/monitor", "/calendar")) {
                    assertThat(reader.get(page).statusCode()).as(page).isEqualTo(200);
                }
            }
            finally {
                this.database.execute("set global read_only = 0");
            }
            Duration back = timed(() -> {
            }, () -> this.one.ready() && this.two.ready());
            assertThat(noticed).as("until readiness has turned").isLessThan(Duration.ofSeconds(9));
            return "%.1f until readiness turned, %.1f until it was back; pages could be read"
                .formatted(noticed.toMillis() / 1000.0, back.toMillis() / 1000.0);
        });
    }

    /** On a small file system of its own, which only root can make. */
    @Test
    void saysSoWhenTheDiskIsFull() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a file system");
        Path disk = Files.createDirectories(Path.of("target/drill-disk").toAbsolutePath());
        assertThat(run("mount", "-t", "tmpfs", "-o", "size=900m", "tmpfs", disk.toString())).isZero();
        GrantedServer full = null;
        Node node = null;
        try {
            full = GrantedServer.in(disk, true, "--log-bin=binlog");
            String[] all = prepared(full);
            node = Node.start("full", Node.freePort(), all);
            permit(full);
            GrantedServer server = full;
            Node only = node;
            drill("the database's disk is full", full, List.of(node), 1, () -> {
                Path filler = disk.resolve("filler");
                run("sh", "-c", "cat /dev/zero > " + filler + " 2>/dev/null");
                Duration noticed = timed(() -> {
                }, () -> !only.ready());
                Files.delete(filler);
                boolean[] gaveUp = new boolean[1];
                Duration back = timed(() -> {
                }, () -> {
                    gaveUp[0] |= goOn(server);
                    return only.ready();
                });
                return "%.1f until readiness turned, %.1f until it was back once there was room%s".formatted(
                        noticed.toMillis() / 1000.0, back.toMillis() / 1000.0,
                        gaveUp[0] ? "; the server had given up and was started again" : "");
            });
        }
        finally {
            if (node != null) {
                node.stop();
            }
            if (full != null) {
                full.close();
            }
            run("umount", disk.toString());
        }
    }

    /**
     * Does what whoever runs the server does once there is room: a statement that waits
     * for room in the binary log looks again after a minute, or when it is killed; a
     * server that gave up is started again.
     * @return whether the server had given up
     */
    private static boolean goOn(GrantedServer server) throws SQLException {
        long waiting;
        try {
            waiting = count(server, "select coalesce(max(id), 0) from information_schema.processlist"
                    + " where state like 'Waiting for someone to free space%'");
        }
        catch (IllegalStateException down) {
            server.kill();
            server.startAgain();
            return true;
        }
        if (waiting > 0) {
            server.execute("kill " + waiting);
        }
        return false;
    }

    @Test
    void servesOthersWhileStrangersDawdle() throws Exception {
        drill("300 strangers send a byte each four seconds", this.database, List.of(this.one), 0, () -> {
            List<Socket> strangers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.one.port());
                socket.getOutputStream()
                    .write(("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 900\r\n\r\nu")
                        .getBytes(StandardCharsets.US_ASCII));
                strangers.add(socket);
            }
            List<Duration> waits = new ArrayList<>();
            Visitor honest = new Visitor(this.one.port());
            Instant begin = Instant.now();
            Awaitility.await("strangers are sent away").pollInterval(Duration.ofSeconds(1)).until(() -> {
                Instant asked = Instant.now();
                assertThat(honest.get("/sign-in").statusCode()).isEqualTo(200);
                waits.add(Duration.between(asked, Instant.now()));
                return gone(strangers, Duration.between(begin, Instant.now()).toSeconds() % 4 == 0);
            });
            Duration longest = waits.stream().max(Duration::compareTo).orElseThrow();
            return "%.1f the longest wait of others, %d until all strangers were sent away"
                .formatted(longest.toMillis() / 1000.0, Duration.between(begin, Instant.now()).toSeconds());
        });
    }

    /** Whether nobody is connected any more; those who are send another byte. */
    private static boolean gone(List<Socket> strangers, boolean send) {
        strangers.removeIf((socket) -> {
            try {
                if (socket.getInputStream().available() > 0) {
                    return true;
                }
                if (send) {
                    socket.getOutputStream().write('x');
                }
                return false;
            }
            catch (IOException closed) {
                return true;
            }
        });
        return strangers.isEmpty();
    }

    @Test
    void breaksNoRequestWhenNodesRestartInTurn() throws Exception {
        Load load = drill("both nodes restart in turn (SIGTERM)", this.database, List.of(this.one, this.two), 0, () -> {
            Instant begin = Instant.now();
            for (Node node : List.of(this.two, this.one)) {
                node.stop();
                node.startAgain();
            }
            return "%d for both".formatted(Duration.between(begin, Instant.now()).toSeconds());
        });
        assertThat(load.tried()).isGreaterThan(1000);
        assertThat(load.broken()).as("broken connections").isZero();
        assertThat(load.outages()).as("answers of 503").isZero();
    }

    @Test
    void sendsNoMailTwiceWhenAClockIsWrong() throws Exception {
        assumeTrue(Files.exists(FAKE_TIME), "Debian's package faketime makes a wrong clock");
        Node wrong = Node.start("wrong", Node.freePort(),
                Map.of("LD_PRELOAD", FAKE_TIME.toString(), "FAKETIME", "+10m", "FAKETIME_DONT_FAKE_MONOTONIC", "1"),
                with("--spring.mail.port=" + port(this.mail)));
        try {
            drill("a node's clock is ten minutes ahead", this.database, List.of(this.one), 0, () -> {
                Awaitility.await("the log tells the wrong clock")
                    .until(() -> Files.readString(wrong.log().toPath())
                        .contains("The clock of this machine differs by"));
                int before = this.mail.getReceivedMessages().length;
                Awaitility.await("both nodes send mails")
                    .until(() -> this.mail.getReceivedMessages().length > before + 50);
                List<String> ids = new ArrayList<>();
                for (Message message : this.mail.getReceivedMessages()) {
                    ids.add(message.getHeader("Message-ID")[0]);
                }
                assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
                return "%d mails, none twice; told in the log".formatted(ids.size());
            });
        }
        finally {
            wrong.stop();
        }
    }

    /**
     * Has something go wrong under load, and looks at what became of all that was
     * acknowledged.
     */
    private Load drill(String name, GrantedServer server, List<Node> nodes, int spare, Callable<String> fault)
            throws Exception {
        Load load;
        String seconds;
        try (Balancer balancer = new Balancer(nodes); Load running = new Load(balancer, TOKEN, 3 - spare, 2)) {
            load = running;
            IntSupplier done = () -> running.acknowledged().size();
            Awaitility.await("the load has begun").until(() -> done.getAsInt() > 20);
            seconds = fault.call();
            int before = done.getAsInt();
            Awaitility.await("work goes on").until(() -> done.getAsInt() > before + 20);
        }
        Awaitility.await("every release waits for its task")
            .until(() -> count(server, "select count(*) from slipway.releases r where name like '" + load.mark()
                    + "%' and not exists (select 1 from slipway.work_items w where w.business_key = r.release_key)") == 0);
        long lost = 0;
        long twice = 0;
        try (Connection root = server.connect("slipway", "root", "");
                PreparedStatement one = root.prepareStatement(
                        "select count(*), (select count(*) from audit_entries a join releases s on a.release_key = s.release_key"
                                + " where s.name = ? and a.action = 'release.registered') from releases where name = ?")) {
            for (String release : load.acknowledged()) {
                one.setString(1, release);
                one.setString(2, release);
                try (ResultSet row = one.executeQuery()) {
                    assertThat(row.next()).isTrue();
                    lost += (row.getInt(1) == 0 || row.getInt(2) == 0) ? 1 : 0;
                    twice += (row.getInt(1) > 1 || row.getInt(2) > 1) ? 1 : 0;
                }
            }
        }
        this.drilled.add(name, load, lost, twice, seconds);
        assertThat(lost).as("lost").isZero();
        assertThat(twice).as("done twice").isZero();
        assertThat(load.faults()).as("faults without a word on when to come again").isEmpty();
        return load;
    }

    /** How long it takes after something until something is so. */
    private static Duration timed(Act act, Callable<Boolean> until) throws Exception {
        act.run();
        Instant begin = Instant.now();
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(until);
        return Duration.between(begin, Instant.now());
    }

    private static long count(GrantedServer server, String sql) {
        try (Connection root = server.connect("", "root", "");
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
        catch (SQLException ex) {
            throw new IllegalStateException(sql, ex);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Something that may fail. */
    private interface Act {

        void run() throws Exception;

    }

}
