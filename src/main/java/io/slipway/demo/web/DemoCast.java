package io.slipway.demo.web;

import java.util.List;

import io.slipway.identity.people.DemoPeople;
import io.slipway.ui.Cast;
import io.slipway.ui.Messages;
import io.slipway.ui.form.Choice;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demo company as the strip on each page offers them. They sign in like
 * everybody else: the strip only types their password, which every demo tells anyway.
 */
@Component
@Profile("demo")
class DemoCast implements Cast {

    private final List<Choice> people;

    DemoCast(DemoPeople people, Messages messages) {
        this.people = people.all()
            .stream()
            .map((person) -> new Choice(person.userName(),
                    person.fullName() + ", " + messages.text("identity.role." + person.role().id())))
            .toList();
    }

    @Override
    public List<Choice> people() {
        return this.people;
    }

    @Override
    public String password() {
        return DemoPeople.PASSWORD;
    }

}
