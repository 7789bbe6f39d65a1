package io.slipway.test;

import java.util.Objects;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the rows that the storage engine hands out for a statement: what a statement
 * costs, whatever the machine is doing besides. Test classes ask for it with
 * {@code @Autowired RowsRead}.
 */
@Component
@Profile("test")
public class RowsRead {

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    RowsRead(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Runs something that asks the database on this thread.
     * @param question what asks
     * @return the rows that were read for it, of tables and indices alike
     */
    public long by(Runnable question) {
        return Objects.requireNonNull(this.transaction.execute((status) -> {
            long before = handed();
            long counting = handed() - before;
            question.run();
            return handed() - before - 2 * counting;
        }));
    }

    private long handed() {
        return this.jdbc
            .sql("select cast(sum(variable_value) as signed) from information_schema.session_status "
                    + "where variable_name like 'HANDLER_READ%'")
            .query(Long.class)
            .single();
    }

}
