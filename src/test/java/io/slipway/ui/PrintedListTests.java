package io.slipway.ui;

import java.util.UUID;

import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.KeyPage;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A list can be printed whole, by its own address and one parameter more.
 */
@SlipwayTest
class PrintedListTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    SomePerson people;

    @Test
    void holdsAllRowsAndSaysHowMany() {
        String word = "printed" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        for (int i = 0; i < KeyPage.SIZE + 2; i++) {
            this.driver.register(word + " no " + i);
        }
        Visitor reader = new Visitor(this.port).signIn(this.people.with(Role.AUDITOR));
        Document page = reader.page("/releases?text=" + word);
        assertThat(page.select("tbody tr")).hasSize(KeyPage.SIZE);
        String next = page.select("a[rel=next]").attr("href");
        Document second = reader.page(next);
        assertThat(second.select("tbody tr")).hasSize(2);
        String all = second.select(".paging a:contains(to print)").attr("href");
        assertThat(all).isEqualTo("/releases?text=" + word + "&print=all");
        Document whole = reader.page(all);
        assertThat(whole.select("tbody tr")).hasSize(KeyPage.SIZE + 2);
        assertThat(whole.select(".paging-whole").text()).startsWith("All " + (KeyPage.SIZE + 2) + " rows");
        assertThat(whole.select(".print-foot").text()).contains("Printed by", all);
        assertThat(reader.page("/releases?text=" + word).select("tbody tr")).hasSize(KeyPage.SIZE);
        assertThat(new Visitor(this.port).get(all).statusCode()).isEqualTo(302);
    }

}
