package io.slipway.search;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.packaging.PackageManagement;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One box finds everything that its reader may see, by a few statements, whatever is
 * typed.
 */
@SlipwayTest
class SearchPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson somePerson;

    @Autowired
    PackageManagement packages;

    @Autowired
    StatementCounter statements;

    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[0-9-]", "x").substring(0, 12);

    @Test
    void findsNothingForStrangers() {
        String key = this.driver.register("Secret " + this.word);
        for (String path : List.of("/search?q=", "/search/palette?q=", "/keys?q=", "/keys/sheet?q=")) {
            HttpResponse<String> answer = new Visitor(this.port).get(path + key);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).as(path).contains("/sign-in");
        }
    }

    @Test
    void goesToAnExactKeyAtOnce() {
        String key = this.driver.register("Goes to it " + this.word);
        this.driver.plan(key);
        this.driver.deliverUnit(key);
        String task = this.driver.await(key, "deliver-units").id();
        String digest = this.packages.get(key).digests().get(0);
        Visitor auditor = visitor(Role.AUDITOR);
        assertThat(target(auditor, key)).isEqualTo("/releases/" + key);
        assertThat(target(auditor, " " + key.toLowerCase() + " ")).isEqualTo("/releases/" + key);
        assertThat(target(auditor, digest)).isEqualTo("/artifacts/" + digest);
        assertThat(target(auditor, "SHA256:" + digest.toUpperCase())).isEqualTo("/artifacts/" + digest);
        assertThat(target(auditor, task)).isEqualTo("/tasks/" + task);
        assertThat(target(auditor, "payments-db")).isIn("", "/configuration/payments-db");
        for (String nobodys : List.of("CHG-999999999999", "REL-9999999999", "no-such-item", "0".repeat(64),
                UUID.randomUUID().toString())) {
            assertThat(auditor.page("/search?q=" + nobodys).text()).contains("Nothing is found for “" + nobodys + "”");
        }
    }

    @Test
    void findsBeginningsOfWordsAFewOfEachKindAndLeadsToTheList() {
        List<String> keys = IntStream.range(0, 7)
            .mapToObj((i) -> this.driver.register(this.word + " no " + i))
            .toList();
        Visitor manager = visitor(Role.RELEASE_MANAGER);
        Document page = manager.page("/search?q=" + this.word.substring(0, 8));
        assertThat(page.select("[aria-labelledby=found-release] li")).hasSize(Finder.MOST);
        assertThat(page.select("[aria-labelledby=found-release] a[href^=/releases/]").eachText())
            .allMatch((name) -> name.startsWith(this.word));
        String more = page.selectFirst("[aria-labelledby=found-release] .panel-head a").attr("href");
        assertThat(manager.page(more).select("tbody tr")).hasSameSizeAs(keys);
        assertThat(page.select("[aria-labelledby=found-task] a[href^=/tasks/]")).hasSize(Finder.MOST);
        Document list = manager.page("/search/palette?q=" + keys.get(3));
        assertThat(list.select("[role=listbox] [role=group] [role=option]").first().attr("href"))
            .isEqualTo("/releases/" + keys.get(3));
    }

    @Test
    void showsTasksToThoseWhoHaveThem() {
        this.driver.register(this.word);
        assertThat(visitor(Role.RELEASE_MANAGER).page("/search/palette?q=" + this.word).select("a[href^=/tasks/]"))
            .isNotEmpty();
        for (Role role : List.of(Role.AUDITOR, Role.BUILD_ENGINEER)) {
            Document list = visitor(role).page("/search/palette?q=" + this.word);
            assertThat(list.select("a[href^=/tasks/]")).isEmpty();
            assertThat(list.select("a[href^=/releases/]")).hasSize(1);
        }
    }

    @Test
    void leadsNobodyToWhatIsRefused() {
        String name = "Zacharias " + this.word;
        String found = this.somePerson.called(this.word, name, Role.STAKEHOLDER);
        Document others = visitor(Role.AUDITOR).page("/search?q=" + this.word);
        assertThat(others.select("[aria-labelledby=found-person]").text()).contains(name, found, "Stakeholder");
        assertThat(others.select("[aria-labelledby=found-person] a")).isEmpty();
        assertThat(
                visitor(Role.AUDITOR).page("/search/palette?q=" + this.word).select("[role=option]").eachAttr("href"))
            .containsExactly("/search?q=" + found);
        assertThat(visitor(Role.ADMINISTRATOR).page("/search?q=Zacharias+" + this.word)
            .select("[aria-labelledby=found-person] a")
            .eachAttr("href")).contains("/administration/people/" + found);
        assertThat(visitor(Role.AUDITOR).page("/search?q=new+release").select("a[href=/releases/new]")).isEmpty();
        assertThat(visitor(Role.RELEASE_MANAGER).page("/search?q=new+rel").select("main a[href=/releases/new]"))
            .hasSize(1);
        assertThat(visitor(Role.STAKEHOLDER).page("/search?q=administr").select("main a[href=/administration]"))
            .isEmpty();
    }

    @Test
    void offersWhatTheReaderMayDoHere() {
        String key = this.driver.register("To do " + this.word);
        this.driver.completePlan(key);
        String task = this.driver.await(key, "approve-plan").id();
        Visitor stakeholder = new Visitor(this.port).signIn("stakeholder");
        Document here = Jsoup
            .parse(stakeholder.get("/search/palette", "HX-Current-URL", "http://x/releases/" + key).body());
        assertThat(here.select("[aria-labelledby=palette-act] [role=option]").first().text()).contains("Approve plan",
                key);
        assertThat(here.select("a[href='/releases/new'], a[href='/schedule/stop']")).isEmpty();
        assertThat(Jsoup.parse(stakeholder.get("/search", "Referer", "http://x/releases/" + key + "/plan").body())
            .select("[aria-labelledby=found-act] a")
            .eachAttr("href")).contains("/tasks/" + task);
        Visitor manager = new Visitor(this.port).signIn("release-manager");
        assertThat(manager.page("/search/palette?q=stop").select("[aria-labelledby=palette-act] a").eachAttr("href"))
            .containsExactly("/schedule/stop");
        Visitor auditor = visitor(Role.AUDITOR);
        assertThat(auditor.page("/search/palette").select("[aria-labelledby=palette-act] a")).isEmpty();
        for (String path : List.of("/releases/new", "/schedule/stop", "/schedule/periods/new?kind=HARD_FREEZE",
                "/schedule/periods/new?kind=WINDOW")) {
            assertThat(manager.page("/search/palette").select("a").eachAttr("href")).contains(path);
            assertThat(manager.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void offersWhatTheReaderWorkedOnLast() {
        String builder = this.somePerson.with(Role.BUILD_ENGINEER);
        String key = this.driver.register("Worked on " + this.word);
        this.driver.plan(key);
        this.driver.deliverUnit(key);
        this.driver.complete(builder, key, "deliver-units", "deliver");
        assertThat(new Visitor(this.port).signIn(builder)
            .page("/search/palette")
            .select("[aria-labelledby=palette-release] code")
            .first()
            .text()).isEqualTo(key);
    }

    @Test
    void offersTheNewestAndSaysWhatOneCanLookFor() {
        String key = this.driver.register("Newest " + this.word);
        Visitor auditor = visitor(Role.AUDITOR);
        assertThat(auditor.page("/search").select("[aria-labelledby=found-release] code").eachText()).contains(key);
        assertThat(auditor.page("/search").select("main").text()).contains("an artifact by its digest");
        assertThat(auditor.page("/search/palette").select("[role=option] code").eachText()).contains(key);
    }

    @Test
    void staysCalmWhateverIsTyped() {
        Visitor auditor = visitor(Role.AUDITOR);
        for (String typed : List.of("<script>alert(1)</script>", "' or 1=1 -- ", "%", "_", "\\", "+-*\"()~@<>", "+the*",
                "the", "#{none} ${7*7} __${7*7}__", "//evil.example.com", "\r\nLocation: x", "\u0000", "\uD83D\uDE80",
                "a".repeat(5000), "sha256:", "?q=", "../../etc/passwd")) {
            for (String path : List.of("/search?q=", "/search/palette?q=")) {
                HttpResponse<String> answer = auditor.get(path + URLEncoder.encode(typed, StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).as(typed).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("<script>alert");
                assertThat(Jsoup.parse(answer.body()).select("main, .palette-none").html())
                    .doesNotContain("a".repeat(101));
            }
        }
    }

    @Test
    void asksTheSameFewStatementsHoweverMuchIsFound() {
        Visitor manager = visitor(Role.RELEASE_MANAGER);
        this.driver.register(this.word);
        manager.get("/search/palette?q=" + this.word);
        int one = counted(manager, "/search/palette?q=" + this.word);
        IntStream.range(0, 6).forEach((i) -> this.driver.register(this.word + " " + i));
        assertThat(counted(manager, "/search/palette?q=" + this.word)).isEqualTo(one).isLessThanOrEqualTo(20);
    }

    @Test
    void switchesSingleKeysOffOnOnesOwnPage() {
        Visitor visitor = visitor(Role.STAKEHOLDER);
        Document page = visitor.page("/me");
        assertThat(page.selectFirst("#palette").attr("data-single")).isEqualTo("true");
        assertThat(page.selectFirst("#single-keys button").text()).isEqualTo("Switch single keys off");
        HttpResponse<String> answer = visitor.post("/keys", "single", "false", "from", "/me");
        assertThat(answer.headers().firstValue("Location")).contains("/me");
        page = visitor.page("/me");
        assertThat(page.selectFirst("#palette").attr("data-single")).isEqualTo("false");
        assertThat(page.selectFirst("#single-keys button").text()).isEqualTo("Switch single keys on");
        assertThat(visitor.page("/keys").select("main").text()).contains("Single keys are switched off", "Monitor");
    }

    private Visitor visitor(Role... roles) {
        return new Visitor(this.port).signIn(this.somePerson.with(roles));
    }

    private static String target(Visitor visitor, String typed) {
        return visitor.get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
            .headers()
            .firstValue("Location")
            .orElse("");
    }

    private int counted(Visitor visitor, String path) {
        String name = UUID.randomUUID().toString();
        visitor.get(path, StatementCounter.HEADER, name);
        return this.statements.of(name).size();
    }

}
