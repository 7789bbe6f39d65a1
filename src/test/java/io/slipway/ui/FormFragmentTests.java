package io.slipway.ui;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Fields are bound to records, keep what was typed, and tie label, help and error to the
 * input for everybody.
 */
@SpringBootTest(classes = PageSlice.class)
@ActiveProfiles("test")
class FormFragmentTests {

    private MockMvc mvc;

    @BeforeEach
    void openPortal(@Autowired WebApplicationContext context) {
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void showsWhatTheFormHolds() throws Exception {
        Document page = page(get("/specimen"));
        assertThat(field(page, "name").val()).isEqualTo("<i>Payments</i>");
        assertThat(field(page, "start").val()).isEqualTo("2026-11-22T14:30");
        assertThat(field(page, "scope").text()).isEqualTo("Tokens");
        assertThat(field(page, "scope").attr("rows")).isEqualTo("9");
        assertThat(page.select("input[name=type][checked]").eachAttr("value")).containsExactly("MINOR");
        assertThat(page.select("input[name=approvers][checked]").eachAttr("value")).containsExactly("ben");
        assertThat(field(page, "agreed").hasAttr("checked")).isTrue();
        assertThat(page.select("#risk option").eachText()).containsExactly("Please choose", "Light", "Dark");
        assertThat(page.select("button[name=outcome]").eachAttr("value")).containsExactly("approve");
    }

    @Test
    void labelsEveryInput() throws Exception {
        Document page = page(get("/specimen"));
        assertThat(page.select("main input:not([type=hidden]), main select, main textarea")).hasSize(10)
            .allSatisfy((input) -> assertThat(page.select("label[for=" + input.id() + "]")).hasSize(1));
        assertThat(field(page, "name").attr("aria-required")).isEqualTo("true");
        assertThat(page.getElementById("name-help").text()).isEqualTo("What people call it.");
        assertThat(field(page, "name").attr("aria-describedby")).isEqualTo("name-help");
        assertThat(field(page, "days").hasAttr("aria-describedby")).isFalse();
    }

    @Test
    void keepsWhatWasTypedAndNamesTheMistakes() throws Exception {
        Document page = page(post("/specimen").param("name", " ")
            .param("scope", "")
            .param("start", "next Monday")
            .param("approvers", "anna")
            .param("_agreed", "on"));
        Element name = field(page, "name");
        assertThat(name.attr("aria-invalid")).isEqualTo("true");
        assertThat(name.attr("aria-describedby")).isEqualTo("name-help name-error");
        assertThat(page.getElementById("name-error").text()).isEqualTo("Say what it is called.");
        assertThat(field(page, "start").val()).isEqualTo("next Monday");
        assertThat(page.select("input[name=approvers][checked]").eachAttr("value")).containsExactly("anna");
        assertThat(field(page, "agreed").hasAttr("checked")).isFalse();
    }

    @Test
    void sumsUpTheMistakesWithLinksToTheFields() throws Exception {
        assertThat(page(get("/specimen")).select("[role=alert]")).isEmpty();
        Document page = page(post("/specimen").param("name", "").param("scope", "").param("_agreed", "on"));
        Element summary = page.selectFirst("form [role=alert]");
        assertThat(summary.select("a").eachAttr("href")).containsExactlyInAnyOrder("#name", "#scope");
        assertThat(summary.select("li").eachText()).contains("Somebody else was faster");
    }

    private static Element field(Document page, String id) {
        Element field = page.getElementById(id);
        assertThat(field).as(id).isNotNull();
        return field;
    }

    private Document page(RequestBuilder request) throws Exception {
        return Jsoup.parse(this.mvc.perform(request).andReturn().getResponse().getContentAsString());
    }

}
