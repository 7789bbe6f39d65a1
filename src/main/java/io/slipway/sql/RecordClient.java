package io.slipway.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The portal's {@code JdbcClient}: Spring's, but that {@link RecordRows} fill its
 * records.
 */
@Component
public class RecordClient implements JdbcClient {

    private final JdbcClient client;

    RecordClient(NamedParameterJdbcTemplate template) {
        this.client = JdbcClient.create(template);
    }

    /** One for a database other than the portal's own. */
    public static JdbcClient of(DataSource source) {
        return new RecordClient(new NamedParameterJdbcTemplate(source));
    }

    @Override
    public StatementSpec sql(String sql) {
        StatementSpec statement = this.client.sql(sql);
        return (StatementSpec) Proxy.newProxyInstance(StatementSpec.class.getClassLoader(),
                new Class<?>[] { StatementSpec.class }, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Class<?> type && type.isRecord()) {
                        return statement.query(new RecordRows<>(type));
                    }
                    try {
                        Object result = method.invoke(statement, arguments);
                        return (result == statement) ? proxy : result;
                    }
                    catch (InvocationTargetException ex) {
                        throw ex.getTargetException();
                    }
                });
    }

}
