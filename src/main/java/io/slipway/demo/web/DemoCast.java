package io.slipway.demo.web;

import java.util.List;
import java.util.Optional;

import io.slipway.demo.Telling;
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

    private final Telling telling;

    private final Messages messages;

    DemoCast(DemoPeople people, Telling telling, Messages messages) {
        this.telling = telling;
        this.messages = messages;
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

    @Override
    public Optional<String> note() {
        return this.telling.progress().map((far) -> this.messages.text("demo.telling.short", far.told(), far.all()));
    }

}
