package io.slipway.identity.web;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages on which people say when they are away.
 */
@SlipwayTest
class AbsencePagesTests {

    private static final String MARCH = LocalDate.now(ZoneOffset.UTC).plusYears(1).getYear() + "-03";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Test
    void refusesTheAbsencesOfOthers() {
        String person = this.somePerson.with(Role.STAKEHOLDER);
        Visitor other = new Visitor(this.port).signIn(this.somePerson.with(Role.RELEASE_MANAGER));
        String address = "/administration/people/" + person + "/absences";
        assertThat(other.get(address).statusCode()).isEqualTo(403);
        other.get("/me");
        assertThat(other.post(address, "from", MARCH + "-01T08:00", "until", MARCH + "-02T08:00").statusCode())
            .isEqualTo(403);
    }

    @Test
    void addsAndRemovesOnesOwn() {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.STAKEHOLDER));
        assertThat(visitor.page("/me").select("a[href=/me/absences]")).hasSize(1);
        assertThat(visitor.page("/me/absences").text()).contains("No absence ahead");
        assertThat(visitor
            .post("/me/absences", "from", MARCH + "-01T08:00", "until", MARCH + "-09T08:00", "reason", "<b>Skiing</b>")
            .statusCode()).isEqualTo(302);
        Document page = visitor.page("/me/absences");
        assertThat(page.select("tbody tr").text()).contains("1 Mar " + MARCH.substring(0, 4) + ", 08:00", "9 Mar ",
                "<b>Skiing</b>");
        assertThat(visitor.post(page.select("tbody form").attr("action")).statusCode()).isEqualTo(302);
        assertThat(visitor.page("/me/absences").text()).contains("No absence ahead");
    }

    @Test
    void keepsWhatWasTypedBesideItsMistakes() {
        Visitor visitor = new Visitor(this.port).signIn(this.somePerson.with(Role.STAKEHOLDER));
        visitor.get("/me/absences");
        assertThat(visitor.post("/me/absences", "from", "", "until", "soon").body()).contains("Enter when it begins.");
        String body = visitor
            .post("/me/absences", "from", MARCH + "-09T08:00", "until", MARCH + "-01T08:00", "reason", "Skiing")
            .body();
        assertThat(body).contains("The end has to come after the begin.", MARCH + "-09T08:00", "Skiing");
        assertThat(visitor.post("/me/absences/999999999/remove").statusCode()).isEqualTo(404);
    }

    @Test
    void letsAdministratorsKeepThoseOfOthers() {
        String person = this.somePerson.with(Role.STAKEHOLDER);
        Visitor administrator = new Visitor(this.port).signIn("administrator");
        String address = "/administration/people/" + person + "/absences";
        assertThat(administrator.page("/administration/people/" + person).select("a[href=" + address + "]")).hasSize(1);
        assertThat(administrator.page(address).text()).contains("When Person " + person + " cannot act.");
        assertThat(administrator.post(address, "from", MARCH + "-01T08:00", "until", MARCH + "-09T08:00").statusCode())
            .isEqualTo(302);
        Document page = administrator.page(address);
        assertThat(administrator.post(page.select("tbody form").attr("action")).statusCode()).isEqualTo(302);
        assertThat(administrator.get("/administration/people/nobody-here/absences").statusCode()).isEqualTo(404);
    }

}
