package io.slipway.identity.web;

import java.net.http.HttpResponse;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is asked whether times shall be shown as they are where the browser is answers
 * once, and goes on at the same page.
 */
@SlipwayTest
class ZoneHereTests {

    private Visitor visitor;

    @BeforeEach
    void signIn(@Autowired SomePerson somePerson, @LocalServerPort int port) {
        this.visitor = new Visitor(port).signIn(somePerson.with(Role.STAKEHOLDER));
    }

    @Test
    void showsTimesAsTheyAreHere() {
        Element ask = this.visitor.page("/calendar").selectFirst("aside[data-zone]");
        assertThat(ask.hasAttr("hidden")).isTrue();
        assertThat(ask.attr("data-zone")).isEqualTo("Europe/Berlin");
        HttpResponse<String> answer = answer("Asia/Tokyo", "take", "/calendar?view=week");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/calendar?view=week");
        Document page = this.visitor.page("/calendar?view=week");
        assertThat(page.select(".flash").text()).contains("Asia/Tokyo");
        assertThat(page.select(".deck-foot").text()).contains("Times are shown for Asia/Tokyo");
    }

    @Test
    void asksNoMoreForAZoneThatSomebodyDidNotWant() {
        this.visitor.page("/");
        answer("America/Argentina/Buenos_Aires", "keep", "/");
        Document page = this.visitor.page("/");
        assertThat(page.selectFirst("aside[data-zone]").attr("data-zone-kept"))
            .isEqualTo("America/Argentina/Buenos_Aires");
        assertThat(page.select(".deck-foot").text()).contains("Times are shown for Europe/Berlin");
    }

    @Test
    void refusesAZoneThatIsNone() {
        this.visitor.page("/");
        assertThat(answer("Atlantis", "take", "//evil.example").headers().firstValue("Location")).hasValue("/");
        assertThat(this.visitor.page("/").select(".notice-bad").text()).contains("There is no time zone Atlantis");
        assertThat(this.visitor.postAsIs("/me/zone/here", "zone", "Asia/Tokyo", "answer", "take").statusCode())
            .isEqualTo(403);
    }

    private HttpResponse<String> answer(String zone, String answer, String from) {
        return this.visitor.post("/me/zone/here", "zone", zone, "answer", answer, "from", from);
    }

}
