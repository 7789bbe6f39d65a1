package io.slipway.sql;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives numbers without gaps: in the transaction of what they number, so that whatever is
 * broken off gives its number back, and whoever comes next waits for its end.
 */
@Component
public class GivenNumbers {

    private final JdbcClient jdbc;

    GivenNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a series. Refuses to run outside a transaction.
     * @param series what stands before the number, such as {@code CHG}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series) {
        this.jdbc.sql("update given_numbers set next_number = last_insert_id(next_number) + 1 where series = :series")
            .param("series", series)
            .update();
        return this.jdbc.sql("select last_insert_id()").query(Long.class).single();
    }

}
