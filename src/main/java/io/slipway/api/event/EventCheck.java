package io.slipway.api.event;

import java.util.Optional;

import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells administrators whether events of tools were refused, or were begun and not
 * finished.
 */
@Component
@Order(3)
class EventCheck implements SystemCheck {

    private static final String NUMBERS = """
            select (select count(*) from (select 1 from received_events where state = 'REFUSED' limit 1001) r) refused,
                   (select count(*) from (select 1 from received_events where state = 'RECEIVED' limit 1001) o) unfinished""";

    private final JdbcClient jdbc;

    private final Messages words;

    EventCheck(JdbcClient jdbc, Messages words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        Numbers numbers = this.jdbc.sql(NUMBERS).query(Numbers.class).single();
        return Optional.of(new State(numbers.unfinished() > 0, this.words.text("api.check"),
                this.words.text("api.check.text", numbers.refused(), numbers.unfinished()), "/administration/events"));
    }

    private record Numbers(int refused, int unfinished) {
    }

}
