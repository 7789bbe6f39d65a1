package io.slipway.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.thymeleaf.ITemplateEngine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Puts the answers to a lost database around everything else that serves a request.
 */
@Configuration(proxyBeanMethods = false)
class OutageConfiguration {

    @Bean
    OutagePage outagePage(ITemplateEngine templates, MessageSource messages, ObjectMapper json, OutageLog log) {
        return new OutagePage(templates, messages, json, log);
    }

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter(OutagePage page) {
        FilterRegistrationBean<OutageFilter> registration = new FilterRegistrationBean<>(new OutageFilter(page));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    OutageResolver outageResolver() {
        return new OutageResolver();
    }

    @Bean
    static SessionTouch sessionTouch() {
        return new SessionTouch();
    }

    @Bean
    OutageLog outageLog() {
        return OutageLog.install(InstantSource.system());
    }

    @Bean
    NodeClock clock() {
        return new NodeClock(InstantSource.system());
    }

    @Bean
    DatabaseWatch databaseHealthIndicator(DataSource database, NodeClock clock, OutageLog log,
            ApplicationEventPublisher events) {
        return new DatabaseWatch(database, InstantSource.system(), clock, log, events);
    }

    @Bean
    PoolHealth poolHealthIndicator(DataSource source, MeterRegistry meters, Clock clock) throws SQLException {
        return new PoolHealth(PoolHealth.Pool.of(source.unwrap(HikariDataSource.class), meters), clock);
    }

}
