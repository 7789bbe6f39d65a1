package io.slipway.demo.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.identity.Role;
import io.slipway.identity.people.DemoPeople;
import io.slipway.identity.people.DemoPerson;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The demo lets newcomers be its people by a press, through the door that all come by;
 * any other portal has none of it.
 */
@SlipwayTest
class WelcomeTests {

    private static final List<DemoPerson> PEOPLE = List.of(
            new DemoPerson("release-manager", "Rhea Malik", Role.RELEASE_MANAGER),
            new DemoPerson("stakeholder", "Stella Hoffmann", Role.STAKEHOLDER),
            new DemoPerson("auditor", "Aisha Rahman", Role.AUDITOR));

    @Autowired
    ThymeleafViewResolver pages;

    @LocalServerPort
    int port;

    @Test
    void signsInNobodyButItsPeopleAndOnlyByTheSignInForm() throws Exception {
        Document page = page("/welcome");
        assertThat(page.select("main form")).hasSize(PEOPLE.size()).allSatisfy((form) -> {
            assertThat(form.attr("action")).isEqualTo("/sign-in");
            assertThat(form.attr("method")).isEqualTo("post");
        });
        assertThat(page.select("main input[name=username]").eachAttr("value")).containsExactly("release-manager",
                "stakeholder", "auditor");
    }

    @ParameterizedTest
    @ValueSource(strings = { "stakeholder", "release-manager", "auditor" })
    void leadsEachOfItsThreePeopleFromPageToPage(String person) throws Exception {
        assertThat(page("/welcome").select("main a[href=/welcome/" + person + "]")).hasSize(1);
        Document tour = page("/welcome/" + person);
        assertThat(tour.select("main .trail > li")).hasSizeBetween(5, 6);
        assertThat(Set.copyOf(tour.select("main input[name=username]").eachAttr("value"))).containsExactly(person);
        assertThat(tour.select("main input[name=from]").eachAttr("value"))
            .containsExactlyElementsOf(Tour.of(person).flatMap((one) -> one.stops().stream()).toList())
            .allMatch((address) -> address.startsWith("/"));
        assertThat(tour.select("main").text()).doesNotContain("??");
    }

    @Test
    void isInTheDemoOnly() {
        Visitor visitor = new Visitor(this.port);
        assertThat(visitor.get("/welcome").statusCode()).isEqualTo(302);
        visitor.signIn("auditor");
        assertThat(visitor.get("/welcome").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/welcome/auditor").statusCode()).isEqualTo(404);
        assertThat(visitor.page("/").select(".cast, input[name=password]")).isEmpty();
    }

    private Document page(String path) throws Exception {
        DemoPeople people = Mockito.mock(DemoPeople.class);
        Mockito.when(people.all()).thenReturn(PEOPLE);
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new WelcomeController(people, Optional::empty))
            .setViewResolvers(this.pages::resolveViewName)
            .build();
        return Jsoup.parse(mvc.perform(get(path)).andReturn().getResponse().getContentAsString());
    }

}
