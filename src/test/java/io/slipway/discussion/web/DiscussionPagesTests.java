package io.slipway.discussion.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.slipway.discussion.Comment;
import io.slipway.discussion.CommentPlace;
import io.slipway.discussion.Discussion;
import io.slipway.file.SentFiles;
import io.slipway.identity.Acting;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said anywhere about a release stands on its page, with files, for all to read.
 */
@SlipwayTest
class DiscussionPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    Discussion discussion;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsOnTheReleaseWhatWasSaidOnItsTaskAndTellsWhomItConcerns() {
        String key = this.driver.register("Said on a task");
        String task = this.driver.await(key, "complete-plan").id();
        Visitor manager = visitor("release-manager");
        manager.get("/tasks/" + task);
        manager.post("/tasks/" + task + "/comments", "comment", "@stakeholder please look; @nobody-here too.");
        assertThat(manager.page("/tasks/" + task).select(".flash").text()).isEmpty();
        Document page = visitor("auditor").page("/releases/" + key);
        assertThat(page.select("#comments .trail-why b").attr("title")).isEqualTo("stakeholder");
        assertThat(page.select("#comments .trail-who a").attr("href")).isEqualTo("/tasks/" + task);
        assertThat(page.select("#comments form, #comments a[href$=discussion]")).isEmpty();
        Awaitility.await().until(() -> told(key, "stakeholder"), (kinds) -> kinds.equals(List.of("MENTION")));
        assertThat(told(key, "release-manager")).doesNotContain("COMMENT", "MENTION");
    }

    @Test
    void saysWhoWasAddressedAndWhoIsUnknown() {
        String key = this.driver.register("Addressed");
        Visitor manager = visitor("release-manager");
        manager.get("/releases/" + key + "/discussion");
        manager.post("/releases/" + key + "/comments", "comment", "@stakeholder and @nobody-here, look.");
        assertThat(manager.page("/releases/" + key + "/discussion").select(".flash").text()).contains("Stella Hoffmann",
                "@nobody-here");
    }

    @Test
    void keepsFilesWithTheirCommentAndGivesThemOut() {
        String key = this.driver.register("Files in comments");
        String path = "/releases/" + key + "/comments";
        Visitor manager = visitor("release-manager");
        manager.get("/releases/" + key + "/discussion");
        HttpResponse<String> refused = manager.upload(path, "notes.exe", "x", "comment", "See the notes");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#file-error").text()).contains("pdf");
        assertThat(again.select("#comment").text()).isEqualTo("See the notes");
        assertThat(this.discussion.of(key, "").rows()).isEmpty();
        List<Visitor.Upload> many = IntStream.range(0, 6)
            .mapToObj((i) -> new Visitor.Upload(i + ".txt", "x".getBytes(StandardCharsets.UTF_8)))
            .toList();
        assertThat(manager.upload(path, "file", many, "comment", "").statusCode()).isEqualTo(422);
        assertThat(manager.upload(path, "", "", "comment", " ").statusCode()).isEqualTo(422);

        assertThat(manager.upload(path, "notes.md", "# Größe", "comment", "").statusCode()).isEqualTo(303);
        Comment kept = this.discussion.of(key, "").rows().get(0);
        Visitor auditor = visitor("auditor");
        String file = path + "/" + kept.id() + "/files/1";
        assertThat(auditor.page("/releases/" + key).select("a[href=" + file + "]").text()).isEqualTo("notes.md");
        HttpResponse<String> download = auditor.get(file);
        assertThat(download.body()).isEqualTo("# Größe");
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        String other = this.driver.register("Another release");
        assertThat(auditor.get("/releases/" + other + "/comments/" + kept.id() + "/files/1").statusCode())
            .isEqualTo(404);
        assertThat(auditor.get(path + "/" + kept.id() + "/files/2").statusCode()).isEqualTo(404);
    }

    @Test
    void isReadByAuditorsWhoAddNothing() {
        String key = this.driver.register("Read only");
        Visitor auditor = visitor("auditor");
        assertThat(auditor.page("/releases/" + key + "/discussion").select("#comment")).isEmpty();
        assertThat(auditor.post("/releases/" + key + "/comments", "comment", "Hello").statusCode()).isEqualTo(403);
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("administrator", () -> add(key)));
        assertThat(this.discussion.of(key, "").rows()).isEmpty();
    }

    private void add(String key) {
        try {
            this.discussion.add(CommentPlace.release(key), "Hello", SentFiles.NONE);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private List<String> told(String key, String person) {
        return this.jdbc
            .sql("select kind from notifications where release_key = :key and recipient = :person"
                    + " and kind in ('MENTION', 'COMMENT')")
            .param("key", key)
            .param("person", person)
            .query(String.class)
            .list();
    }

    private Visitor visitor(String userName) {
        return new Visitor(this.port).signIn(userName);
    }

}
