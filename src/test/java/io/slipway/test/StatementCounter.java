package io.slipway.test;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells which SQL statements one request to the portal issued, whoever issued them:
 * Hibernate, JDBC, the engine, or the session store. The request carries a name of its
 * own in the header {@value #HEADER}; jobs and other requests do not count.
 */
public final class StatementCounter {

    /** The request's header that asks for counting. */
    public static final String HEADER = "X-Count-Statements";

    private final ThreadLocal<List<String>> statements = new ThreadLocal<>();

    private final Map<String, CompletableFuture<List<String>>> counted = new ConcurrentHashMap<>();

    StatementCounter() {
    }

    /**
     * The statements of a request, as soon as the portal is done with it.
     * @param name the value of the request's header
     * @return the statements, in their order
     */
    public List<String> of(String name) {
        return result(name).orTimeout(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** How many statements some code issues on this thread. */
    public int count(Runnable code) {
        List<String> found = new ArrayList<>();
        this.statements.set(found);
        try {
            code.run();
        }
        finally {
            this.statements.remove();
        }
        return found.size();
    }

    private CompletableFuture<List<String>> result(String name) {
        return this.counted.computeIfAbsent(name, (key) -> new CompletableFuture<>());
    }

    private void executed(String sql) {
        List<String> current = this.statements.get();
        if (current != null) {
            current.add(sql);
        }
    }

    private Connection counting(Connection connection) {
        return proxy(Connection.class, connection, (proxy, method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (result instanceof Statement statement) {
                String prepared = (arguments != null && arguments.length > 0 && arguments[0] instanceof String text)
                        ? text : "";
                Class<?> type = method.getReturnType();
                return proxy(type, statement, (self, call, values) -> {
                    if (call.getName().startsWith("execute")) {
                        executed((values != null && values.length > 0 && values[0] instanceof String sql) ? sql
                                : prepared);
                    }
                    return call.invoke(statement, values);
                });
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, Object target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> {
                    try {
                        return handler.invoke(proxy, method, arguments);
                    }
                    catch (InvocationTargetException ex) {
                        throw ex.getTargetException();
                    }
                }));
    }

    /** Counts around everything else that handles a request. */
    private final class CountingFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String name = request.getHeader(HEADER);
            if (name == null) {
                chain.doFilter(request, response);
                return;
            }
            List<String> found = new ArrayList<>();
            StatementCounter.this.statements.set(found);
            try {
                chain.doFilter(request, response);
            }
            finally {
                StatementCounter.this.statements.remove();
                result(name).complete(List.copyOf(found));
            }
        }

    }

    /** Hands out connections that count. */
    private final class CountingDataSource extends DelegatingDataSource {

        CountingDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counting(super.getConnection());
        }

    }

    /** Puts the counter between the portal and its database. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }

        @Bean
        static BeanPostProcessor countingDataSource(StatementCounter counter) {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return (bean instanceof DataSource dataSource) ? counter.new CountingDataSource(dataSource) : bean;
                }

            };
        }

        @Bean
        FilterRegistrationBean<?> statementFilter(StatementCounter counter) {
            FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(
                    counter.new CountingFilter());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }

    }

}
