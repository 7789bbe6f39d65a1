package io.slipway.view;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A view of a list has a name, is its owner's, and is seen by others only if it is
 * shared.
 */
@SlipwayTest
class SavedViewsTests {

    private static final String QUERY = "status=ended&type=major";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    private Visitor owner;

    private String name;

    @BeforeEach
    void signIn() {
        String person = this.somePerson.with(Role.RELEASE_MANAGER);
        this.owner = new Visitor(this.port).signIn(person);
        this.owner.get("/releases");
        this.name = "Late of " + person;
    }

    @Test
    void showsOthersOnlyWhatIsShared() {
        save(this.name, "false");
        assertThat(view(this.owner).attr("href")).isEqualTo("/releases?" + QUERY);
        Visitor other = visitor(Role.OPERATIONS);
        assertThat(other.page("/releases").select(".views-panel a").eachText()).doesNotContain(this.name);
        save(this.name + " too", "true");
        assertThat(other.page("/releases").select(".views-panel a").eachText()).contains(this.name + " too");
        assertThat(other.page("/tasks").select(".views-panel a").eachText()).doesNotContain(this.name + " too");
    }

    @Test
    void namesTheOneThatIsShown() {
        save(this.name, "false");
        Document page = this.owner.page("/releases?type=MAJOR&status=ENDED&from=");
        assertThat(page.select(".views-saved > summary").text()).isEqualTo(this.name);
        assertThat(page.select(".views .tabs a[aria-current]")).isEmpty();
    }

    @Test
    void isRemovedByItsOwnerAlone() {
        save(this.name, "true");
        String remove = view(this.owner).parent().select("form").attr("action");
        Visitor other = visitor(Role.RELEASE_MANAGER);
        other.get("/releases");
        assertThat(other.post(remove).statusCode()).isEqualTo(404);
        assertThat(this.owner.post(remove).statusCode()).isEqualTo(302);
        assertThat(this.owner.page("/releases").select(".views-panel a").eachText()).doesNotContain(this.name);
    }

    @Test
    void isRefusedWithWhatWasTyped() {
        save(this.name, "false");
        HttpResponse<String> again = save(this.name, "true");
        assertThat(again.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(again.body());
        assertThat(page.text()).contains("You have a view");
        assertThat(page.select("#view-name").val()).isEqualTo(this.name);
        assertThat(page.select("#type option[selected]").val()).isEqualTo("MAJOR");
        assertThat(save("", "false").statusCode()).isEqualTo(422);
        assertThat(this.owner.post("/views", "list", "releases", "called", "x", "query", "a=b\r\nx").statusCode())
            .isEqualTo(422);
        assertThat(this.owner.post("/views", "list", "people", "called", "x").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> save(String called, String shared) {
        return this.owner.post("/views", "list", "releases", "called", called, "query", QUERY, "shared", shared);
    }

    private Element view(Visitor visitor) {
        return visitor.page("/releases").select(".views-panel a:containsOwn(" + this.name + ")").first();
    }

    private Visitor visitor(Role role) {
        return new Visitor(this.port).signIn(this.somePerson.with(role));
    }

}
