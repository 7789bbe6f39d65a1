package io.slipway.validation.web;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.test.Visitor.Upload;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that come with the record of a manual test, on pages.
 */
@SlipwayTest
class AttachmentPagesTests {

    private static final String[] SAID = { "title", "Counter", "level", "acceptance", "ranAt", "2026-01-20T10:00",
            "steps[0].action", "Refund a voucher", "steps[0].result", "passed" };

    private static final Upload NOTES = Upload.text("Größe & Notizen.md", "# Größe");

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    String key;

    Visitor manager;

    @BeforeEach
    void build() {
        this.key = built();
        this.manager = new Visitor(this.port).signIn("test-manager");
        this.manager.get(path("/evidence/new"));
    }

    @Test
    void areAskedForWithTheirLimits() {
        Document page = this.manager.page(path("/evidence/new"));
        assertThat(page.select("form[enctype=multipart/form-data] input[type=file][name=attachment][multiple]"))
            .hasSize(1);
        assertThat(page.select("#attachment-help").text()).contains("up to 10 files", "at most 20 MiB", "png");
        assertThat(page.select("#attachment").attr("aria-describedby")).isEqualTo("attachment-help");
    }

    @Test
    void comeWithTheRecordAndAreGivenToAll() {
        Upload screen = new Upload("screen.png", new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0 });
        assertThat(send(NOTES, screen).statusCode()).isEqualTo(302);
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        Document list = auditor.page(path("/validation"));
        assertThat(list.select("table.list tbody th").text()).contains("2 attachments");
        String one = list.select("a:contains(Counter)").first().attr("href");
        Document page = auditor.page(one);
        assertThat(page.select("section[aria-labelledby=attachments] tbody tr").eachText()).hasSize(2)
            .first()
            .asString()
            .contains(NOTES.name(), "sha256:" + DigestUtils.sha256Hex(NOTES.content()).substring(0, 12),
                    NOTES.content().length + " B");
        assertThat(page.text()).doesNotContain("??");
        HttpResponse<String> file = auditor
            .get(page.select("section[aria-labelledby=attachments] a").first().attr("href"));
        assertThat(file.body()).isEqualTo("# Größe");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Length")).contains(Integer.toString(NOTES.content().length));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment")
            .contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20&%20Notizen.md");
        assertThat(auditor.get(one + "/attachments/2").statusCode()).isEqualTo(200);
        assertThat(auditor.get(one + "/attachments/3").statusCode()).isEqualTo(404);
        String other = one.replace(this.key, built());
        assertThat(auditor.get(other + "/attachments/1").statusCode()).isEqualTo(404);
        assertThat(new Visitor(this.port).get(one + "/attachments/1").statusCode()).isEqualTo(302);
    }

    @Test
    void leaveNoConnectionBehindWhereTheyAreShown() {
        assertThat(send(NOTES).statusCode()).isEqualTo(302);
        for (int view = 0; view < 30; view++) {
            assertThat(this.manager.get(path("/validation")).statusCode()).as("view " + view).isEqualTo(200);
        }
    }

    @Test
    void mayBeLeftOut() {
        assertThat(send(Upload.text("", "")).statusCode()).as("as browsers send it").isEqualTo(302);
        String one = this.manager.page(path("/validation")).select("a:contains(Counter)").first().attr("href");
        assertThat(this.manager.page(one).select("#attachments")).isEmpty();
    }

    @Test
    void areRefusedAtTheirFieldWithEverythingTypedKept() {
        assertRefused("run.exe is not of a kind that is kept", Upload.text("run.exe", "MZ"));
        assertRefused("screen.png is not what its name says", NOTES, Upload.text("screen.png", "no picture"));
        assertRefused("empty.txt is empty", Upload.text("empty.txt", ""));
        assertRefused("Two files are called NOTES.md", Upload.text("notes.md", "a"), Upload.text("NOTES.md", "b"));
        assertRefused("At most 10 files",
                IntStream.range(0, 11).mapToObj((i) -> Upload.text(i + ".txt", "a")).toArray(Upload[]::new));
        assertRefused("large.txt is larger than 20 MiB", Upload.text("large.txt", "a".repeat(20 * 1024 * 1024 + 1)));
        assertThat(this.manager.page(path("/validation")).select("a:contains(Counter)")).isEmpty();
    }

    @Test
    void haveToBeChosenAgainWhereAnotherFieldIsAtFault() {
        HttpResponse<String> answer = this.manager.upload(path("/evidence"), "attachment", List.of(NOTES), "title", "",
                "level", "acceptance", "ranAt", "2026-01-20T10:00", "steps[0].action", "Refund", "steps[0].result",
                "passed");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] li").eachText()).hasSize(2)
            .anyMatch((one) -> one.contains("Say what was"));
        assertThat(page.select("[role=alert] a[href=#attachment]").text()).contains("Choose the files again");
        assertThat(page.select("#attachment").attr("aria-describedby")).contains("attachment-error");
    }

    @Test
    void areForThoseWhoRecord() {
        Visitor auditor = new Visitor(this.port).signIn("auditor");
        auditor.get(path("/validation"));
        assertThat(auditor.upload(path("/evidence"), "attachment", List.of(NOTES), SAID).statusCode()).isEqualTo(403);
        assertThat(this.manager.page(path("/validation")).select("a:contains(Counter)")).isEmpty();
    }

    @Test
    void mayBeMoreThanOtherFormsSend() throws IOException {
        List<Upload> files = new ArrayList<>();
        for (String name : List.of("a.log", "b.log", "c.log")) {
            files.add(Upload.text(name, name.repeat(3_800_000)));
        }
        HttpResponse<String> kept = send(files.toArray(Upload[]::new));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        String cookie = this.manager.session().orElseThrow();
        assertThat(announce("/releases/" + this.key + "/documents", cookie, 53)).contains(" 413 ",
                "Content-Security-Policy: ");
        assertThat(announce(path("/evidence"), cookie, 203)).contains(" 413 ");
        assertThat(announce(path("/evidence"), "nobody", 53)).contains(" 413 ");
    }

    private void assertRefused(String reason, Upload... files) {
        HttpResponse<String> answer = send(files);
        assertThat(answer.statusCode()).as(reason).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#attachment-error").text()).contains(reason, "Choose the files again");
        assertThat(page.select("input[name=title]").attr("value")).isEqualTo("Counter");
        assertThat(page.select("[name='steps[0].action']").attr("value")).isEqualTo("Refund a voucher");
    }

    /** Says how long a form will be, in MiB, and sends none of it. */
    private String announce(String path, String session, int length) throws IOException {
        try (Socket socket = new Socket("localhost", this.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION=" + session
                        + "\r\nContent-Type: multipart/form-data; boundary=part\r\nContent-Length: "
                        + length * 1024L * 1024 + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(1024), StandardCharsets.US_ASCII);
        }
    }

    private HttpResponse<String> send(Upload... files) {
        return this.manager.upload(path("/evidence"), "attachment", List.of(files), SAID);
    }

    private String built() {
        String release = this.driver.register("Tested by hand");
        this.driver.plan(release);
        this.driver.deliverUnit(release);
        return release;
    }

    private String path(String rest) {
        return "/releases/" + this.key + rest;
    }

}
